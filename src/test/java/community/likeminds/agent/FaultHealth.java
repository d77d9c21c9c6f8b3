package community.likeminds.agent;

import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.services.AgentProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Listens to what the health of every process says while something is broken. */
final class FaultHealth {

    private final Collection<AgentProcess> processes;
    private final Map<String, Set<String>> said = new TreeMap<>();
    private final Set<String> dead = new TreeSet<>();

    FaultHealth(Collection<AgentProcess> processes) {
        this.processes = List.copyOf(processes);
    }

    /** Asks every process once, but for one that is known to be gone. */
    void listen(String gone) throws InterruptedException {
        for (AgentProcess process : processes) {
            if (!process.roles().equals(gone)) {
                try {
                    unwell(process.readiness()).forEach(what -> said.computeIfAbsent(what, one -> new TreeSet<>()).add(process.roles()));
                    if (process.liveness().statusCode() != 200) {
                        dead.add(process.roles());
                    }
                } catch (IOException silent) {
                    dead.add(process.roles());
                }
            }
        }
    }

    /** Whether all of these processes have said this. */
    boolean heard(String what, Collection<String> from) {
        return said.getOrDefault(what, Set.of()).containsAll(from);
    }

    /** Processes whose liveness failed, which an orchestrator would have started again. */
    Set<String> dead() {
        return dead;
    }

    /** Waits until nobody lacks anything; returns what is still said then. */
    List<String> settle(long deadlineNanos) throws InterruptedException {
        while (true) {
            List<String> open = new ArrayList<>();
            for (AgentProcess process : processes) {
                try {
                    unwell(process.readiness()).forEach(what -> open.add(process.roles() + ": " + what));
                } catch (IOException silent) {
                    open.add(process.roles() + ": silent");
                }
            }
            if (open.isEmpty() || System.nanoTime() > deadlineNanos) {
                return open;
            }
            Thread.sleep(200);
        }
    }

    /** For example {@code postgresql DOWN, 503} and {@code role analysis DOWN, 503}. */
    private static List<String> unwell(HttpResponse<String> readiness) {
        List<String> unwell = new ArrayList<>();
        String suffix = ", " + readiness.statusCode();
        JsonNode components = Json.read(readiness.body()).path("components");
        components.path("stores").path("components").forEachEntry((name, store) -> {
            String status = store.path("status").asString("?");
            if (!status.equals("UP")) {
                unwell.add(name + " " + status + suffix);
            }
        });
        components.path("roles").path("details").path("missing").forEach(role -> unwell.add("role " + role.asString() + " DOWN" + suffix));
        if (unwell.isEmpty() && readiness.statusCode() != 200) {
            unwell.add(readiness.body());
        }
        return unwell;
    }

    @Override
    public String toString() {
        List<String> all = new ArrayList<>();
        said.forEach((what, by) -> all.add(what + " (" + by.size() + ")"));
        return all.isEmpty() ? "nothing" : String.join("; ", all);
    }
}
