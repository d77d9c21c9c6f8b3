package community.likeminds.agent.infrastructure.remote.server;

import community.likeminds.agent.infrastructure.remote.wire.Callbacks;
import community.likeminds.agent.infrastructure.remote.wire.Protocol;
import community.likeminds.agent.infrastructure.remote.wire.Wire;
import community.likeminds.agent.shared.AgentException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One call at work: lines on their way to the caller, and questions that wait for its answers. */
final class RunningCall implements Callbacks.Back {

    private static final int WAITING_LINES = 1_000;
    private static final long ANSWER_SECONDS = 60;
    private static final long REPORT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    final String id = UUID.randomUUID().toString();

    /** Full when the caller reads more slowly than the work speaks; then the work waits. */
    private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(WAITING_LINES);

    private final Map<Integer, CompletableFuture<Integer>> questions = new ConcurrentHashMap<>();
    private final Map<String, Long> reported = new ConcurrentHashMap<>();
    private final AtomicLong asked = new AtomicLong();

    /**
     * @param text one JSON object
     * @param status of HTTP if it is the first line
     * @param last whether the call is over
     */
    record Line(byte[] text, int status, boolean last) {}

    @Nullable Line next() throws InterruptedException {
        return lines.poll(Protocol.BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean more() {
        return !lines.isEmpty();
    }

    void end(byte[] text, int status) {
        put(new Line(text, status, true));
    }

    @Override
    public void tell(int number, @Nullable Object value) {
        if (value instanceof Callbacks.Report report && !due(number, report)) {
            return;
        }
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put(Protocol.CALLBACK, number);
        line.put(Protocol.VALUE, value);
        put(new Line(Wire.mapper().writeValueAsBytes(line), 200, false));
    }

    /** Progress is for people: of many reports about the same stage, ten a second and the last one are enough. */
    private boolean due(int number, Callbacks.Report report) {
        long now = System.nanoTime();
        String key = number + report.stage();
        Long before = reported.get(key);
        if (before != null && now - before < REPORT_NANOS && report.done() != report.total()) {
            return false;
        }
        reported.put(key, now);
        return true;
    }

    @Override
    public int ask(int number, String value) {
        int question = (int) asked.incrementAndGet();
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        questions.put(question, answer);
        try {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put(Protocol.ASK, question);
            line.put(Protocol.CALLBACK, number);
            line.put(Protocol.VALUE, value);
            put(new Line(Wire.mapper().writeValueAsBytes(line), 200, false));
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw interrupted(stopped);
        } catch (ExecutionException | TimeoutException lost) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE, "remote-lost", "The caller did not answer.", "Try again.", lost);
        } finally {
            questions.remove(question);
        }
    }

    void answer(int question, int value) {
        CompletableFuture<Integer> waiting = questions.get(question);
        if (waiting != null) {
            waiting.complete(value);
        }
    }

    private void put(Line line) {
        try {
            lines.put(line);
        } catch (InterruptedException stopped) {
            // The caller has gone: nobody reads any more, but the work is told by its interruption.
            Thread.currentThread().interrupt();
        }
    }

    static AgentException interrupted(InterruptedException stopped) {
        return new AgentException(
                AgentException.Kind.UNAVAILABLE, "interrupted", "The work was interrupted.", "Run the command again.", stopped);
    }
}
