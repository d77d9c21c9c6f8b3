package community.likeminds.agent.project.environment;

import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** A started server with its address. */
final class ServerPreview implements Commands.Preview {

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Process process;
    private final OutputTail output;
    private final Thread reader;
    private final String address;
    private final Runnable end;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param reader reads the output until there is no more */
    ServerPreview(Process process, OutputTail output, Thread reader, int port, Runnable end) {
        this.process = process;
        this.output = output;
        this.reader = reader;
        this.address = "http://127.0.0.1:" + port + "/";
        this.end = end;
    }

    /** Waits for any HTTP answer. Throws {@code preview-ended} or {@code preview-not-ready}. */
    void awaitAnswer(Duration ready) {
        long deadline = System.nanoTime() + ready.toNanos();
        while (!answers()) {
            if (!process.isAlive()) {
                hearLastWords();
                throw failed("preview-ended", "The server ended before it answered");
            }
            if (System.nanoTime() > deadline) {
                throw failed("preview-not-ready", "The server did not answer within " + ready.toSeconds() + " s");
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw failed("interrupted", "Waiting for the server was interrupted");
            }
        }
    }

    /** What a program said just before it ended may not have been read yet. */
    private void hearLastWords() {
        try {
            reader.join(LAST_WORDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            connection.setInstanceFollowRedirects(false);
            try {
                return connection.getResponseCode() > 0;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    private AgentException failed(String code, String fact) {
        String text = output.text().strip();
        String tail = text.length() > 400 ? text.substring(text.length() - 400) : text;
        return new AgentException(
                AgentException.Kind.UNAVAILABLE,
                code,
                fact + (tail.isEmpty() ? "." : "; it said: " + tail),
                "Start it by hand in the project to see what it needs.");
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public String output() {
        return output.text();
    }

    @Override
    public boolean alive() {
        return process.isAlive();
    }

    @Override
    public void await() throws InterruptedException {
        process.waitFor();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            end.run();
        }
    }
}
