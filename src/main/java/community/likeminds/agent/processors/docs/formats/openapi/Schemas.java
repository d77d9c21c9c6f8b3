package community.likeminds.agent.processors.docs.formats.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Understands the schemas of a document: local references are followed, cycles are cut. */
final class Schemas {

    private static final int DEEPEST = 4;
    private static final int MOST_ROWS = 150;
    private static final int MOST_VISITS = 1000;
    private static final int LONGEST_VALUE = 200;

    /**
     * @param name with the names of what holds it, {@code address.city}, {@code items[].id}
     * @param node that declares it
     */
    record Property(String name, String type, boolean required, String description, ApiNode node) {}

    private final ApiNode root;
    private final Map<String, ApiNode> known = new HashMap<>();
    /** How much may still be looked at: schemas that refer to each other in many ways have no end that a reader would see. */
    private int budget;
    /** The same for rows, whose types have a budget each. */
    private int visits;

    Schemas(ApiNode root) {
        this.root = root;
    }

    /** What a node stands for when it is a reference within the document, else the node itself. */
    ApiNode resolved(ApiNode node) {
        ApiNode one = node;
        Set<String> seen = new HashSet<>();
        for (String reference = one.get("$ref").text(); !reference.isEmpty() && seen.add(reference); reference = one.get("$ref").text()) {
            ApiNode target = known.computeIfAbsent(reference, this::find);
            if (!target.exists()) {
                return one;
            }
            one = target;
        }
        return one;
    }

    private ApiNode find(String reference) {
        if (!reference.startsWith("#/")) {
            return ApiNode.MISSING;
        }
        ApiNode one = root;
        for (String part : reference.substring(2).split("/")) {
            String name = part.replace("~1", "/").replace("~0", "~").replace("%7B", "{").replace("%7D", "}").replace("%20", " ");
            one = one.isList() && name.matches("\\d{1,4}") && Integer.parseInt(name) < one.items().size()
                    ? one.items().get(Integer.parseInt(name)) : one.get(name);
        }
        return one;
    }

    /** Name of a type as a reader would say it: {@code string (date-time)}, {@code Pet[]}, {@code "a" | "b"}. */
    String type(ApiNode schema) {
        budget = MOST_VISITS;
        return type(schema, 0);
    }

    private String type(ApiNode schema, int depth) {
        String reference = schema.get("$ref").text();
        if (!reference.isEmpty()) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        if (depth > DEEPEST || budget-- <= 0) {
            return "…";
        }
        List<ApiNode> values = schema.get("enum").items();
        if (!values.isEmpty()) {
            return values.stream().limit(20).map(one -> one.isText() ? '"' + brief(one) + '"' : brief(one)).collect(Collectors.joining(" | "));
        }
        for (String several : List.of("oneOf", "anyOf")) {
            if (schema.get(several).exists()) {
                return schema.get(several).items().stream().limit(8).map(one -> type(one, depth + 1)).distinct().collect(Collectors.joining(" | "));
            }
        }
        List<ApiNode> all = schema.get("allOf").items();
        if (!all.isEmpty()) {
            return all.stream().limit(8).map(one -> type(one, depth + 1)).distinct().collect(Collectors.joining(" & "));
        }
        String type = schema.get("type").isList()
                ? schema.get("type").items().stream().limit(8).map(ApiNode::text).collect(Collectors.joining(" | "))
                : schema.get("type").text();
        if (type.equals("array") || schema.get("items").exists()) {
            return type(schema.get("items"), depth + 1) + "[]";
        }
        if (type.isEmpty()) {
            return schema.get("properties").exists() ? "object" : schema.get("const").exists() ? schema.get("const").text() : "any";
        }
        String format = schema.get("format").text();
        return type + (format.isEmpty() ? "" : " (" + format + ")") + (schema.get("nullable").isTrue() ? " | null" : "");
    }

