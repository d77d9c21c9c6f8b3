package community.likeminds.agent.registry.consul;

import community.likeminds.agent.registry.ServiceInstance;
import community.likeminds.agent.registry.ServiceRegistry;
import community.likeminds.agent.registry.discovery.Heartbeat;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        return new Heartbeat("consul", BEAT, missing -> announce(instance, missing), () -> forget(instance));
    }

    private void announce(NewInstance instance, List<String> missing) throws IOException, InterruptedException {
        Map<String, Object> check = Map.of(
                "Status", missing.isEmpty() ? "passing" : "warning", "Output", String.join("\n", missing));
        String path = "/v1/agent/check/update/" + encoded("service:" + instance.id());
        try {
            consul.put(path, check);
        } catch (IOException unknown) {
            // An agent that was restarted without its data has forgotten the process.
            consul.put("/v1/agent/service/register", definition(instance));
            consul.put(path, check);
        }
    }

    private Map<String, Object> definition(NewInstance instance) {
        return Map.of(
                "ID", instance.id(),
                "Name", service,
                "Tags", List.copyOf(new TreeSet<>(instance.roles())),
                "Address", instance.address().getHost(),
                "Port", instance.address().getPort(),
                "Meta", Map.of(
                        "version", instance.version(),
                        "scheme", instance.address().getScheme(),
                        GRPC, instance.grpc() == null ? "" : instance.grpc().toString()),
                "Check", Map.of("TTL", SILENT_AFTER, "DeregisterCriticalServiceAfter", FORGOTTEN_AFTER));
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
                grpc.isEmpty() ? null : URI.create(grpc));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
