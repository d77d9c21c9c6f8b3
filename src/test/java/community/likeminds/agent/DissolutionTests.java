package community.likeminds.agent;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.cli.CommandLineRun;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.Accounts;
import community.likeminds.agent.infrastructure.auth.AuditLog;
import community.likeminds.agent.infrastructure.auth.Dissolution;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.infrastructure.storage.FilledTables;
import community.likeminds.agent.infrastructure.storage.StoredDocuments;
import community.likeminds.agent.infrastructure.storage.StoredObjects;
import community.likeminds.agent.infrastructure.storage.TenantRows;
import community.likeminds.agent.processors.code.CodeChunk;
import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.PageFacts;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.code.CodeVectors;
import community.likeminds.agent.vector.docs.DocumentVectors;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** An organisation is removed with what it has in every table and every store, and nothing of another one is. */
class DissolutionTests {

    private static final TenantId LEAVING = new TenantId("leaving");
    private static final TenantId STAYING = new TenantId("staying");
    private static final String MODEL = "a-model";

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext context;
    private final CommandLineRun cli = new CommandLineRun();

    @BeforeAll
    static void start() {
        context = new SpringApplicationBuilder(Application.class)
                .profiles("command")
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run("--likeminds.data=" + folder.resolve("data"), "--logging.level.root=ERROR");
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void everythingOfOneOrganisationGoesAndNothingOfAnother() {
        cli.with(bean(Accounts.class), bean(AuditLog.class), bean(Dissolution.class), bean(Tasks.class));
        for (TenantId tenant : List.of(LEAVING, STAYING)) {
            assertThat(cli.run("organisations", "add", tenant.value(), "Some")).isZero();
            FilledTables.fill(bean(DataSource.class), tenant.value());
            bean(JdbcTemplate.class).update("update tasks set state = 'succeeded' where tenant = ?", tenant.value());
            bean(JdbcTemplate.class).update("update accounts set kind = 'service' where id in (select account from memberships where tenant = ?)", tenant.value());
            putIntoStores(tenant);
        }
        String both = bean(Accounts.class).addServiceAccount(LEAVING, "both", Set.of(AccessRole.VIEWER)).id();
        bean(JdbcTemplate.class).update("insert into memberships (tenant, account, role) values (?, ?, 'viewer')", STAYING.value(), both);
        String only = bean(Accounts.class).addServiceAccount(LEAVING, "only", Set.of(AccessRole.VIEWER)).id();
        Map<String, Long> staying = bean(TenantRows.class).count(STAYING);
        assertThat(staying.values()).allMatch(count -> count > 0);

        assertThat(cli.run("organisations", "remove", LEAVING.value())).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("Nobody is at a terminal");
        bean(JdbcTemplate.class).update("update tasks set state = 'queued' where tenant = ?", LEAVING.value());
        assertThat(cli.run("organisations", "remove", LEAVING.value(), "--yes")).isNotZero();
        assertThat(cli.err()).contains("has not ended");
        bean(JdbcTemplate.class).update("update tasks set state = 'succeeded' where tenant = ?", LEAVING.value());
        assertThat(stored(LEAVING)).containsExactly(1, 1, 1, 1);

        assertThat(cli.run("organisations", "remove", LEAVING.value(), "--yes")).isZero();
        assertThat(cli.out()).contains("The organisation leaving is removed.", "1 objects", "1 indexed sources", "1 indexed codebases", "audit events");
        assertThat(bean(TenantRows.class).count(LEAVING).values()).allMatch(count -> count == 0);
        assertThat(stored(LEAVING)).containsExactly(0, 0, 0, 0);
        assertThat(bean(TenantRows.class).count(STAYING)).isEqualTo(staying);
        assertThat(stored(STAYING)).containsExactly(1, 1, 1, 1);
        List<String> left = bean(JdbcTemplate.class).queryForList("select id from accounts", String.class);
        assertThat(left).contains(both).doesNotContain(only);
        assertThat(bean(AuditLog.class).list(TenantId.DEFAULT, new AuditLog.Query(0, 100, "", "organisations remove")).events())
                .extracting(AuditLog.Event::target).containsExactly(LEAVING.value());

        assertThat(cli.run("organisations")).isZero();
        assertThat(cli.out()).contains(STAYING.value()).doesNotContain(LEAVING.value());
        assertThat(cli.run("organisations", "remove", LEAVING.value(), "--yes")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("There is no organisation 'leaving'.");
        assertThat(cli.run("organisations", "remove", "default", "--yes")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("cannot be removed");
    }

    private static void putIntoStores(TenantId tenant) {
        bean(StoredObjects.class).put(tenant, "a/report", new ByteArrayInputStream("bytes".getBytes(StandardCharsets.UTF_8)), StoredObjects.NewObject.of("text/plain"));
        bean(StoredDocuments.class).put(tenant, "reports", new StoredDocuments.NewDocument("one", Map.of("status", "verified"), "a report"));
        bean(DocumentVectors.class).replace(
                tenant, "guide",
                List.of(new DocumentVectors.PageChunks("a.md", List.of(new Chunk(
                        "guide", "a.md", "", List.of(), "", new LineRange(1, 2), "Some text", "Some text", "hash", PageFacts.unknown())))),
                DocumentVectors.VectorSet.none(MODEL));
        bean(CodeVectors.class).replace(
                tenant, "shop",
                List.of(new CodeVectors.FileChunks("a.js", List.of(new CodeChunk(
                        "a.js", "javascript", List.of("open"), "open", "function", "open()", "", 1, 2, "function open() {}", "open", "hash")))),
                new CodeVectors.CodeVectorSet(MODEL, Map.of()));
    }

    /** Objects, documents, passages of documentation and of code. */
    private static List<Integer> stored(TenantId tenant) {
        return List.of(
                bean(StoredObjects.class).list(tenant, "", "", 10).size(),
                bean(StoredDocuments.class).find(tenant, "reports", new StoredDocuments.Query(Map.of(), null, 10), String.class).documents().size(),
                bean(DocumentVectors.class).counts(tenant, "guide", MODEL).chunks(),
                bean(CodeVectors.class).counts(tenant, "shop", MODEL).chunks());
    }

    private static <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
