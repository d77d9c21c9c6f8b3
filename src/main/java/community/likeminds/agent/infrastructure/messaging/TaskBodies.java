package community.likeminds.agent.infrastructure.messaging;

import community.likeminds.agent.shared.TenantId;
import java.util.List;

/** What tasks were submitted with, of all organisations, for whoever has to write it anew: the kind of task knows what it means. */
public interface TaskBodies {

    /** The next ones of a type in the order of their ids. @param id of the last one that was read, or empty; @param limit 1 to 1,000 */
    List<Body> after(String type, String id, int limit);

    /** Keeps another text; false when it is no longer the one that was read. */
    boolean replace(Body read, String text);

    /** @param id of the task */
    record Body(TenantId tenant, String id, String text) {}
}
