package community.likeminds.agent.processors.docs.analyzer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The front matter of a page.
 *
 * @param values flat view: nested keys joined with dots, lists with commas
 * @param next index of the first line behind it
 */
record FrontMatter(Map<String, String> values, int next) {

    private static final int MOST_LINES = 2000;
    private static final int DEEPEST = 8;
    private static final int MOST_VALUES = 1000;

    static FrontMatter of(String[] lines) {
        int first = 0;
        while (first < lines.length && lines[first].isBlank()) {
            first++;
        }
        if (first == lines.length) {
            return new FrontMatter(Map.of(), 0);
        }
        String mark = lines[first].stripTrailing();
        if (mark.equals("{") || mark.equals("---json")) {
            return json(lines, first, mark);
        }
        if (!mark.equals("---") && !mark.equals("+++")) {
            return new FrontMatter(Map.of(), 0);
        }
        int end = first + 1;
        while (end < lines.length && end - first < MOST_LINES && !ends(lines[end].stripTrailing(), mark)) {
            end++;
        }
        if (end >= lines.length || end - first >= MOST_LINES) {
            return new FrontMatter(Map.of(), 0);
        }
        List<String> body = List.of(lines).subList(first + 1, end);
        Map<String, String> values = mark.equals("+++") ? byLine(body, '=') : yaml(body);
        boolean any = body.stream().anyMatch(line -> !line.isBlank());
        // Two thematic breaks with prose between them are no front matter.
        return values.isEmpty() && any ? new FrontMatter(Map.of(), 0) : new FrontMatter(values, end + 1);
    }

    /** An object at the very beginning that is followed by the page; a page that is nothing but JSON has no front matter. */
    private static FrontMatter json(String[] lines, int first, String mark) {
        String closing = mark.equals("{") ? "}" : "---";
        int end = first + 1;
        while (end < lines.length && end - first < MOST_LINES && !lines[end].stripTrailing().equals(closing)) {
            end++;
        }
        int behind = end + 1;
        while (behind < lines.length && lines[behind].isBlank()) {
            behind++;
        }
        if (behind >= lines.length || end - first >= MOST_LINES) {
            return new FrontMatter(Map.of(), 0);
        }
        boolean braces = mark.equals("{");
        Map<String, String> values = yaml(List.of(lines).subList(braces ? first : first + 1, braces ? end + 1 : end));
        return values.isEmpty() ? new FrontMatter(Map.of(), 0) : new FrontMatter(values, end + 1);
    }

    private static boolean ends(String line, String mark) {
        return line.equals(mark) || mark.equals("---") && line.equals("...");
    }

    /** Flat view of a YAML document that is a map; of a broken one what still reads as {@code name: value}. */
    static Map<String, String> yaml(String document) {
        return yaml(document.lines().toList());
    }

    private static Map<String, String> yaml(List<String> body) {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(20);
        limits.setNestingDepthLimit(20);
        limits.setCodePointLimit(200_000);
        limits.setAllowRecursiveKeys(false);
        try {
            Object loaded = new Yaml(new SafeConstructor(limits)).load(String.join("\n", body));
            if (loaded instanceof Map<?, ?> map) {
                Map<String, String> values = new LinkedHashMap<>();
                flatten("", map, values, 0);
                return values;
            }
            return Map.of();
        } catch (YAMLException | ClassCastException | IllegalArgumentException | StackOverflowError broken) {
            // Broken front matter must not lose the page: what still reads as "name: value" is kept.
            return byLine(body, ':');
        }
    }

    private static void flatten(String prefix, Map<?, ?> map, Map<String, String> values, int depth) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (values.size() >= MOST_VALUES) {
                return;
            }
            String key = prefix + entry.getKey();
            if (entry.getValue() instanceof Map<?, ?> inner && depth < DEEPEST) {
                flatten(key + ".", inner, values, depth + 1);
            } else {
                values.put(key, text(entry.getValue()));
            }
        }
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return list.stream().limit(200).map(one -> one instanceof Map || one instanceof List ? "" : String.valueOf(one))
                    .filter(one -> !one.isEmpty()).collect(Collectors.joining(", "));
        }
        return value instanceof Map ? "" : String.valueOf(value);
    }

    private static Map<String, String> byLine(List<String> body, char separator) {
        Map<String, String> values = new LinkedHashMap<>();
        String table = "";
        for (String line : body) {
            String header = line.strip();
            if (separator == '=' && header.startsWith("[") && header.endsWith("]")) {
                table = header.replaceAll("[\\[\\]\"' ]", "") + ".";
                continue;
            }
            int at = line.indexOf(separator);
            if (at <= 0 || Character.isWhitespace(line.charAt(0)) && separator == ':' || header.charAt(0) == '#' || header.charAt(0) == '-') {
                continue;
            }
            String key = line.substring(0, at).strip();
            if (key.length() < 60 && key.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.')) {
                values.putIfAbsent(table + key, plain(line.substring(at + 1).strip(), separator == '='));
            }
        }
        return values;
    }

    /** Without quotes; a list of TOML joined with commas. */
    private static String plain(String value, boolean toml) {
        if (toml && value.startsWith("[") && value.endsWith("]")) {
            return Arrays.stream(value.substring(1, value.length() - 1).split(",")).map(one -> plain(one.strip(), false))
                    .filter(one -> !one.isEmpty()).collect(Collectors.joining(", "));
        }
        boolean quoted = value.length() >= 2 && (value.startsWith("\"") || value.startsWith("'"));
        int end = quoted ? value.indexOf(value.charAt(0), 1) : -1;
        boolean whole = end == value.length() - 1 || toml && end > 0 && value.substring(end + 1).strip().startsWith("#");
        return whole && end > 0 ? value.substring(1, end) : value;
    }
}