    private static String brief(ApiNode value) {
        String text = value.text();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    /** Every property, with those of its objects. */
    List<Property> properties(ApiNode schema) {
        List<Property> rows = new ArrayList<>();
        visits = MOST_VISITS;
        collect(schema, "", new HashSet<>(), 0, rows);
        return rows;
    }

    private void collect(ApiNode unresolved, String prefix, Set<ApiNode> within, int depth, List<Property> rows) {
        ApiNode schema = resolved(unresolved);
        if (depth > DEEPEST || visits-- <= 0 || !schema.exists() || !within.add(schema)) {
            return;
        }
        for (String several : List.of("allOf", "oneOf", "anyOf")) {
            schema.get(several).items().forEach(one -> collect(one, prefix, within, depth + 1, rows));
        }
        if (schema.get("items").exists()) {
            collect(schema.get("items"), prefix.isEmpty() ? "[]." : prefix.substring(0, prefix.length() - 1) + "[].", within, depth + 1, rows);
        }
        Set<String> required = schema.get("required").items().stream().map(ApiNode::text).collect(Collectors.toSet());
        for (Map.Entry<String, ApiNode> entry : schema.get("properties").entries().entrySet()) {
            if (rows.size() >= MOST_ROWS) {
                break;
            }
            ApiNode property = entry.getValue();
            String described = property.get("description").text();
            rows.add(new Property(prefix + entry.getKey(), type(property), required.contains(entry.getKey()),
                    described.isEmpty() ? resolved(property).get("description").text() : described, property));
            collect(property, prefix + entry.getKey() + ".", within, depth + 1, rows);
        }
        within.remove(schema);
    }

    /** An example of what a schema describes: the document's own where it has one. */
    Object example(ApiNode schema) {
        budget = MOST_VISITS;
        return example(schema, new HashSet<>(), 0);
    }

    private Object example(ApiNode unresolved, Set<ApiNode> within, int depth) {
        ApiNode schema = resolved(unresolved);
        ApiNode own = schema.get("example").exists() ? schema.get("example")
                : schema.get("examples").isList() && !schema.get("examples").items().isEmpty() ? schema.get("examples").items().getFirst()
                : schema.get("default");
        if (own.exists()) {
            return value(own, 0);
        }
        if (depth > DEEPEST + 2 || budget-- <= 0 || !within.add(schema)) {
            return Map.of();
        }
        try {
            if (!schema.get("enum").items().isEmpty()) {
                return value(schema.get("enum").items().getFirst(), 0);
            }
            for (String several : List.of("oneOf", "anyOf")) {
                if (!schema.get(several).items().isEmpty()) {
                    return example(schema.get(several).items().getFirst(), within, depth + 1);
                }
            }
            return made(schema, within, depth);
        } finally {
            within.remove(schema);
        }
    }

    private Object made(ApiNode schema, Set<ApiNode> within, int depth) {
        String type = schema.get("type").isList() ? schema.get("type").items().stream().findFirst().map(ApiNode::text).orElse("") : schema.get("type").text();
        if (type.equals("array") || schema.get("items").exists()) {
            return List.of(example(schema.get("items"), within, depth + 1));
        }
        Map<String, Object> object = new LinkedHashMap<>();
        for (ApiNode part : schema.get("allOf").items()) {
            if (example(part, within, depth + 1) instanceof Map<?, ?> map) {
                map.forEach((name, value) -> object.put(String.valueOf(name), value));
            }
        }
        schema.get("properties").entries().entrySet().stream().limit(30)
                .filter(entry -> !entry.getValue().get("readOnly").isTrue())
                .forEach(entry -> object.put(entry.getKey(), example(entry.getValue(), within, depth + 1)));
        if (!object.isEmpty() || type.equals("object")) {
            return object;
        }
        return switch (type) {
            case "integer", "number" -> 0;
            case "boolean" -> true;
            default -> switch (schema.get("format").text()) {
                case "date-time" -> "2025-01-31T12:00:00Z";
                case "date" -> "2025-01-31";
                case "uuid" -> "00000000-0000-0000-0000-000000000000";
                case "email" -> "user@example.com";
                case "uri", "url" -> "https://example.com";
                default -> "string";
            };
        };
    }

    /** A value of the document as JSON knows it. */
    Object value(ApiNode node) {
        budget = MOST_VISITS;
        return value(node, 0);
    }

    private Object value(ApiNode node, int depth) {
        if (depth > 12 || budget-- <= 0) {
            return "…";
        }
        if (node.isMap()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.entries().entrySet().stream().limit(100).forEach(entry -> map.put(entry.getKey(), value(entry.getValue(), depth + 1)));
            return map;
        }
        if (node.isList()) {
            return node.items().stream().limit(50).map(one -> value(one, depth + 1)).toList();
        }
        String text = node.text();
        if (node.isText()) {
            return text;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        if (text.matches("-?(0|[1-9]\\d{0,15})")) {
            return Long.valueOf(text);
        }
        return text.matches("-?\\d{1,15}\\.\\d{1,15}") ? (Object) Double.valueOf(text) : text;
    }
}
