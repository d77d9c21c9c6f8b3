package community.likeminds.agent.infrastructure.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tags answers of {@link Revalidated} routes by what they say (RFC 9110, 8.8.3). The tags are weak: how an answer is written may differ between processes
 * of two versions, what it says does not.
 */
@RestControllerAdvice
class RevalidatedAnswers implements ResponseBodyAdvice<Object> {

    private final JsonMapper mapper;

    RevalidatedAnswers(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return method.hasMethodAnnotation(Revalidated.class);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body, MethodParameter method, MediaType type, Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body == null || !(request instanceof ServletServerHttpRequest asked) || !(response instanceof ServletServerHttpResponse answered)) {
            return body;
        }
        String tag = "W/\"" + hash(type, body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : mapper.writeValueAsBytes(body)) + "\"";
        boolean known = new ServletWebRequest(asked.getServletRequest(), answered.getServletResponse()).checkNotModified(tag);
        return known ? null : body;
    }

    /** The same thing as JSON and as a page are two answers. */
    private static String hash(MediaType type, byte[] body) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((type.getType() + "/" + type.getSubtype() + "\n").getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256.digest(body)).substring(0, 27);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
