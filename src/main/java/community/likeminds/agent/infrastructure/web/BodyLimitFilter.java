package community.likeminds.agent.infrastructure.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that say that they are too large, or do not let anybody know, and ends those that turn out to be, or take too long. */
final class BodyLimitFilter extends OncePerRequestFilter implements Ordered {

    private final long maxBodyBytes;
    private final Duration maxBodyTime;

    BodyLimitFilter(long maxBodyBytes, Duration maxBodyTime) {
        this.maxBodyBytes = maxBodyBytes;
        this.maxBodyTime = maxBodyTime;
    }

    @Override
    public int getOrder() {
        return FilterOrder.BODY_LIMIT;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > maxBodyBytes) {
            ProblemWriter.write(
                    response,
                    HttpStatus.CONTENT_TOO_LARGE,
                    "body-too-large",
                    "The request's body has more than " + maxBodyBytes + " bytes.",
                    "Send a smaller one.");
            return;
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            ProblemWriter.write(
                    response,
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "encoding-unsupported",
                    "The request's body is compressed.",
                    "Send it as it is; nobody can say beforehand how large a compressed one is.");
            return;
        }
        LimitedBody body = new LimitedBody(request, maxBodyBytes, maxBodyTime);
        chain.doFilter(body, response);
        if (body.isSlow()) {
            // The server would wait for the rest of the body before it sends the answer; it closes the connection instead when an error comes.
            tell(response);
            throw new LimitedBody.TooSlow(null);
        }
    }

    /** Says once that a body was too slow, in an answer of a known length, to which nothing can be added. */
    static void tell(HttpServletResponse response) throws IOException {
        if (!response.isCommitted()) {
            response.resetBuffer();
            response.setHeader(HttpHeaders.CONNECTION, "close");
            ProblemWriter.write(
                    response, HttpStatus.REQUEST_TIMEOUT, "body-too-slow", "The request's body did not come in time.", "Send it again, without pauses.");
        }
        response.flushBuffer();
    }
}
