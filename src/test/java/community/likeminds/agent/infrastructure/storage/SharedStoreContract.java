package community.likeminds.agent.infrastructure.storage;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A server and a command line on one store, in two real processes. */
abstract class SharedStoreContract {

    private final TestDatabase database;

    @TempDir
    Path data;

    SharedStoreContract(TestDatabase database) {
        this.database = database;
    }

    /** The other process. */
    public static final class Other {
        public static void main(String[] arguments) {
            try (AnnotationConfigApplicationContext context = StorageContext.start(
                    Path.of(arguments[0]), new TestDatabase(List.of(arguments).subList(1, arguments.length)))) {
                JsonRecords records = context.getBean(JsonRecords.class);
                String seen = records.get(TenantId.DEFAULT, "words", "mine", String.class).orElse("nothing");
                records.put(TenantId.DEFAULT, "words", "yours", "saw " + seen);
                boolean locked = context.getBean(NamedLocks.class).tryAcquire("job").isEmpty();
                records.put(TenantId.DEFAULT, "words", "lock", locked ? "held" : "free");
            }
        }
    }

    @Test
    void twoProcessesShareRecordsAndLocks() throws Exception {
        try (AnnotationConfigApplicationContext context = StorageContext.start(data, database)) {
            JsonRecords records = context.getBean(JsonRecords.class);
            records.put(TenantId.DEFAULT, "words", "mine", "hello");
            try (NamedLocks.Held held =
                    context.getBean(NamedLocks.class).tryAcquire("job").orElseThrow()) {
                runOther();
            }
            assertThat(records.get(TenantId.DEFAULT, "words", "yours", String.class)).contains("saw hello");
            assertThat(records.get(TenantId.DEFAULT, "words", "lock", String.class)).contains("held");
            runOther();
            assertThat(records.get(TenantId.DEFAULT, "words", "lock", String.class)).contains("free");
        }
    }

    @Test
    void askingForALockThatThisProcessHoldsDoesNotGiveItUp() throws Exception {
        try (AnnotationConfigApplicationContext context = StorageContext.start(data, database)) {
            NamedLocks locks = context.getBean(NamedLocks.class);
            try (NamedLocks.Held held = locks.tryAcquire("job").orElseThrow()) {
                assertThat(locks.tryAcquire("job")).isEmpty();
                runOther();
            }
            assertThat(context.getBean(JsonRecords.class).get(TenantId.DEFAULT, "words", "lock", String.class)).contains("held");
        }
    }

    @Test
    void aLockIsHeldOnceWithinAProcessToo() {
        try (AnnotationConfigApplicationContext context = StorageContext.start(data, database)) {
            NamedLocks locks = context.getBean(NamedLocks.class);
            try (NamedLocks.Held held = locks.tryAcquire("a").orElseThrow()) {
                assertThat(locks.tryAcquire("a")).isEmpty();
                locks.tryAcquire("b").orElseThrow().close();
            }
            locks.tryAcquire("a").orElseThrow().close();
        }
    }

    @Test
    void aLockMayHaveAnyName() {
        try (AnnotationConfigApplicationContext context = StorageContext.start(data, database)) {
            NamedLocks locks = context.getBean(NamedLocks.class);
            for (String name : List.of("a\u0000b", "ü/🦊", "x".repeat(5_000), "../..")) {
                try (NamedLocks.Held held = locks.tryAcquire(name).orElseThrow()) {
                    assertThat(locks.tryAcquire(name)).isEmpty();
                    assertThat(locks.tryAcquire(name + "x")).hasValueSatisfying(NamedLocks.Held::close);
                }
            }
        }
    }

    private void runOther() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName(),
                data.toString()));
        command.addAll(database.properties());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("other.log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).describedAs(java.nio.file.Files.readString(data.resolve("other.log"))).isZero();
    }
}
