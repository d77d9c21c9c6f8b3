package community.likeminds.agent.infrastructure.remote.client;

import community.likeminds.agent.infrastructure.remote.wire.Protocol;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** An answer that is ended from here when nothing more is heard, or when its time is over. */
final class Heard extends FilterInputStream {

    /** Why it was ended from here. */
    enum End {
        NOT,
        SILENT,
        SLOW
    }

    private final long deadline;
    private final ScheduledFuture<?> watch;
    private volatile long last = System.nanoTime();
    private volatile End end = End.NOT;

    /** @param deadline on the clock of {@link System#nanoTime()} */
    Heard(InputStream body, long deadline, ScheduledExecutorService clock) {
        super(body);
        this.deadline = deadline;
        this.watch = clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        if (now - deadline > 0) {
            end(End.SLOW);
        } else if (now - last > Protocol.SILENCE.toNanos()) {
            end(End.SILENT);
        }
    }

    private void end(End why) {
        end = why;
        try {
            in.close();
        } catch (IOException alreadyBroken) {
            // Whoever reads from it is told by the same.
            watch.cancel(false);
        }
    }

    End end() {
        return end;
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        last = System.nanoTime();
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        last = System.nanoTime();
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] buffer = new byte[1024];
        long skipped = 0;
        for (int read; skipped < count && (read = read(buffer, 0, buffer.length)) >= 0; ) {
            skipped += read;
        }
        return skipped;
    }

    @Override
    public void close() throws IOException {
        watch.cancel(false);
        super.close();
    }
}
