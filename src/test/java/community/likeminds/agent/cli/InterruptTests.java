package community.likeminds.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.DocumentationAgent;
import community.likeminds.agent.agents.documentation.SourceSummary;
import community.likeminds.agent.fakes.FakeDocumentationAgent;
import community.likeminds.agent.shared.TenantId;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What Ctrl-C does to a command, in a process of its own. */
class InterruptTests {

    /** A command line whose work takes for ever and is rolled back slowly. */
    static final class EndlessCommand {

        private EndlessCommand() {}

        public static void main(String[] arguments) {
            System.exit(LikemindsCli.run(new String[] {"sources"}, settings -> new Services() {
                @Override
                public <T> T get(Class<T> type) {
                    DocumentationAgent agent = new FakeDocumentationAgent().sourcesFrom(EndlessCommand::work);
                    return type.cast(agent);
                }

                @Override
                public int port() {
                    return -1;
                }

                @Override
                public void close() {
                    System.out.println("closed");
                }
            }));
        }

        private static List<SourceSummary> work(TenantId tenant) {
            System.out.println("working");
            try {
                new CountDownLatch(1).await();
                throw new AssertionError("nobody interrupted the work");
            } catch (InterruptedException e) {
                rollBack();
                throw new IllegalStateException("interrupted", e);
            }
        }

        private static void rollBack() {
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                throw new AssertionError("the work must be interrupted once only", e);
            }
            System.out.println("rolled back");
        }
    }

    @Test
    void theCommandIsInterruptedRolledBackAndClosedBeforeTheProcessEnds() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessCommand.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("working");
            assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            assertThat(out.lines()).containsSubsequence("rolled back", "closed");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
        } finally {
            process.destroyForcibly();
        }
    }
}
