package community.likeminds.agent.processors.docs.formats.openapi;

import community.likeminds.agent.processors.docs.formats.Markdown;
import community.likeminds.agent.processors.docs.formats.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/** Writes operations and schemas as sections of a reference page. */
final class ApiWriter {

    private static final int MOST_EXAMPLE_LINES = 60;
    /** Of a cell: a description that many rows refer to is written as often. */
    private static final int LONGEST_CELL = 4000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rendering out;
    private final Schemas schemas;
    private final String server;

    ApiWriter(Rendering out, Schemas schemas, String server) {
        this.out = out;
        this.schemas = schemas;
        this.server = server;
    }

    void description(ApiNode text) {
        int line = text.start();
        boolean block = text.isBlockText();
        out.blank("");
        for (String one : text.text().split("\n", -1)) {
            line += block ? 1 : 0;
            // The document's headings are those of its operations.
            String plain = one.stripTrailing().replaceFirst("^#{1,6}\\s+(.*)$", "**$1**");
            int at = block ? Math.min(line, Math.max(line, text.end())) : text.start();
            if (plain.isBlank()) {
                out.blank("");
            } else {
                out.line(plain, at, block ? at : text.end());
            }
        }
        out.blank("");
    }

    void operation(String method, String path, ApiNode shared, ApiNode operation) {
        String summary = operation.get("summary").text().strip();
        String name = method.toUpperCase(Locale.ROOT) + " " + path;
        heading(2, name + (summary.isEmpty() ? "" : " — " + summary), operation);
        if (operation.get("deprecated").isTrue()) {
            prose("Deprecated.", operation.get("deprecated"));
        }
        description(operation.get("description"));
        if (operation.get("operationId").exists()) {
            prose("Operation: " + Markdown.code(operation.get("operationId").text()), operation.get("operationId"));
        }
        security(operation);
        List<ApiNode> parameters = new ArrayList<>();
        shared.get("parameters").items().forEach(one -> parameters.add(schemas.resolved(one)));
        operation.get("parameters").items().forEach(one -> parameters.add(schemas.resolved(one)));
        parameters(parameters.stream().filter(one -> !one.get("in").text().equals("body")).toList());
        ApiNode body = schemas.resolved(operation.get("requestBody"));
        ApiNode content = body.get("content");
        String media = content.entries().isEmpty() ? "application/json" : content.entries().keySet().iterator().next();
        ApiNode typed = content.get(media);
        ApiNode old = parameters.stream().filter(one -> one.get("in").text().equals("body")).findFirst().orElse(ApiNode.MISSING);
        ApiNode holder = old.exists() ? old : typed;
        if (holder.exists()) {
            heading(3, "Request body", holder);
            prose(Markdown.code(media) + (body.get("required").isTrue() || old.get("required").isTrue() ? ", required" : "")
                    + (holder.get("schema").exists() ? ": " + Markdown.code(schemas.type(holder.get("schema"))) : ""), holder);
            description(old.exists() ? old.get("description") : body.get("description"));
            properties(holder.get("schema"));
        }
        request(method, path, parameters, holder, media, operation);
        responses(operation.get("responses"));
    }

    private void security(ApiNode operation) {
        List<String> names = operation.get("security").items().stream().flatMap(one -> one.entries().keySet().stream()).distinct().toList();
        if (!names.isEmpty()) {
            prose("Authentication: " + String.join(" or ", names.stream().map(Markdown::code).toList()), operation.get("security"));
        }
    }

    private void parameters(List<ApiNode> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        heading(3, "Parameters", parameters.getFirst());
        head(parameters.getFirst(), "Name", "In", "Type", "Required", "Description");
        for (ApiNode one : parameters) {
            ApiNode schema = one.get("schema").exists() ? one.get("schema") : one;
            row(one, Markdown.code(one.get("name").text()), one.get("in").text(), schemas.type(schema), one.get("required").isTrue() ? "yes" : "no",
                    one.get("description").text());
        }
        out.blank("");
    }

