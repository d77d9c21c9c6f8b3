package community.likeminds.agent.agents.documentation.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.agents.documentation.DocumentationReview.ReviewRequest;
import community.likeminds.agent.fakes.FakeDocumentationReview;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.infrastructure.storage.StorageContext;
import community.likeminds.agent.infrastructure.storage.StoredDocuments;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** Checks of documentation as tasks, over real stores. */
class StoredReviewsTest {

    private static final TenantId TENANT = new TenantId("acme");

    @TempDir
    Path data;

    /** Not annotated as a configuration, or the tests of the whole application would find it. */
    @ComponentScan(lazyInit = true, basePackageClasses = Tasks.class)
    static class Messaging {}

    @Test
    void whatACheckFindsIsKeptForItsTenant() throws Exception {
        try (AnnotationConfigApplicationContext context = StorageContext.start(
                data,
                List.of(),
                beans -> {
                    beans.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
                    beans.registerBean(
                            StoredReviews.class,
                            () -> new StoredReviews(new FakeDocumentationReview(), beans.getBean(Tasks.class), beans.getBean(StoredDocuments.class)));
                },
                Messaging.class)) {
            StoredReviews reviews = context.getBean(StoredReviews.class);
            ReviewRequest request = new ReviewRequest("npm:some-sdk", Set.of(), Set.of("f1"), true);
            Task task = reviews.start(TENANT, request, "key");
            assertThat(reviews.start(TENANT, request, "key").id()).isEqualTo(task.id());
            String id = task.id();
            assertThatThrownBy(() -> reviews.get(TENANT, id)).isInstanceOf(AgentException.class);
            context.getBean("taskWorkers");
            while (!task.state().isFinal()) {
                Thread.sleep(20);
                task = context.getBean(Tasks.class).find(TENANT, id).orElseThrow();
            }
            assertThat(task.state()).isEqualTo(Task.State.SUCCEEDED);
            assertThat(task.subject()).isEqualTo("docs");
            assertThat(task.result()).contains("\"findings\":1");
            assertThat(reviews.get(TENANT, id).findings()).singleElement().extracting(finding -> finding.code()).isEqualTo("fence-unbalanced");
            assertThatThrownBy(() -> reviews.get(new TenantId("other"), id))
                    .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("review-unknown"));
        }
    }
}
