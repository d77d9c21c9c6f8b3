package community.likeminds.agent.infrastructure.remote;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How the installation is, as one process sees it.
 *
 * @param processes that the registry knows, by address; a process that runs every role is not registered
 * @param stores and other servers that the process uses
 * @param tasks that have not ended, of all organisations
 * @param deadLetters how many by queue, of all organisations
 * @param latest the latest tasks of the caller's organisation, newest first
 * @param breakers circuit breakers that do not let everything through, {@code OPEN} or {@code HALF_OPEN} by what they guard
 * @param unwell what somebody should look at, each a sentence; empty when all is well
 */
public record SystemStatus(
        Instant at,
        List<ProcessState> processes,
        List<StoreState> stores,
        List<Unfinished> tasks,
        Map<String, Long> deadLetters,
        List<LatestTask> latest,
        Map<String, String> breakers,
        List<String> unwell) {

    public SystemStatus {
        processes = List.copyOf(processes);
        stores = List.copyOf(stores);
        tasks = List.copyOf(tasks);
        deadLetters = Map.copyOf(deadLetters);
        latest = List.copyOf(latest);
        breakers = Map.copyOf(breakers);
        unwell = List.copyOf(unwell);
    }

    /** @param lacks what it waits for before it should be given work */
    public record ProcessState(String address, List<String> roles, String version, boolean ready, List<String> lacks) {}

    /** @param missing why it does not answer and what to do, or empty */
    public record StoreState(String store, String adapter, boolean needed, boolean ready, String missing) {}

    /** @param oldestSeconds since the one was submitted that is there longest */
    public record Unfinished(String type, String state, long count, long oldestSeconds) {}

    /** @param failure why it failed, or empty */
    public record LatestTask(String id, String type, String subject, String state, Instant createdAt, String failure) {}
}
