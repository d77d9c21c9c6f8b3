package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.agents.documentation.DocumentationReview.ReviewRequest;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.shared.TenantId;

/** Checks of documentation in the background; what they found is kept. */
public interface ReviewTasks {

    /** @param key asking twice with the same one gives the same task; empty when every request is meant */
    Task start(TenantId tenant, ReviewRequest request, String key);

    /** What a check found. Throws {@code review-unknown}, also while it is not done. @param id of its task */
    Review get(TenantId tenant, String id);
}
