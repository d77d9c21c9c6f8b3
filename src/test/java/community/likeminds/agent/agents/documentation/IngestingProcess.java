package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A process of its own that ingests a folder, tells every step on standard output and every embedded passage in a file. */
final class IngestingProcess {

    private IngestingProcess() {}

    /** Arguments: data folder, documentation, file that passages are written to, and whether it is a job in the background. */
    public static void main(String[] arguments) throws InterruptedException {
        TellingEmbeddings embeddings = new TellingEmbeddings(Path.of(arguments[2]));
        try (DocumentationContext context =
                DocumentationContext.start(Path.of(arguments[0]), new FakeDocumentProcessor(), embeddings)) {
            if (Boolean.parseBoolean(arguments[3])) {
                context.working().get(IngestionJobs.class).start(TenantId.DEFAULT, arguments[1]);
                embeddings.awaitHold();
                System.out.println("Embedding");
                Thread.sleep(Long.MAX_VALUE);
            }
            context.agent().ingest(TenantId.DEFAULT, arguments[1], (stage, done, total, detail) -> {
                System.out.println(stage + " " + done);
                System.out.flush();
            });
        }
    }

    /** Starts one; its output can be read and it can be killed. */
    static Process start(Path data, Path docs, Path embedded, boolean background) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), IngestingProcess.class.getName()));
        command.addAll(List.of(data.toString(), docs.toString(), embedded.toString(), Boolean.toString(background)));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** While this file is there, nothing is embedded. */
    static Path hold(Path embedded) {
        return embedded.resolveSibling("hold");
    }

    /** Writes a line for every passage before its vector is known. */
    static final class TellingEmbeddings extends FakeEmbeddings {

        private final Path file;
        private final CountDownLatch held = new CountDownLatch(1);

        TellingEmbeddings(Path file) {
            this.file = file;
        }

        void awaitHold() throws InterruptedException {
            held.await();
        }

        @Override
        public synchronized float[] embedPassage(String text) {
            try {
                while (Files.exists(hold(file))) {
                    held.countDown();
                    Thread.sleep(20);
                }
                Files.writeString(
                        file, text.replace("\n", " ") + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            return super.embedPassage(text);
        }
    }
}
