package community.likeminds.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.agents.coding.Runs;
import community.likeminds.agent.cli.CommandLineRun;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.infrastructure.auth.AuditLog;
import community.likeminds.agent.infrastructure.auth.sessions.SigningKeys;
import community.likeminds.agent.infrastructure.secrets.EncryptedValues;
import community.likeminds.agent.infrastructure.secrets.EncryptionKeys;
import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import community.likeminds.agent.infrastructure.storage.FilledTables;
import community.likeminds.agent.infrastructure.storage.TestDatabase;
import community.likeminds.agent.project.output.ChangeSets;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The life of a key over everything that the application keeps encrypted: made, replaced, interrupted in the middle, retired. */
abstract class KeyRotationContract {

    private static final TenantId ACME = new TenantId("acme");
    private static final int ANSWERS = 450;

    @TempDir
    Path folder;

    private final TestDatabase database;
    private final CommandLineRun cli = new CommandLineRun();

    KeyRotationContract(TestDatabase database) {
        this.database = database;
    }

    private ConfigurableApplicationContext start() {
        List<String> arguments = new ArrayList<>(List.of("--likeminds.data=" + folder.resolve("data"), "--logging.level.root=ERROR"));
        database.properties().forEach(property -> arguments.add("--" + property));
        return new SpringApplicationBuilder(Application.class)
                .profiles("command")
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new));
    }

    @Test
    void aKeyIsReplacedEverywhereAlsoAfterAnInterruptionAndThenRetired() throws Exception {
        Path project = Files.createDirectories(folder.resolve("shop"));
        try (ConfigurableApplicationContext context = start()) {
            fill(context, project);
            EncryptionKeys keys = context.getBean(EncryptionKeys.class);
            cli.with(keys, context.getBean(AuditLog.class));
            assertThat(holding(context, "k1")).as("places with values under the first key").hasSize(4);

            assertThat(cli.run("secrets", "retire", "k1")).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(cli.err()).contains("is the current one");
            assertThat(cli.run("secrets", "rotate")).isZero();
            assertThat(cli.out().strip()).isEqualTo("k2");
            assertThat(cli.run("secrets", "retire", "k1")).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(cli.err()).contains("still under the key 'k1'", ANSWERS + " answers to repeated requests", "1 signing keys");

            int[] seen = {0};
            assertThatThrownBy(() -> keys.rewrap((stage, done, total, detail) -> {
                if (++seen[0] == 300) {
                    throw new IllegalStateException("the process ends here");
                }
            })).hasMessage("the process ends here");
        }
        // Another process, which knows nothing of the one before.
        try (ConfigurableApplicationContext context = start()) {
            EncryptionKeys keys = context.getBean(EncryptionKeys.class);
            cli.with(keys, context.getBean(AuditLog.class));
            CommandLineRun again = new CommandLineRun().with(keys, context.getBean(AuditLog.class));
            long old = under(keys, "k1");
            assertThat(old).as("left by the interruption").isBetween(100L, ANSWERS - 100L);
            assertThat(under(keys, "k2")).isEqualTo(ANSWERS + 4 - old);

            assertThat(again.run("secrets", "rewrap", "--json")).as(again.err()).isZero();
            JsonNode done = JsonMapper.shared().readTree(again.out());
            assertThat(done.path("key").stringValue()).isEqualTo("k2");
            long rewrapped = 0;
            for (JsonNode place : done.path("places")) {
                rewrapped += place.path("rewrapped").longValue();
            }
            assertThat(rewrapped).isEqualTo(old);
            assertThat(again.run("secrets", "retire", "k1", "--json")).as(again.err()).isZero();
            assertThat(again.out()).contains("\"gone\":true");
            assertThat(holding(context, "k1")).isEmpty();
            assertThat(Files.readString(folder.resolve("data/keys/secrets.keys"))).contains("k2:").doesNotContain("k1:");
            assertThat(context.getBean(AuditLog.class).list(TenantId.DEFAULT, new AuditLog.Query(0, 100, "", "secrets")).events())
                    .extracting(event -> event.action() + " " + event.target())
                    .containsExactlyInAnyOrder("secrets rotate k2", "secrets rewrap k2", "secrets retire k1");
        }
        try (ConfigurableApplicationContext context = start()) {
            readable(context, project);
        }
    }

    @Test
    void whatCannotBeReadIsSaidAndEverythingElseIsDone() throws Exception {
        try (ConfigurableApplicationContext context = start()) {
            fill(context, Files.createDirectories(folder.resolve("shop")));
            JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
            // The answer of another one in this one's place, and one that was cut off.
            jdbc.update("update idempotency_keys set answer = (select answer from idempotency_keys where name = 'k-001') where name = 'k-000'");
            jdbc.update("update idempotency_keys set answer = 'lms1.azE' where name = 'k-002'");
            CommandLineRun run = new CommandLineRun().with(context.getBean(EncryptionKeys.class), context.getBean(AuditLog.class));
            assertThat(run.run("secrets", "rotate")).isZero();
            assertThat(run.run("secrets", "rewrap")).isEqualTo(ExitCodes.PARTIAL);
            assertThat(run.out()).contains("answers to repeated requests: " + (ANSWERS - 2) + " of " + ANSWERS + " rewrapped, 2 unreadable");
            assertThat(run.run("secrets", "retire", "k1")).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(run.err()).contains("1 answers to repeated requests");
            jdbc.update("delete from idempotency_keys where name in ('k-000', 'k-002')");
            assertThat(run.run("secrets", "retire", "k1")).as(run.err()).isZero();
        }
    }

    private static void fill(ConfigurableApplicationContext context, Path project) throws IOException {
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        for (String table : List.of("signing_keys", "idempotency_keys", "tasks", "audit_events")) {
            jdbc.update("delete from " + table);
        }
        context.getBean(SigningKeys.class).rotate();
        SecretEncryption encryption = context.getBean(SecretEncryption.class);
        OffsetDateTime later = OffsetDateTime.now(ZoneOffset.UTC).plusDays(1);
        for (int i = 0; i < ANSWERS; i++) {
            String name = "k-%03d".formatted(i);
            jdbc.update(
                    "insert into idempotency_keys (tenant, caller, name, request, owner, seen_at, expires_at, answer) values (?, ?, ?, 'r', 'o', ?, ?, ?)",
                    ACME.value(), i % 2 == 0 ? "u1" : "u2", name, later, later, encryption.encrypt(ACME, "answer/" + (i % 2 == 0 ? "u1" : "u2") + "/" + name, "answer " + i));
        }
        context.getBean(Runs.class).integrate(
                ACME, new IntegrationRequest(project, List.of("docs"), "Add the feed", Map.of("API_KEY", "v1", "API_URL", "v2"), "", false, List.of()), "");
        Files.writeString(project.resolve(".env"), "API_KEY=before\n");
        try (ChangeSets.Run run = context.getBean(ChangeSets.class).begin(project)) {
            run.write(".env", "API_KEY=after\n".getBytes(StandardCharsets.UTF_8));
            run.commit();
        }
    }

    private static void readable(ConfigurableApplicationContext context, Path project) throws IOException {
        SecretEncryption encryption = context.getBean(SecretEncryption.class);
        List<String> read = new ArrayList<>();
        for (EncryptedValues place : context.getBeanProvider(EncryptedValues.class)) {
            place.each(kept -> read.add(encryption.decrypt(kept.tenant(), kept.name(), kept.encrypted())));
        }
        assertThat(read).hasSize(ANSWERS + 4).contains("v1", "v2", "answer 0", "answer " + (ANSWERS - 1));
        assertThat(read).anyMatch(value -> value.contains("\"kty\":\"EC\""));
        context.getBean(ChangeSets.class).undo(project);
        assertThat(project.resolve(".env")).hasContent("API_KEY=before");
    }

    private static long under(EncryptionKeys keys, String id) {
        return keys.list((stage, done, total, detail) -> {}).stream().filter(key -> key.id().equals(id)).mapToLong(EncryptionKeys.Key::total).sum();
    }

    /** Tables and files that hold a value under a key, whoever knows of them. */
    private List<String> holding(ConfigurableApplicationContext context, String key) throws IOException {
        String mark = "lms1." + Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8)) + ".";
        List<String> found = new ArrayList<>();
        FilledTables.read(context.getBean(DataSource.class)).forEach((table, rows) -> {
            if (rows.toString().contains(mark)) {
                found.add(table);
            }
        });
        try (Stream<Path> files = Files.walk(folder.resolve("data/checkpoints"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(mark)) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }
}
