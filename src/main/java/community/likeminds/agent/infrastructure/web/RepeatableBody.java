package community.likeminds.agent.infrastructure.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request whose body was read, and can be read again; bodies are small because of their limit. */
public final class RepeatableBody extends HttpServletRequestWrapper {

    private final byte[] bytes;

    private RepeatableBody(HttpServletRequest request, byte[] bytes) {
        super(request);
        this.bytes = bytes;
    }

    /** The request with its body, or nothing when the body is beyond its limits; the client is told so then. */
    public static Optional<RepeatableBody> read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request instanceof RepeatableBody read) {
            return Optional.of(read);
        }
        try {
            return Optional.of(new RepeatableBody(request, request.getInputStream().readAllBytes()));
        } catch (LimitedBody.TooLarge tooLarge) {
            ProblemWriter.write(
                    response, HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "The request's body has " + tooLarge.getMessage() + ".", "Send a smaller one.");
            return Optional.empty();
        } catch (LimitedBody.TooSlow slow) {
            BodyLimitFilter.tell(response);
            return Optional.empty();
        } catch (LimitedBody.Unreadable unreadable) {
            response.setHeader("Connection", "close");
            ProblemWriter.write(
                    response, HttpStatus.BAD_REQUEST, "body-unreadable", "The request's body is not transferred as HTTP says.", "Send it with its length, or in chunks.");
            return Optional.empty();
        }
    }

    /** The whole body. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int getContentLength() {
        return bytes.length;
    }

    @Override
    public long getContentLengthLong() {
        return bytes.length;
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        return new ServletInputStream() {
            @Override
            public int read() {
                return in.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return in.read(buffer, offset, length);
            }

            @Override
            public boolean isFinished() {
                return in.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(@Nullable ReadListener listener) {
                throw new UnsupportedOperationException("The body is there already.");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        String encoding = getCharacterEncoding();
        return new BufferedReader(new InputStreamReader(getInputStream(), encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
    }
}
