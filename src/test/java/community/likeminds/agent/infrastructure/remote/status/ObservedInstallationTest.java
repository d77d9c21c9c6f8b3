package community.likeminds.agent.infrastructure.remote.status;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.fakes.FakeTasks;
import community.likeminds.agent.infrastructure.messaging.Backlog;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.remote.SystemStatus;
import community.likeminds.agent.infrastructure.storage.StoreHealth;
import community.likeminds.agent.registry.ServiceInstance;
import community.likeminds.agent.registry.ServiceRegistry;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.CircuitBreaker;
import community.likeminds.agent.shared.TenantId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ObservedInstallationTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final StoreHealth WELL = StoreHealth.of("cache", "redis", false, () -> {});

    @Test
    void whatIsWellIsNotMentioned() {
        SystemStatus status = status(
                List.of(WELL), () -> List.of(process(List.of())), List.of(new Backlog.Unfinished("ingestion", Task.State.RUNNING, 2, NOW.minusSeconds(5_000))), Map.of());
        assertThat(status.unwell()).isEmpty();
        assertThat(status.processes()).containsExactly(new SystemStatus.ProcessState("http://127.0.0.1:9100", List.of("analysis", "output"), "1.0", true, List.of()));
        assertThat(status.stores()).containsExactly(new SystemStatus.StoreState("cache", "redis", false, true, ""));
        assertThat(status.tasks()).containsExactly(new SystemStatus.Unfinished("ingestion", "running", 2, 5_000));
        assertThat(status.latest()).extracting(SystemStatus.LatestTask::id).containsExactly("one", "two");
        assertThat(status.latest().getLast().failure()).isEqualTo("There is nothing there.");
    }

    @Test
    void whatIsUnwellIsSaidWithItsRemedy() {
        StoreHealth away = StoreHealth.of("broker", "rabbitmq", false, () -> {
            throw new AgentException(AgentException.Kind.UNAVAILABLE, "broker-unavailable", "It is away.", "Start it.");
        });
        CircuitBreaker breaker = new CircuitBreaker("the embeddings of a test", 1, Duration.ofMinutes(5));
        breaker.failed();
        SystemStatus status = status(
                List.of(WELL, away), () -> List.of(process(List.of("role output"))),
                List.of(new Backlog.Unfinished("integration", Task.State.QUEUED, 1, NOW.minusSeconds(1_800))), Map.of("task.ingestion", 3L));
        assertThat(status.unwell()).containsExactly(
                "rabbitmq: It is away. Start it.",
                "The process at http://127.0.0.1:9100 waits for role output.",
                "Work of the type integration waits for 30 minutes; start a process that does it with: likeminds serve.",
                "3 of the messages of task.ingestion failed for good; see them with: likeminds dead-letters.",
                "Calls to the embeddings of a test are held back because they failed.");
        assertThat(status.breakers()).containsEntry("the embeddings of a test", "OPEN");
        breaker.succeeded();
    }

    @Test
    void aRegistryThatIsAwayIsSaidAndTheRestIsToldAllTheSame() {
        SystemStatus status = status(List.of(WELL), () -> {
            throw new AgentException(AgentException.Kind.UNAVAILABLE, "registry-unavailable", "Consul does not answer.", "Check its agent.");
        }, List.of(), Map.of());
        assertThat(status.unwell()).containsExactly("Consul does not answer. Check its agent.");
        assertThat(status.stores()).hasSize(1);
        assertThat(status.latest()).hasSize(2);
    }

    private static SystemStatus status(
            List<StoreHealth> stores, Supplier<List<ServiceInstance>> processes, List<Backlog.Unfinished> unfinished, Map<String, Long> letters) {
        ServiceRegistry registry = new ServiceRegistry() {
            @Override
            public Registration register(NewInstance instance) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<ServiceInstance> ready(String role) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<ServiceInstance> all() {
                return processes.get();
            }
        };
        Backlog backlog = new Backlog() {
            @Override
            public List<Unfinished> tasks() {
                return unfinished;
            }

            @Override
            public Map<String, Long> deadLetters() {
                return letters;
            }
        };
        return new ObservedInstallation(registry, stores, backlog, new FakeTasks(), Clock.fixed(NOW, ZoneOffset.UTC)).status(TenantId.DEFAULT);
    }

    private static ServiceInstance process(List<String> lacks) {
        return new ServiceInstance("a", Set.of("output", "analysis"), URI.create("http://127.0.0.1:9100"), "1.0", lacks.isEmpty(), lacks, NOW);
    }
}