    private void request(String method, String path, List<ApiNode> parameters, ApiNode body, String media, ApiNode operation) {
        StringBuilder query = new StringBuilder();
        for (ApiNode one : parameters) {
            if (one.get("in").text().equals("query") && one.get("required").isTrue()) {
                query.append(query.isEmpty() ? '?' : '&').append(one.get("name").text()).append("={").append(one.get("name").text()).append('}');
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("curl -X " + method.toUpperCase(Locale.ROOT) + " '" + server + path + query + "'" + (body.exists() ? " \\" : ""));
        if (body.exists()) {
            lines.add("  -H 'Content-Type: " + media + "' \\");
            List<String> json = json(exampleOf(body)).lines().toList();
            for (int i = 0; i < json.size(); i++) {
                lines.add((i == 0 ? "  -d '" : "  ") + json.get(i).replace("'", "'\\''") + (i == json.size() - 1 ? "'" : ""));
            }
        }
        heading(3, "Example request", operation);
        code("bash", lines, body.exists() ? body : operation);
    }

    private Object exampleOf(ApiNode holder) {
        if (holder.get("example").exists()) {
            return schemas.value(holder.get("example"));
        }
        for (ApiNode one : holder.get("examples").entries().values()) {
            ApiNode value = schemas.resolved(one).get("value");
            if (value.exists()) {
                return schemas.value(value);
            }
        }
        return schemas.example(holder.get("schema"));
    }

    private void responses(ApiNode responses) {
        if (responses.entries().isEmpty()) {
            return;
        }
        heading(3, "Responses", responses);
        head(responses, "Status", "Type", "Description");
        ApiNode success = ApiNode.MISSING;
        for (Map.Entry<String, ApiNode> entry : responses.entries().entrySet()) {
            ApiNode response = schemas.resolved(entry.getValue());
            ApiNode content = response.get("content");
            ApiNode holder = content.entries().isEmpty() ? response : content.entries().values().iterator().next();
            row(entry.getValue(), entry.getKey(), holder.get("schema").exists() ? schemas.type(holder.get("schema")) : "",
                    response.get("description").text());
            if (!success.exists() && entry.getKey().startsWith("2")) {
                success = holder;
            }
        }
        out.blank("");
        if (success.get("schema").exists()) {
            properties(success.get("schema"));
            List<String> lines = json(exampleOf(success)).lines().toList();
            if (lines.size() > 1) {
                code("json", lines, success);
            }
        }
    }

    void schema(String name, ApiNode schema) {
        heading(2, name, schema);
        description(schema.get("description"));
        String type = schemas.type(schema);
        if (!type.equals("object")) {
            prose("Type: " + Markdown.code(type), schema);
        }
        properties(schema);
    }

    private void properties(ApiNode schema) {
        List<Schemas.Property> all = schemas.properties(schema);
        if (all.isEmpty()) {
            return;
        }
        head(all.getFirst().node(), "Property", "Type", "Required", "Description");
        all.forEach(one -> row(one.node(), Markdown.code(one.name()), one.type(), one.required() ? "yes" : "no", one.description()));
        out.blank("");
    }

    private void heading(int level, String text, ApiNode at) {
        out.blank("");
        out.line("#".repeat(level) + " " + Markdown.escaped(text.replace('\n', ' ')), at.start(), at.start());
        out.blank("");
    }

    private void prose(String markdown, ApiNode at) {
        out.blank("");
        out.line(markdown, at.start(), at.start());
        out.blank("");
    }

    private void code(String language, List<String> lines, ApiNode at) {
        out.blank("");
        String fence = Markdown.fence(lines);
        out.line(fence + language, at.start(), at.start());
        lines.stream().limit(MOST_EXAMPLE_LINES).forEach(line -> out.line(line, at.start(), at.end()));
        out.line(fence, at.end(), at.end());
        out.blank("");
    }

    private void head(ApiNode at, String... cells) {
        out.blank("");
        out.line("| " + String.join(" | ", cells) + " |", at.start(), at.start());
        out.line("|" + " --- |".repeat(cells.length), at.start(), at.start());
    }

    private void row(ApiNode at, String... cells) {
        StringBuilder row = new StringBuilder("|");
        for (String cell : cells) {
            String text = (cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL) + "…").replaceAll("\\s+", " ").strip();
            row.append(' ').append(text.startsWith("`") ? text.replace("|", "\\|") : Markdown.escaped(text)).append(" |");
        }
        out.line(row.toString(), at.start(), at.end());
    }

    private static String json(Object value) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value).replace("\r", "");
    }
}
