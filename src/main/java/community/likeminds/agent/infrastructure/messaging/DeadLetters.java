package community.likeminds.agent.infrastructure.messaging;

import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Optional;

/** What failed for good, kept until somebody decides: look at it, send it again, or throw it away. */
public interface DeadLetters {

    /** Header of a message that had been a dead letter; its value is the letter's id. */
    String REDRIVEN = "redriven";

    /** The newest first. @param limit 1 to 1,000 */
    List<DeadLetter> list(TenantId tenant, int limit);

    Optional<DeadLetter> find(TenantId tenant, String id);

    /** Sends it to its queue again, as if it were new. False when there is no such letter. */
    boolean redrive(TenantId tenant, String id);

    /** Forgets it. False when there is no such letter. */
    boolean discard(TenantId tenant, String id);
}
