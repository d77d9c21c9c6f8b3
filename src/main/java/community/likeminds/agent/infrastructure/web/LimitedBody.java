package community.likeminds.agent.infrastructure.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request whose body ends with an error where a limit is; needed for bodies that do not tell their length, and for slow ones. */
final class LimitedBody extends HttpServletRequestWrapper {

    private final long limit;

    private final Duration time;
    private volatile boolean slow;

    /**
     * @param limit in bytes
     * @param time from the first byte that is asked for to the last
     */
    LimitedBody(HttpServletRequest request, long limit, Duration time) {
        super(request);
        this.limit = limit;
        this.time = time;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new LimitedStream(super.getInputStream());
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /** Whether reading ended because the whole took too long; when a client falls silent, the server itself notices. */
    boolean isSlow() {
        return slow;
    }

    /** The body went on beyond the limit. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        TooLarge(long limit) {
            super("more than " + limit + " bytes");
        }
    }

    /** The body took longer than it may, or its client fell silent. */
    static final class TooSlow extends IOException {

        private static final long serialVersionUID = 1L;

        TooSlow(@Nullable Throwable cause) {
            super("The body of the request did not come in time.", cause);
        }
    }

    /** The body is not transferred as HTTP says; the server itself says so in more than one way. */
    static final class Unreadable extends IOException {

        private static final long serialVersionUID = 1L;

        Unreadable(Throwable cause) {
            super("The body of the request is not transferred as HTTP says.", cause);
        }
    }

    private final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long begun = System.nanoTime();
        private long read;

        LimitedStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count;
            try {
                count = body.read(buffer, offset, length);
            } catch (SocketTimeoutException silent) {
                throw new TooSlow(silent);
            } catch (IllegalStateException refused) {
                throw new Unreadable(refused);
            } catch (IOException failed) {
                throw failed.getCause() instanceof SocketTimeoutException ? new TooSlow(failed) : failed;
            }
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) throws IOException {
            if (System.nanoTime() - begun > time.toNanos()) {
                slow = true;
                throw new TooSlow(null);
            }
            read += bytes;
            if (read > limit) {
                throw new TooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(@Nullable ReadListener listener) {
            body.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
