package community.likeminds.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.cli.ConfigurationCheck.Problem;
import community.likeminds.agent.shared.AgentException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The table of roles, and what a process with some of them is made of. */
class RoleTest {

    private static final String BASE = "community.likeminds.agent.";

    @Test
    void namesAndGroupsAreRead() {
        assertThat(Role.parse("processors, output"))
                .containsExactlyInAnyOrder(Role.DOCUMENT_PROCESSOR, Role.CODE_PROCESSOR, Role.OUTPUT);
        assertThat(Role.parse("all")).isEqualTo(Role.ALL);
        assertThatThrownBy(() -> Role.parse("output,nothing"))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("role-unknown"));
    }

    @Test
    void aFilterLeavesOutWhatOnlyAbsentRolesAreMadeOf() {
        RoleFilter filter = new RoleFilter(Set.of(Role.CODE_VECTORS));
        assertThat(filter.leavesOut(BASE + "agents.coding.orchestrator.Execution")).isTrue();
        assertThat(filter.leavesOut(BASE + "vector.docs.store.StoredDocumentVectors")).isTrue();
        assertThat(filter.leavesOut(BASE + "vector.code.store.StoredCodeVectors")).isFalse();
        assertThat(filter.leavesOut(BASE + "vector.core.store.lucene.LuceneConfiguration")).isFalse();
        assertThat(filter.leavesOut(BASE + "infrastructure.storage.StorageConfiguration")).isFalse();
        assertThat(filter.leavesOut(BASE + "infrastructure.auth.api.SignInController")).isTrue();
        // Every process verifies tokens itself.
        assertThat(filter.leavesOut(BASE + "infrastructure.auth.sessions.SessionsConfiguration")).isFalse();
        assertThat(filter.leavesOut(BASE + "Application")).isFalse();
    }

    /** A role calls only what the table says, so that readiness can tell what is missing. */
    @Test
    void whatARoleNeedsIsWhatItsModulesDependOn() {
        ApplicationModules modules = ApplicationModules.of(Application.class);
        for (Role role : Role.values()) {
            Set<Role> called = new HashSet<>();
            for (String name : role.modules()) {
                ApplicationModule module = modules.getModuleForPackage(BASE + name).orElseThrow();
                module.getBootstrapDependencies(modules).forEach(used -> Arrays.stream(Role.values())
                        .filter(other -> other.modules().contains(used.getIdentifier().toString()))
                        .filter(other -> role.modules().stream().noneMatch(own -> own.equals(used.getIdentifier().toString())))
                        .findFirst()
                        .ifPresent(called::add));
            }
            assertThat(role.needs()).as("%s", role.label()).containsAll(called);
        }
    }

    @Test
    void embeddedStoresAreRefusedWhenRolesRunApart() {
        MockEnvironment environment = new MockEnvironment();
        assertThat(Contradictions.of(environment, Role.ALL)).isEmpty();
        assertThat(Contradictions.of(environment, Set.of(Role.DOCUMENT_VECTORS)))
                .extracting(Problem::setting)
                .containsExactly("likeminds.services.secret", "likeminds.storage.relational", "likeminds.vectors.store");
        environment.setProperty("likeminds.services.secret", "x".repeat(32));
        environment.setProperty("likeminds.storage.relational", "postgresql");
        environment.setProperty("likeminds.storage.postgresql.url", "jdbc:postgresql://db/likeminds");
        assertThat(Contradictions.of(environment, Set.of(Role.OUTPUT))).isEmpty();
        assertThat(Contradictions.of(environment, Set.of(Role.CODING_AGENT)))
                .extracting(Problem::setting)
                .containsExactly("likeminds.storage.objects", "likeminds.storage.cache");
    }

    @Test
    void whatAChoiceNeedsMustBeSet() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("likeminds.messaging.broker", "rabbitmq")
                .withProperty("likeminds.storage.cache", "memcached");
        assertThat(Contradictions.of(environment, Role.ALL))
                .extracting(Problem::setting)
                .containsExactly("likeminds.storage.cache", "likeminds.messaging.rabbitmq.url");
        assertThatThrownBy(() -> Contradictions.refuse(Contradictions.of(environment, Role.ALL)))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("configuration-invalid"));
    }

    @Test
    void aProviderToSignInWithIsCompleteAndSafe() {
        MockEnvironment environment = new MockEnvironment().withProperty("likeminds.auth.oidc.issuer", "http://login.example");
        for (String[] next : new String[][] {
            {"http://login.example", "no address"},
            {"https://login.example/?x=y", "no address"},
            {"http://127.0.0.1:8080/realm", "client-id is not"},
            {"https://login.example", "client-id is not"}
        }) {
            environment.setProperty("likeminds.auth.oidc.issuer", next[0]);
            assertThat(Contradictions.of(environment, Role.ALL)).singleElement().satisfies(problem -> assertThat(problem.fact()).contains(next[1]));
        }
        environment.setProperty("likeminds.auth.oidc.client-id", "agent");
        environment.setProperty("likeminds.auth.oidc.redirect-uri", "http://agent.example/api/v1/auth/oidc/callback");
        assertThat(Contradictions.of(environment, Role.ALL)).hasSize(1);
        environment.setProperty("likeminds.auth.oidc.redirect-uri", "https://agent.example/api/v1/auth/oidc/callback");
        assertThat(Contradictions.of(environment, Role.ALL)).isEmpty();
        environment.setProperty("likeminds.auth.oidc.role", "owner");
        assertThat(Contradictions.of(environment, Role.ALL)).hasSize(1);
    }

    @Test
    void secretsAreNotShown() {
        Map.of(
                        "likeminds.storage.postgresql.password", "hunter2",
                        "likeminds.services.secret", "hunter2",
                        "likeminds.auth.oidc.client-secret", "hunter2",
                        "likeminds.auth.oidc.client.secret", "hunter2",
                        "likeminds.storage.s3.access-key", "hunter2",
                        "likeminds.storage.redis.url", "redis://:hunter2@cache:6379",
                        "likeminds.anything", "ENC(hunter2)",
                        "likeminds.another", "lms1.hunter2")
                .forEach((name, value) -> assertThat(EffectiveConfiguration.shown(name, value)).as(name).doesNotContain("hunter2"));
        assertThat(EffectiveConfiguration.shown("likeminds.storage.postgresql.url", "jdbc:postgresql://db/x"))
                .isEqualTo("jdbc:postgresql://db/x");
    }

    @Test
    void aServerThatOthersCanReachNeedsRealSecrets() {
        MockEnvironment environment = new MockEnvironment().withProperty("server.address", "0.0.0.0");
        assertThat(Contradictions.of(environment, Role.ALL))
                .extracting(problem -> problem.setting())
                .containsExactly("likeminds.services.secret", "likeminds.secrets.keys", "server.ssl.bundle");
        environment.setProperty("likeminds.auth.mode", "local");
        assertThat(Contradictions.of(environment, Role.ALL))
                .extracting(problem -> problem.setting())
                .contains("likeminds.auth.mode");
        environment.setProperty("likeminds.auth.mode", "required");
        environment.setProperty("likeminds.services.secret", "x".repeat(32));
        environment.setProperty("likeminds.secrets.keys", "environment");
        environment.setProperty("likeminds.secrets.key", "k1:AAAA");
        environment.setProperty("server.forward-headers-strategy", "native");
        assertThat(Contradictions.of(environment, Role.ALL)).isEmpty();
        assertThat(Contradictions.of(new MockEnvironment().withProperty("server.address", "::1"), Role.ALL)).isEmpty();
    }
}
