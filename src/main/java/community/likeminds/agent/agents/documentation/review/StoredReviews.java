package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.DocumentationReview;
import community.likeminds.agent.agents.documentation.DocumentationReview.ReviewRequest;
import community.likeminds.agent.agents.documentation.Review;
import community.likeminds.agent.agents.documentation.ReviewTasks;
import community.likeminds.agent.infrastructure.messaging.NewTask;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.TaskHandler;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.infrastructure.storage.StoredDocuments;
import community.likeminds.agent.infrastructure.storage.StoredDocuments.NewDocument;
import community.likeminds.agent.infrastructure.storage.StoredDocuments.StoredDocument;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Checks documentation as tasks, and keeps what they found as documents under the tasks' ids. */
@Component
class StoredReviews implements ReviewTasks, TaskHandler {

    private static final String TYPE = "docs-check";
    private static final String COLLECTION = "reviews";

    private final DocumentationReview reviews;
    private final Tasks tasks;
    private final StoredDocuments documents;

    StoredReviews(DocumentationReview reviews, Tasks tasks, StoredDocuments documents) {
        this.reviews = reviews;
        this.tasks = tasks;
        this.documents = documents;
    }

    @Override
    public Task start(TenantId tenant, ReviewRequest request, String key) {
        NewTask task = NewTask.of(tenant, TYPE, JsonMapper.shared().writeValueAsString(request));
        return tasks.submit(key.isEmpty() ? task : task.once(key));
    }

    @Override
    public Review get(TenantId tenant, String id) {
        return documents.get(tenant, COLLECTION, id, Review.class).map(StoredDocument::body).orElseThrow(() -> AgentException.notFound(
                "review-unknown", "There is no check '" + id + "' that is done.", "Ask how far it is: GET /api/v1/tasks/" + id + "."));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Duration timeLimit() {
        return Duration.ofHours(1);
    }

    /** An interrupt in the middle of a read would close files of the embedded stores. */
    @Override
    public Duration patience() {
        return Duration.ofSeconds(10);
    }

    @Override
    public String run(Task task, Reporter reporter) {
        ReviewRequest request = JsonMapper.shared().readValue(task.body(), ReviewRequest.class);
        Review review = reviews.review(request, (stage, done, total, detail) -> reporter.progress(stage, done, total));
        reporter.subject(review.source());
        documents.put(task.tenant(), COLLECTION, new NewDocument(task.id(), Map.of("source", shortened(review.source())), review));
        return JsonMapper.shared().writeValueAsString(Map.of("review", task.id(), "findings", review.findings().size()));
    }

    private static String shortened(String name) {
        return name.length() <= 200 ? name : name.substring(0, 200);
    }
}
