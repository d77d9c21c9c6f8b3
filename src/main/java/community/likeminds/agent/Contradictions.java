package community.likeminds.agent;

import community.likeminds.agent.Role.Store;
import community.likeminds.agent.cli.ConfigurationCheck.Problem;
import community.likeminds.agent.infrastructure.auth.AuthMode;
import community.likeminds.agent.infrastructure.auth.OidcSettings;
import community.likeminds.agent.shared.AgentException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/** Settings that are missing or cannot go together; the same list stops a start and is printed by {@code config check}. */
final class Contradictions {

    /** What each choice cannot do without. */
    private static final Map<String, List<String>> NEEDED = Map.of(
            "likeminds.storage.relational=postgresql", List.of("likeminds.storage.postgresql.url"),
            "likeminds.storage.documents=mongodb", List.of("likeminds.storage.mongodb.url"),
            "likeminds.storage.objects=s3",
                    List.of("likeminds.storage.s3.url", "likeminds.storage.s3.bucket", "likeminds.storage.s3.access-key", "likeminds.storage.s3.secret-key"),
            "likeminds.storage.cache=redis", List.of("likeminds.storage.redis.url"),
            "likeminds.vectors.store=chroma", List.of("likeminds.vectors.chroma.url"),
            "likeminds.messaging.broker=rabbitmq", List.of("likeminds.messaging.rabbitmq.url"),
            "likeminds.rerank.provider=http", List.of("likeminds.rerank.url"),
            "likeminds.secrets.keys=environment", List.of("likeminds.secrets.key"),
            "likeminds.secrets.keys=vault", List.of("likeminds.secrets.vault.url", "likeminds.secrets.vault.token"));

    private static final Map<String, List<String>> CHOICES = Map.of(
            "likeminds.storage.relational", List.of("h2", "postgresql"),
            "likeminds.storage.documents", List.of("relational", "mongodb"),
            "likeminds.storage.objects", List.of("files", "s3"),
            "likeminds.storage.cache", List.of("caffeine", "redis"),
            "likeminds.vectors.store", List.of("lucene", "chroma"),
            "likeminds.messaging.broker", List.of("jdbc", "rabbitmq"),
            "likeminds.registry.kind", List.of("jdbc", "consul"),
            "likeminds.secrets.keys", List.of("file", "environment", "vault"));

    private static final String SECRET = "likeminds.services.secret";

    private Contradictions() {}

    static List<Problem> of(Environment environment, Set<Role> roles) {
        List<Problem> problems = new ArrayList<>();
        CHOICES.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(choice -> {
            String chosen = environment.getProperty(choice.getKey());
            if (chosen != null && !choice.getValue().contains(chosen)) {
                problems.add(new Problem(
                        choice.getKey(),
                        choice.getKey() + " is '" + chosen + "', which this program does not know.",
                        "Set it to one of: " + String.join(", ", choice.getValue()) + "."));
            }
        });
        NEEDED.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(rule -> {
            String[] chosen = rule.getKey().split("=");
            if (chosen[1].equals(environment.getProperty(chosen[0]))) {
                for (String needed : rule.getValue()) {
                    if (environment.getProperty(needed, "").isBlank()) {
                        problems.add(new Problem(needed, chosen[0] + " is " + chosen[1] + ", but " + needed + " is not set.", "Set " + needed + "."));
                    }
                }
            }
        });
        if (!roles.equals(Role.ALL)) {
            apart(environment, roles, problems);
        }
        try {
            OidcSettings.of(name -> environment.getProperty(name, ""));
        } catch (AgentException refused) {
            problems.add(new Problem("likeminds.auth.oidc", refused.fact(), refused.remedy()));
        }
        reachable(environment, roles, problems);
        return List.copyOf(problems);
    }

    /** What a server that other machines can reach cannot do without. */
    private static void reachable(Environment environment, Set<Role> roles, List<Problem> problems) {
        // application.yml says the loopback address; empty is somebody's own choice.
        String address = environment.getProperty("server.address", "127.0.0.1");
        String mode = environment.getProperty("likeminds.auth.mode", "required");
        try {
            AuthMode.of(mode, address);
        } catch (AgentException refused) {
            problems.add(new Problem("likeminds.auth.mode", refused.fact(), refused.remedy()));
        }
        if (AuthMode.loopback(address)) {
            return;
        }
        String where = "The server listens on " + (address.isEmpty() ? "every interface" : address) + ", but ";
        if (environment.getProperty(SECRET, "").isBlank() && roles.equals(Role.ALL)) {
            problems.add(new Problem(
                    SECRET, where + SECRET + " is not set.", "Set it to a random secret of at least 32 characters."));
        }
        String keys = environment.getProperty("likeminds.secrets.keys", "file");
        if (keys.equals("file") && environment.getProperty("likeminds.secrets.file", "").isBlank()) {
            problems.add(new Problem(
                    "likeminds.secrets.keys",
                    where + "what protects its sensitive values would lie beside them in the data folder.",
                    "Set likeminds.secrets.keys to environment or vault, or likeminds.secrets.file to a file elsewhere."));
        }
        boolean encrypted = List.of("server.ssl.bundle", "server.ssl.certificate", "server.ssl.key-store").stream()
                .anyMatch(setting -> !environment.getProperty(setting, "").isBlank());
        boolean behindProxy = !environment.getProperty("server.forward-headers-strategy", "none").equals("none");
        if (roles.contains(Role.GATEWAY) && !encrypted && !behindProxy) {
            problems.add(new Problem(
                    "server.ssl.bundle",
                    where + "passwords and tokens would travel readable.",
                    "Set server.ssl.bundle, or server.forward-headers-strategy to native when a proxy before it encrypts."));
        }
    }

    /** What one process keeps for itself cannot be shared by several. */
    private static void apart(Environment environment, Set<Role> roles, List<Problem> problems) {
        if (environment.getProperty(SECRET, "").isBlank()) {
            problems.add(new Problem(
                    SECRET,
                    "This process runs only some of the roles, but " + SECRET + " is not set, so it could not tell the others from strangers.",
                    "Give all processes the same random secret."));
        }
        for (Store store : Store.values()) {
            String users = Arrays.stream(Role.values())
                    .filter(role -> roles.contains(role) && role.stores().contains(store))
                    .map(Role::label)
                    .collect(Collectors.joining(", "));
            if (!users.isEmpty() && environment.getProperty(store.property, store.embedded).equals(store.embedded)) {
                problems.add(new Problem(
                        store.property,
                        store.property + " is " + store.embedded + ", which one process keeps to itself, but this one runs only some of the roles,"
                                + " and what these store is for the others as well: " + users + ".",
                        "Set " + store.property + " to " + store.shared + ", or run all roles in one process."));
            }
        }
    }

    /** @throws AgentException {@code configuration-invalid} with every sentence */
    static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw AgentException.badInput(
                    "configuration-invalid",
                    problems.stream().map(Problem::fact).collect(Collectors.joining(" ")),
                    problems.stream().map(Problem::remedy).distinct().collect(Collectors.joining(" ")));
        }
    }
}
