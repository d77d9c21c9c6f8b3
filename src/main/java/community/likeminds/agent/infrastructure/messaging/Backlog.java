package community.likeminds.agent.infrastructure.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How much work there is in the whole installation, of all tenants together; for those who operate it. */
public interface Backlog {

    /** Tasks that have not ended, by type and state. */
    List<Unfinished> tasks();

    /** Numbers of dead letters by queue. */
    Map<String, Long> deadLetters();

    /** @param oldest when the one was submitted that is there longest */
    record Unfinished(String type, Task.State state, long count, Instant oldest) {}
}
