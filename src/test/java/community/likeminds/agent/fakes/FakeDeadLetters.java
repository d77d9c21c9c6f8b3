package community.likeminds.agent.fakes;

import community.likeminds.agent.infrastructure.messaging.DeadLetter;
import community.likeminds.agent.infrastructure.messaging.DeadLetters;
import community.likeminds.agent.infrastructure.messaging.Priority;
import community.likeminds.agent.shared.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds one letter. */
public final class FakeDeadLetters implements DeadLetters {

    public final List<String> decided = new ArrayList<>();

    @Override
    public List<DeadLetter> list(TenantId tenant, int limit) {
        return List.of(new DeadLetter(
                "one", tenant, "task.ingestion", "3f2a", Map.of("trace", "t"), Priority.NORMAL, 5, "broken", "It is broken.", Instant.parse("2026-01-02T03:04:05Z")));
    }

    @Override
    public Optional<DeadLetter> find(TenantId tenant, String id) {
        return list(tenant, 1).stream().filter(letter -> letter.id().equals(id)).findFirst();
    }

    @Override
    public boolean redrive(TenantId tenant, String id) {
        decided.add("redrive " + id);
        return id.equals("one");
    }

    @Override
    public boolean discard(TenantId tenant, String id) {
        decided.add("discard " + id);
        return id.equals("one");
    }
}
