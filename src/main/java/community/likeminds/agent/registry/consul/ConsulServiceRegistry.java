package community.likeminds.agent.registry.consul;

import community.likeminds.agent.registry.ServiceInstance;
import community.likeminds.agent.registry.ServiceRegistry;
import community.likeminds.agent.registry.discovery.Heartbeat;
import community.likeminds.agent.registry.discovery.Notes;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** One Consul service for each process, its roles as tags, its health as a check that fails when the process falls silent. */
public final class ConsulServiceRegistry implements ServiceRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(ConsulServiceRegistry.class);
    private static final Duration BEAT = Duration.ofSeconds(SILENCE_SECONDS / 5);
    // Consul looks at silent checks every few seconds only; what is left makes up the promised time.
    private static final String SILENT_AFTER = SILENCE_SECONDS - 5 + "s";
    private static final String FORGOTTEN_AFTER = "1m";
    private static final String GRPC = "grpc";
    private static final String HELD_BACK = "held-back";
    private static final int LONGEST_VALUE = 500;

    private final ConsulClient consul;
    private final String service;
    private final Clock clock;

    /** @param service the name under which all processes of this installation are registered */
    public ConsulServiceRegistry(URI address, String token, String service, Clock clock) {
        this.consul = new ConsulClient(address, token);
        this.service = service;
        this.clock = clock;
    }

    @Override
    public Registration register(NewInstance instance) {
        AtomicReference<List<String>> registered = new AtomicReference<>(List.of());
        return new Heartbeat("consul", BEAT, notes -> announce(instance, notes, registered), () -> forget(instance));
    }

    /** @param registered the calls held back that the service's definition names; Consul passes a check's words on late while its status stays */
    private void announce(NewInstance instance, Notes notes, AtomicReference<List<String>> registered) throws IOException, InterruptedException {
        Map<String, Object> check =
                Map.of("Status", status(notes), "Output", String.join("\n", notes.missing()));
        String path = "/v1/agent/check/update/" + encoded("service:" + instance.id());
        if (!notes.heldBack().equals(registered.get())) {
            consul.put("/v1/agent/service/register", definition(instance, notes, Map.of("Status", status(notes))));
            registered.set(notes.heldBack());
        }
        try {
            consul.put(path, check);
        } catch (IOException unknown) {
            // An agent that was restarted without its data has forgotten the process.
            consul.put("/v1/agent/service/register", definition(instance, notes, Map.of()));
            consul.put(path, check);
        }
    }

    private static String status(Notes notes) {
        return notes.ready() ? "passing" : "warning";
    }

    /** @param known what the check says already; without it, the process is not seen before its first word */
    private Map<String, Object> definition(NewInstance instance, Notes notes, Map<String, String> known) {
        Map<String, Object> check = new LinkedHashMap<>(Map.of("TTL", SILENT_AFTER, "DeregisterCriticalServiceAfter", FORGOTTEN_AFTER));
        check.putAll(known);
        return Map.of(
                "ID", instance.id(),
                "Name", service,
                "Tags", List.copyOf(new TreeSet<>(instance.roles())),
                "Address", instance.address().getHost(),
                "Port", instance.address().getPort(),
                "Meta", Map.of(
                        "version", instance.version(),
                        "scheme", instance.address().getScheme(),
                        GRPC, instance.grpc() == null ? "" : instance.grpc().toString(),
                        HELD_BACK, heldBack(notes)),
                "Check", check);
    }

    /** As many as Consul keeps in one value. */
    private static String heldBack(Notes notes) {
        StringBuilder lines = new StringBuilder();
        for (String call : notes.heldBack()) {
            if (lines.length() + call.length() < LONGEST_VALUE) {
                lines.append(call).append('\n');
            }
        }
        return lines.toString();
    }

    private void forget(NewInstance instance) {
        try {
            consul.put("/v1/agent/service/deregister/" + encoded(instance.id()), null);
        } catch (IOException away) {
            LOG.info("Consul could not be told that this process ends; its check will fail by itself.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<ServiceInstance> ready(String role) {
        return all().stream()
                .filter(instance -> instance.ready() && instance.roles().contains(role))
                .toList();
    }

    @Override
    public List<ServiceInstance> all() {
        try {
            ConsulClient.Answer answer = consul.get("/v1/health/service/" + encoded(service));
            List<ServiceInstance> found = new ArrayList<>();
            if (answer != null) {
                for (JsonNode entry : answer.body()) {
                    if (!status(entry).equals("critical")) {
                        found.add(instance(entry));
                    }
                }
            }
            found.sort(Comparator.comparing(ServiceInstance::id));
            return List.copyOf(found);
        } catch (IOException failure) {
            throw unavailable(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unavailable(interrupted);
        }
    }

    private static AgentException unavailable(Exception cause) {
        return new AgentException(
                AgentException.Kind.UNAVAILABLE,
                "registry-unavailable",
                "Consul does not answer.",
                "Check that its agent runs and that likeminds.registry.consul.url is right.",
                cause);
    }

    /** The worst of its checks, the node's own among them. */
    private static String status(JsonNode entry) {
        String worst = "passing";
        for (JsonNode check : entry.path("Checks")) {
            String status = check.path("Status").asString();
            if (status.equals("critical") || status.equals("warning") && worst.equals("passing")) {
                worst = status;
            }
        }
        return worst;
    }

    private ServiceInstance instance(JsonNode entry) {
        JsonNode found = entry.path("Service");
        String id = found.path("ID").asString();
        Set<String> roles = new TreeSet<>();
        found.path("Tags").forEach(tag -> roles.add(tag.asString()));
        List<String> missing = new ArrayList<>();
        for (JsonNode check : entry.path("Checks")) {
            if (check.path("CheckID").asString().equals("service:" + id)
                    && !check.path("Status").asString().equals("passing")) {
                missing.addAll(check.path("Output").asString().lines().toList());
            }
        }
        URI address = URI.create(found.path("Meta").path("scheme").asString("http") + "://"
                + found.path("Address").asString() + ":" + found.path("Port").asInt());
        String grpc = found.path("Meta").path(GRPC).asString("");
        return new ServiceInstance(
                id,
                roles,
                address,
                found.path("Meta").path("version").asString(""),
                status(entry).equals("passing"),
                missing,
                clock.instant(),
                grpc.isEmpty() ? null : URI.create(grpc),
                found.path("Meta").path(HELD_BACK).asString("").lines().toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
