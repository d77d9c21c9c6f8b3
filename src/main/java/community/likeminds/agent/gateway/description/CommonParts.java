package community.likeminds.agent.gateway.description;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What all operations share: how to sign in, the headers of answers, problems. */
final class CommonParts {

    static final String ACCESS_TOKEN = "accessToken";
    static final String API_KEY = "apiKey";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String IF_NONE_MATCH = "If-None-Match";
    private static final String SCHEMA = "#/components/schemas/Problem";

    /** A kind of problem. */
    private record Kind(HttpStatus status, String meaning, String code, String fact, String remedy) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(HttpStatus.BAD_REQUEST, "The request is not what is described here; 'errors' names each place.", "request-invalid",
                    "The request has 1 field with a wrong value.", "Correct what the field 'errors' names."),
            new Kind(HttpStatus.UNAUTHORIZED, "Nobody is signed in, or what they show is not accepted.", "sign-in-needed", "Nobody is signed in.",
                    "Send 'Authorization: Bearer' with an access token (POST /api/v1/auth/tokens) or an API key (likeminds keys create)."),
            new Kind(HttpStatus.FORBIDDEN, "The caller lacks the permission, or calls from a host or page that may not.", "permission-missing",
                    "The caller lacks the permission 'projects:change'.", "Ask an admin of the organisation for a role that has it."),
            new Kind(HttpStatus.NOT_FOUND, "There is nothing of this name in the caller's organisation.", "report-unknown", "There is no report 'x'.",
                    "See the reports: GET /api/v1/reports."),
            new Kind(HttpStatus.METHOD_NOT_ALLOWED, "There is the address, but not with this method; the header Allow names those that there are.", "method-not-allowed",
                    "Nothing here is called with this method.", "See the API description for what can be called and how."),
            new Kind(HttpStatus.NOT_ACCEPTABLE, "The operation has no answer of the type that the header Accept asks for.", "not-acceptable",
                    "The request cannot be handled.", "See the API description for what can be called and how."),
            new Kind(HttpStatus.REQUEST_TIMEOUT, "The request's body came too slowly.", "body-too-slow", "The request's body did not come in time.",
                    "Send it again, without pauses."),
            new Kind(HttpStatus.CONFLICT, "The state of things does not allow it now.", "request-running",
                    "The first request with this Idempotency-Key is still running.", "Send it again later."),
            new Kind(HttpStatus.CONTENT_TOO_LARGE, "The request's body is too large.", "body-too-large", "The request's body has more than 1048576 bytes.",
                    "Send a smaller one."),
            new Kind(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The request's body is of a type that the operation does not take, or compressed.",
                    "media-type-unsupported", "The operation takes application/json only.", "Send it with this Content-Type."),
            new Kind(HttpStatus.UNPROCESSABLE_CONTENT, "It is understood and refused, with the reason; or the idempotency key belongs to another request.",
                    "idempotency-key-reused", "Another request was sent with this Idempotency-Key.", "Use a new key for every new request."),
            new Kind(HttpStatus.TOO_MANY_REQUESTS, "The caller, or their address, has sent too many requests.", "rate-limited",
                    "You have sent more than 600 requests of this kind within a minute.", "Send the request again after 3 s."),
            new Kind(HttpStatus.INTERNAL_SERVER_ERROR, "An error of the server.", "internal", "The request ended with an unexpected error.",
                    "Look into the server's log for its trace."),
            new Kind(HttpStatus.SERVICE_UNAVAILABLE, "Something that the operation needs is away: a role, a store, a model.", "role-silent",
                    "The role 'coding-agent' did not answer in time.", "Ask again later; what was asked for may have been done."));

    private CommonParts() {}

    static String meaning(HttpStatus status) {
        return switch (status) {
            case CREATED -> "It was made.";
            case ACCEPTED -> "It is being done.";
            case NO_CONTENT -> "It is done; there is nothing to say.";
            case FOUND -> "It goes on at the address in the header Location.";
            case NOT_MODIFIED -> "Nothing has changed since the answer whose tag was sent.";
            default -> "The answer.";
        };
    }

    /** Of an answer that is no problem. */
    static ObjectNode headers(ApiOperation operation) {
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        for (String name : List.of("X-Request-Id", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")) {
            headers.putObject(name).put("$ref", "#/components/headers/" + name);
        }
        if (operation.saysWhere()) {
            headers.putObject("Location").put("$ref", "#/components/headers/Location");
        }
        if (operation.revalidated()) {
            headers.putObject("ETag").put("$ref", "#/components/headers/ETag");
        }
        return headers;
    }

    /** Instead of an answer that the client has already. */
    static ObjectNode notModified(ApiOperation operation) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("description", meaning(HttpStatus.NOT_MODIFIED));
        answer.set("headers", headers(operation));
        return answer;
    }

    static ObjectNode problemReference(HttpStatus status) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/responses/" + name(status));
    }

    static void addTo(ObjectNode components) {
        problemSchema(components.withObjectProperty("schemas"));
        ObjectNode responses = components.putObject("responses");
        KINDS.forEach(kind -> responses.set(name(kind.status()), response(kind)));
        ObjectNode headers = components.putObject("headers");
        header(headers, "X-Request-Id", "Names this request in the server's logs; a caller may choose it.", "string");
        header(headers, "RateLimit-Limit", "Requests of this kind within a minute; absent for callers that are not counted.", "integer");
        header(headers, "RateLimit-Remaining", "Requests that are left.", "integer");
        header(headers, "RateLimit-Reset", "Seconds until all are there again.", "integer");
        header(headers, "Retry-After", "Seconds after which it makes sense to ask again.", "integer");
        header(headers, "Location", "Where to ask for what was made or begun.", "string");
        header(headers, "ETag", "Tells this answer from others at the same address; sent back as If-None-Match.", "string");
        header(headers, "Allow", "The methods that there are at the address.", "string");
        ObjectNode key = components.putObject("parameters").putObject(IDEMPOTENCY_KEY);
        key.put("name", IDEMPOTENCY_KEY).put("in", "header").put("required", false);
        key.put("description", "Any text of the caller's; a request that is sent again with it is not carried out again but answered as before.");
        key.putObject("schema").put("type", "string").put("minLength", 1).put("maxLength", 200).put("pattern", "^[\\x21-\\x7e]+$");
        ObjectNode tag = components.withObjectProperty("parameters").putObject(IF_NONE_MATCH);
        tag.put("name", IF_NONE_MATCH).put("in", "header").put("required", false);
        tag.put("description", "Tags of answers that the caller has (the header ETag), separated by commas; the answer is 304 without a body while one of them is right.");
        tag.putObject("schema").put("type", "string").put("minLength", 1).put("maxLength", 2000);
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject(ACCESS_TOKEN).put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT")
                .put("description", "An access token of POST /api/v1/auth/tokens. A server for one person on one machine needs none.");
        schemes.putObject(API_KEY).put("type", "http").put("scheme", "bearer").put("bearerFormat", "API key")
                .put("description", "A key of POST /api/v1/account/keys, or of 'likeminds keys create'.");
    }

    private static void header(ObjectNode headers, String name, String description, String type) {
        headers.putObject(name).put("description", description).putObject("schema").put("type", type);
    }

    private static ObjectNode response(Kind kind) {
        ObjectNode response = JsonNodeFactory.instance.objectNode().put("description", kind.meaning());
        ObjectNode headers = response.putObject("headers");
        headers.putObject("X-Request-Id").put("$ref", "#/components/headers/X-Request-Id");
        if (kind.status() == HttpStatus.TOO_MANY_REQUESTS || kind.status() == HttpStatus.SERVICE_UNAVAILABLE || kind.status() == HttpStatus.CONFLICT) {
            headers.putObject("Retry-After").put("$ref", "#/components/headers/Retry-After");
        }
        if (kind.status() == HttpStatus.METHOD_NOT_ALLOWED) {
            headers.putObject("Allow").put("$ref", "#/components/headers/Allow");
        }
        ObjectNode media = response.putObject("content").putObject(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        media.putObject("schema").put("$ref", SCHEMA);
        ObjectNode example = media.putObject("example");
        example.put("type", "urn:likeminds:problem:" + kind.code()).put("title", kind.status().getReasonPhrase()).put("status", kind.status().value());
        example.put("detail", kind.fact()).put("code", kind.code()).put("remedy", kind.remedy());
        if (kind.status() == HttpStatus.BAD_REQUEST) {
            example.putArray("errors").addObject().put("pointer", "/limit").put("message", "must be at most 100");
        }
        return response;
    }

    private static void problemSchema(ObjectNode schemas) {
        ObjectNode schema = schemas.putObject("Problem");
        schema.put("type", "object").put("description", "RFC 9457, with a stable code for programs and a remedy for people.");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("type").put("type", "string").put("format", "uri");
        properties.putObject("title").put("type", "string");
        properties.putObject("status").put("type", "integer");
        properties.putObject("detail").put("type", "string").put("description", "What is wrong, a sentence.");
        properties.putObject("instance").put("type", "string").put("format", "uri-reference");
        properties.putObject("code").put("type", "string").put("pattern", "^[a-z0-9-]+$");
        properties.putObject("remedy").put("type", "string").put("description", "What to do about it, a sentence.");
        ObjectNode errors = properties.putObject("errors").put("type", "array").put("description", "Each place that is wrong.").putObject("items");
        errors.put("type", "object");
        ObjectNode places = errors.putObject("properties");
        places.putObject("pointer").put("type", "string").put("description", "RFC 6901, into the body, or below /query, /path or /header.");
        places.putObject("message").put("type", "string");
        places.putObject("code").put("type", "string");
        places.putObject("field").put("type", "string");
        errors.putArray("required").add("pointer").add("message");
        schema.putArray("required").add("type").add("title").add("status").add("detail").add("code").add("remedy");
    }

    private static String name(HttpStatus status) {
        return status.getReasonPhrase().replaceAll("[^A-Za-z]", "");
    }
}
