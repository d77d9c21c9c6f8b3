package community.likeminds.agent.infrastructure.remote.status;

import community.likeminds.agent.infrastructure.messaging.Backlog;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.infrastructure.remote.Installation;
import community.likeminds.agent.infrastructure.remote.SystemStatus;
import community.likeminds.agent.infrastructure.remote.SystemStatus.LatestTask;
import community.likeminds.agent.infrastructure.remote.SystemStatus.ProcessState;
import community.likeminds.agent.infrastructure.remote.SystemStatus.StoreState;
import community.likeminds.agent.infrastructure.remote.SystemStatus.Unfinished;
import community.likeminds.agent.infrastructure.storage.StoreHealth;
import community.likeminds.agent.registry.ServiceRegistry;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.CircuitBreaker;
import community.likeminds.agent.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;

/** Asks everybody at the same time; whoever does not answer is said to be unwell. */
final class ObservedInstallation implements Installation {

    private static final int LATEST = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Work that has waited for longer has nobody who does it. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private final ServiceRegistry registry;
    private final List<StoreHealth> stores;
    private final Backlog backlog;
    private final Tasks tasks;
    private final Clock clock;

    ObservedInstallation(ServiceRegistry registry, List<StoreHealth> stores, Backlog backlog, Tasks tasks, Clock clock) {
        this.registry = registry;
        this.stores = List.copyOf(stores);
        this.backlog = backlog;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public SystemStatus status(TenantId tenant) {
        Instant now = clock.instant();
        List<String> unwell = new ArrayList<>();
        List<CompletableFuture<StoreState>> asked = stores.stream().map(ObservedInstallation::ask).toList();
        List<StoreState> known = asked.stream().map(CompletableFuture::join).toList();
        known.stream().filter(store -> !store.ready()).forEach(store -> unwell.add(store.adapter() + ": " + store.missing()));
        List<ProcessState> processes = told("The registry", unwell, List.of(), () -> registry.all().stream()
                .map(one -> new ProcessState(one.address().toString(), List.copyOf(new TreeSet<>(one.roles())), one.version(), one.ready(), one.missing()))
                .toList());
        processes.stream().filter(process -> !process.ready())
                .forEach(process -> unwell.add("The process at " + process.address() + " waits for " + String.join(", ", process.lacks()) + "."));
        List<Unfinished> unfinished = told("The list of tasks", unwell, List.of(), () -> backlog.tasks().stream()
                .map(one -> new Unfinished(one.type(), name(one.state()), one.count(), Math.max(0, Duration.between(one.oldest(), now).toSeconds())))
                .toList());
        unfinished.stream().filter(one -> one.state().equals(name(Task.State.QUEUED)) && one.oldestSeconds() > LONG.toSeconds())
                .forEach(one -> unwell.add("Work of the type " + one.type() + " waits for " + one.oldestSeconds() / 60
                        + " minutes; start a process that does it with: likeminds serve."));
        Map<String, Long> letters = told("The list of dead letters", unwell, Map.of(), () -> new TreeMap<>(backlog.deadLetters()));
        letters.forEach((queue, count) -> unwell.add(count + " of the messages of " + queue + " failed for good; see them with: likeminds dead-letters."));
        Map<String, String> breakers = new TreeMap<>();
        CircuitBreaker.states().forEach((target, state) -> {
            if (state != CircuitBreaker.State.CLOSED) {
                breakers.put(target, state.name());
            }
            // A half-open one lets the next call through: nobody is held back any more.
            if (state == CircuitBreaker.State.OPEN) {
                unwell.add("Calls to " + target + " are held back because they failed.");
            }
        });
        List<LatestTask> latest = told("The list of tasks", unwell, List.of(), () -> tasks.list(tenant, LATEST).stream()
                .map(task -> new LatestTask(task.id(), task.type(), task.subject(), name(task.state()), task.createdAt(), failure(task)))
                .toList());
        return new SystemStatus(now, processes, known, unfinished, letters, latest, breakers, unwell.stream().distinct().toList());
    }

    private static CompletableFuture<StoreState> ask(StoreHealth store) {
        StoreState silent = new StoreState(
                store.store(), store.adapter(), store.needed(), false, "It does not answer within " + PATIENCE.toSeconds() + " seconds. Look into its log.");
        return CompletableFuture.supplyAsync(store::check, task -> Thread.ofVirtual().start(task))
                .thenApply(state -> new StoreState(state.store(), state.adapter(), state.needed(), state.ready(), state.missing()))
                .completeOnTimeout(silent, PATIENCE.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    private static <T> T told(String what, List<String> unwell, T nothing, Supplier<? extends T> question) {
        try {
            return question.get();
        } catch (AgentException away) {
            unwell.add(away.fact() + " " + away.remedy());
        } catch (DataAccessException away) {
            unwell.add(what + " cannot be read; look at the database.");
        }
        return nothing;
    }

    private static String failure(Task task) {
        Task.Error error = task.error();
        return error == null ? "" : error.fact();
    }

    private static String name(Task.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
