package community.likeminds.agent.infrastructure.storage.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.storage.StorageContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An upgrade that ends in the middle of a script, as one does whose process is killed there: H2 has committed every statement before. */
class InterruptedUpgradeTest {

    @TempDir
    Path temporary;

    private Path data;
    private Path scripts;

    @BeforeEach
    void folders() throws IOException {
        data = temporary.resolve("it's data");
        scripts = Files.createDirectories(temporary.resolve("scripts"));
    }

    private AnnotationConfigApplicationContext start(String... locations) {
        return StorageContext.start(data, List.of("spring.flyway.locations=" + String.join(",", locations)), context -> {});
    }

    private AnnotationConfigApplicationContext upgraded() {
        return start("classpath:db/migration", "filesystem:" + scripts);
    }

    private void script(String name, String sql) throws IOException {
        Files.writeString(scripts.resolve(name), sql);
    }

    private static int count(AnnotationConfigApplicationContext context, String table) {
        return context.getBean(JdbcClient.class).sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Test
    void theFirstSetUpBeginsAnew() throws IOException {
        script("V1__two.sql", "create table one (id integer); create table broken (");
        assertThatThrownBy(() -> start("filesystem:" + scripts)).hasRootCauseInstanceOf(SQLException.class);

        script("V1__two.sql", "create table one (id integer); create table two (id integer);");
        try (AnnotationConfigApplicationContext context = start("filesystem:" + scripts)) {
            assertThat(count(context, "one") + count(context, "two")).isZero();
        }
    }

    @Test
    void whatThereWasIsThereBeforeItIsTriedAgain() throws IOException {
        try (AnnotationConfigApplicationContext context = start("classpath:db/migration")) {
            for (int i = 0; i < 3; i++) {
                context.getBean(JdbcClient.class)
                        .sql("insert into embeddings (tenant, model, content_hash, vector) values ('t', 'm', ?, ?)")
                        .params("ü" + i, new byte[] {0, 1, (byte) 0xff})
                        .update();
            }
        }
        script("V9001__first.sql", "create table first_of_two (id integer);");
        script("V9002__second.sql", "delete from embeddings where content_hash = 'ü1'; alter table embeddings drop column vector; broken;");
        assertThatThrownBy(this::upgraded).hasStackTraceContaining("V9002__second.sql");

        script("V9002__second.sql", "alter table embeddings add column origin varchar(10);");
        try (AnnotationConfigApplicationContext context = upgraded()) {
            assertThat(context.getBean(JdbcClient.class)
                            .sql("select content_hash, vector from embeddings where origin is null order by content_hash")
                            .query((row, i) -> row.getString(1) + row.getBytes(2).length)
                            .list())
                    .containsExactly("ü03", "ü13", "ü23");
            assertThat(count(context, "first_of_two")).isZero();
        }
        // What is written after an upgrade is not taken back by the next start.
        try (AnnotationConfigApplicationContext context = upgraded()) {
            context.getBean(JdbcClient.class).sql("insert into first_of_two values (1)").update();
        }
        try (AnnotationConfigApplicationContext context = upgraded()) {
            assertThat(count(context, "first_of_two")).isOne();
        }
        assertThat(data.resolve("db")).isDirectoryNotContaining("glob:**before-upgrade*");
    }
}
