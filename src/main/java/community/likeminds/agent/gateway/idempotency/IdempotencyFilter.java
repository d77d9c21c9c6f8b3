package community.likeminds.agent.gateway.idempotency;

import community.likeminds.agent.gateway.idempotency.IdempotencyKeys.Known;
import community.likeminds.agent.infrastructure.auth.CurrentIdentity;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.web.FilterOrder;
import community.likeminds.agent.infrastructure.web.ProblemWriter;
import community.likeminds.agent.infrastructure.web.RepeatableBody;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** A POST with an {@code Idempotency-Key} is carried out once per caller and key (draft-ietf-httpapi-idempotency-key-header-06). */
final class IdempotencyFilter extends OncePerRequestFilter implements Ordered {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final List<String> KEPT = List.of("Content-Type", "Location");

    private final IdempotencyKeys keys;

    IdempotencyFilter(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Override
    public int getOrder() {
        return FilterOrder.IDEMPOTENCY;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        Optional<Identity> caller = CurrentIdentity.get();
        if (key == null || caller.isEmpty() || !"POST".equals(request.getMethod()) || !request.getRequestURI().startsWith("/api/")) {
            chain.doFilter(request, response);
            return;
        }
        if (!KEY.matcher(key).matches()) {
            ProblemWriter.write(
                    response, HttpStatus.BAD_REQUEST, "idempotency-key-invalid", "The header Idempotency-Key is no key.", "Send 1 to 200 visible ASCII characters.");
            return;
        }
        Optional<RepeatableBody> read = RepeatableBody.read(request, response);
        if (read.isEmpty()) {
            return;
        }
        RepeatableBody body = read.get();
        switch (keys.begin(caller.get(), key, fingerprint(request, body.bytes()))) {
            case Known.First first -> carryOut(caller.get(), key, body, response, chain);
            case Known.Answered answered -> repeat(answered.answer(), response);
            case Known.Running running -> {
                response.setHeader("Retry-After", "1");
                ProblemWriter.write(
                        response, HttpStatus.CONFLICT, "request-running", "The first request with this Idempotency-Key is still running.", "Send it again later.");
            }
            case Known.Other other -> ProblemWriter.write(
                    response,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "Another request was sent with this Idempotency-Key.",
                    "Use a new key for every new request.");
        }
    }

    private void carryOut(Identity caller, String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean kept = false;
        try {
            chain.doFilter(request, answer);
            int status = answer.getStatus();
            // What can go better the next time is not kept: errors of the server, and being asked to come back.
            if (status < 500 && status != HttpStatus.TOO_MANY_REQUESTS.value() && status != HttpStatus.REQUEST_TIMEOUT.value() && !request.isAsyncStarted()) {
                Map<String, String> headers = new LinkedHashMap<>();
                for (String name : KEPT) {
                    String value = "Content-Type".equals(name) ? answer.getContentType() : answer.getHeader(name);
                    if (value != null) {
                        headers.put(name, value);
                    }
                }
                keys.answered(caller, key, new StoredAnswer(status, headers, answer.getContentAsByteArray()));
                kept = true;
            }
        } finally {
            if (!kept) {
                keys.failed(caller, key);
            }
        }
        answer.copyBodyToResponse();
    }

    private static void repeat(StoredAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private static String fingerprint(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String head = request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n" + request.getContentType() + "\n";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256.", missing);
        }
    }
}
