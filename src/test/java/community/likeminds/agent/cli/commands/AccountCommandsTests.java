package community.likeminds.agent.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.cli.CommandLineRun;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.Accounts;
import community.likeminds.agent.infrastructure.auth.ApiKeys;
import community.likeminds.agent.infrastructure.auth.AuditLog;
import community.likeminds.agent.infrastructure.auth.Invitations;
import community.likeminds.agent.infrastructure.auth.ProjectGrants;
import community.likeminds.agent.infrastructure.auth.Projects;
import community.likeminds.agent.infrastructure.storage.StorageContext;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code users}, {@code keys}, {@code projects} and {@code audit} on real rows; every test in an organisation of its own. */
class AccountCommandsTests {

    private static final String PASSWORD = "four random words here";

    @TempDir
    static Path folder;

    private static AnnotationConfigApplicationContext context;
    private final CommandLineRun cli = new CommandLineRun();
    private String organisation = "";

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({
        "community.likeminds.agent.infrastructure.auth.accounts",
        "community.likeminds.agent.infrastructure.auth.audit",
        "community.likeminds.agent.infrastructure.auth.projects"
    })
    static class Wiring {}

    @BeforeAll
    static void start() {
        context = StorageContext.start(folder.resolve("data"), List.of(), beans -> {}, Wiring.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void organisation() {
        organisation = "o" + UUID.randomUUID().toString().substring(0, 8);
        context.getBean(Accounts.class).addOrganisation(new TenantId(organisation), "Some");
        for (Class<?> part : List.of(Accounts.class, ApiKeys.class, AuditLog.class, Invitations.class, ProjectGrants.class, Projects.class)) {
            cli.with(context.getBean(part));
        }
    }

    @Test
    void peopleAreInvitedOnceAndServicesListedAndRemoved() {
        assertThat(run("users")).isZero();
        assertThat(cli.out()).contains("Nobody is a member yet.", "likeminds users invite");

        assertThat(run("users", "invite", "anna@example.org", "--role", "admin", "--role", "operator")).isZero();
        assertThat(cli.out()).startsWith("/setup?invitation=");
        assertThat(cli.err()).contains("anna@example.org", "works once");
        String secret = cli.out().strip().substring("/setup?invitation=".length());
        Invitations invitations = context.getBean(Invitations.class);
        invitations.accept(new Invitations.Acceptance(secret, "", "Anna", PASSWORD));
        assertThat(run("users", "--json")).isZero();
        JsonNode anna = json().path("members").get(0);
        assertThat(anna.path("email").stringValue()).isEqualTo("anna@example.org");
        assertThat(anna.path("roles").toString()).contains("\"ADMIN\"", "\"OPERATOR\"");
        assertThat(cli.out()).doesNotContain(PASSWORD, "argon2");

        assertThat(run("users", "service", "ci", "--role", "developer")).isZero();
        String ci = cli.out().strip();
        assertThat(cli.err()).contains("likeminds keys create " + ci);
        assertThat(run("users")).isZero();
        assertThat(cli.out()).contains("anna@example.org  admin, operator", "ci  developer", ci);

        assertThat(run("users", "remove", ci)).isZero();
        assertThat(cli.err()).contains("The membership has ended.");
        assertThat(run("users", "remove", ci)).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("has no member '" + ci + "'");
        assertThat(run("users", "remove", anna.path("id").stringValue())).isNotZero();
        assertThat(cli.err()).contains("without an admin");
        assertThat(deeds()).containsExactly("users remove", "users service", "users invite");
    }

    @Test
    void wrongAddressesRolesAndOrganisationsAreSaid() {
        assertThat(run("users", "invite", "anna@example.org")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("--role");
        assertThat(run("users", "invite", "anna@example.org", "--role", "king")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("There is no role 'king'.", "viewer, developer, admin or operator");
        assertThat(run("users", "invite", "anna", "--role", "admin")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("'anna' is no e-mail address.");
        assertThat(cli.run("users", "service", "ci", "--role", "admin", "--organisation", "nobody")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("There is no organisation 'nobody'.");
        assertThat(deeds()).isEmpty();
    }

    @Test
    void keysAreShownOnceLimitedAndRevoked() {
        assertThat(run("keys")).isZero();
        assertThat(cli.out()).contains("There are no keys.", "likeminds keys create");
        String bot = member();

        assertThat(run("keys", "create", bot, "--name", "nightly", "--role", "viewer", "--days", "90")).isZero();
        String secret = cli.out().strip();
        assertThat(secret).startsWith(ApiKeys.MARK);
        assertThat(cli.err()).contains("shown this once");
        assertThat(run("keys", "create", bot, "--name", "open")).isZero();
        assertThat(run("keys", "create", bot, "--name", "over", "--role", "operator")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("allowed more than its account");

        assertThat(run("keys", "--json")).isZero();
        JsonNode keys = json().path("keys");
        assertThat(keys).hasSize(2);
        assertThat(cli.out()).doesNotContain(secret);
        JsonNode nightly = keys.get(0).path("name").stringValue().equals("nightly") ? keys.get(0) : keys.get(1);
        assertThat(nightly.path("expiresAt").isNull()).isFalse();

        assertThat(run("keys", "revoke", nightly.path("id").stringValue())).isZero();
        assertThat(run("keys")).isZero();
        assertThat(cli.out()).contains("nightly", "revoked", "open", "valid", "last used never");
        assertThat(run("keys", "revoke", "none")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(deeds()).containsExactly("keys revoke", "keys create", "keys create");
    }

    @Test
    void projectsAreRegisteredShownRenamedGivenAndForgotten() throws IOException {
        assertThat(run("projects")).isZero();
        assertThat(cli.out()).contains("No project is registered.");
        Path shop = Files.createDirectories(folder.resolve(organisation + "/shop")).toRealPath();
        Path docs = Files.createDirectories(folder.resolve(organisation + "/docs")).toRealPath();

        assertThat(run("projects", "add", shop + "/../shop", "--docs", "npm:some-sdk@1", "--docs", docs + "/../docs", "--skip", "build", "--json")).isZero();
        String id = json().path("id").stringValue();
        assertThat(json().path("folder").stringValue()).isEqualTo(shop.toString());
        assertThat(cli.err()).contains(shop.toString(), organisation);
        assertThat(run("projects")).isZero();
        assertThat(cli.out()).contains("shop  " + shop, id);

        String bot = member();
        assertThat(run("projects", "rename", "shop", "store")).isZero();
        assertThat(run("projects", "grant", "store", bot, "--role", "developer")).isZero();
        assertThat(run("projects", "show", id)).isZero();
        assertThat(cli.out()).contains("store", "documentation npm:some-sdk@1", "documentation " + docs, "without build", "developer " + bot);
        assertThat(run("projects", "show", "store", "--json")).isZero();
        assertThat(json().path("grants").get(0).path("subject").stringValue()).isEqualTo(bot);

        assertThat(run("projects", "revoke", "store", bot, "--role", "developer")).isZero();
        assertThat(run("projects", "revoke", "store", bot, "--role", "developer")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("does not have the role developer");
        assertThat(run("projects", "remove", "store")).isZero();
        assertThat(shop).isDirectory();
        assertThat(run("projects", "show", "store")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("There is no project 'store'.");
        assertThat(deeds()).containsExactly("projects remove", "projects revoke", "projects grant", "projects rename", "projects add");
    }

    @Test
    void whatCannotBeRegisteredIsSaid() throws IOException {
        Path taken = Files.createDirectories(folder.resolve(organisation + "/taken")).toRealPath();
        assertThat(run("projects", "add", taken.toString())).isZero();
        assertThat(run("projects", "add", taken.toString(), "--name", "again")).isNotZero();
        assertThat(cli.err()).contains("already");
        assertThat(cli.run("projects", "add", taken.toString(), "--name", "mine")).isNotZero();
        assertThat(cli.err()).contains("cannot be registered here");
        assertThat(run("projects", "add", taken + "/none")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("does not exist");
        Path file = Files.writeString(taken.resolve("file"), "x");
        assertThat(run("projects", "add", file.toString())).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("is no folder");
        Path free = Files.createDirectories(folder.resolve(organisation + "/free"));
        assertThat(run("projects", "add", free.toString(), "--skip", "lint")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("no rung 'lint'");
        assertThat(run("projects", "add", free.toString(), "--owner", "nobody")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run("projects", "add", free.toString(), "--docs", free + "/none")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("npm:");
        assertThat(deeds()).containsExactly("projects add");
    }

    @Test
    void theAuditLogIsReadInPagesAndFiltered() {
        assertThat(run("audit")).isZero();
        assertThat(cli.out()).contains("Nothing was written down yet.");
        String bot = member();
        for (int number = 0; number < 3; number++) {
            assertThat(run("keys", "create", bot, "--name", "key" + number)).isZero();
        }
        assertThat(run("users", "service", "other", "--role", "viewer")).isZero();

        assertThat(run("audit")).isZero();
        assertThat(cli.out()).contains("local", "keys create", "users service", ": done");
        assertThat(run("audit", "--action", "keys", "--most", "2", "--json")).isZero();
        assertThat(json().path("events")).hasSize(2);
        long next = json().path("next").longValue();
        assertThat(run("audit", "--action", "keys", "--before", String.valueOf(next), "--json")).isZero();
        assertThat(json().path("events")).hasSize(1);
        assertThat(json().path("next").longValue()).isZero();
        assertThat(run("audit", "--most", "1")).isZero();
        assertThat(cli.err()).contains("There is more: likeminds audit --before ");
        assertThat(run("audit", "--actor", "somebody-else")).isZero();
        assertThat(cli.out()).contains("Nothing was written down yet.");
    }

    private int run(String... arguments) {
        return cli.run(Stream.concat(Stream.of(arguments), Stream.of("--organisation", organisation)).toArray(String[]::new));
    }

    private String member() {
        return context.getBean(Accounts.class).addServiceAccount(new TenantId(organisation), "bot", Set.of(AccessRole.DEVELOPER)).id();
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(cli.out());
    }

    /** Newest first. */
    private List<String> deeds() {
        return context.getBean(AuditLog.class).list(new TenantId(organisation), new AuditLog.Query(0, 100, "", "")).events().stream()
                .map(AuditLog.Event::action)
                .toList();
    }
}
