package community.likeminds.agent.processors.docs.analyzer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads what stands behind the opening of a fence. */
final class FenceInfoParser {

    private static final Set<String> FILE_KEYS = Set.of("filename", "file", "title", "path", "name", "src", "filepath", "file-name");

    private final String info;
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final Set<Integer> highlighted = new TreeSet<>();
    private final Set<Integer> inserted = new TreeSet<>();
    private final Set<Integer> removed = new TreeSet<>();
    private final List<String> words = new ArrayList<>();
    private String language = "";
    private int at;

    FenceInfoParser(String info) {
        this.info = info.strip();
    }

    FenceInfo parse() {
        language();
        while (at < info.length()) {
            char c = info.charAt(at);
            if (Character.isWhitespace(c) || c == ',' || c == ';') {
                at++;
            } else if (c == '{') {
                braces();
            } else if (c == '[') {
                bracket();
            } else {
                word();
            }
        }
        boolean diff = language.equals("diff") || words.remove("diff");
        if (language.equals("diff")) {
            // "diff tsx" names the language of what is compared.
            String inner = metadata.getOrDefault("lang", "");
            if (inner.isEmpty() && !words.isEmpty() && words.getFirst().matches("[a-zA-Z]{1,12}")) {
                inner = words.removeFirst();
            }
            if (inner.startsWith("language-")) {
                inner = inner.substring(9);
            }
            language = inner.isEmpty() ? "diff" : inner.toLowerCase(Locale.ROOT);
        }
        for (String word : List.copyOf(words)) {
            if (FileNames.isFile(word) && !metadata.containsKey("filename")) {
                metadata.put("filename", word);
            }
            metadata.putIfAbsent(word, "true");
        }
        String label = metadata.getOrDefault("label", metadata.getOrDefault("title", metadata.getOrDefault("filename", "")));
        if (label.isEmpty()) {
            label = metadata.getOrDefault("tab", String.join(" ", words));
        }
        return new FenceInfo(language, metadata, label, highlighted, inserted, removed, diff);
    }

    private void language() {
        int end = 0;
        while (end < info.length() && !Character.isWhitespace(info.charAt(end)) && "{[=,:".indexOf(info.charAt(end)) < 0) {
            end++;
        }
        String first = info.substring(0, end);
        char next = end < info.length() ? info.charAt(end) : ' ';
        if (next == '=' || first.isEmpty()) {
            return;
        }
        at = end;
        if (FILE_KEYS.contains(first.toLowerCase(Locale.ROOT)) && next == ':') {
            at = 0;
            return;
        }
        if (next == ':') {
            // "js:src/main.js"
            at = end + 1;
            String rest = token();
            if (FileNames.isFile(rest)) {
                metadata.put("filename", rest);
            } else if (!rest.isEmpty()) {
                words.add(rest);
            }
        }
        if (first.indexOf('/') >= 0 || first.indexOf('.') > 0 && FileNames.isFile(first)) {
            metadata.put("filename", first);
            language = first.substring(first.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return;
        }
        String name = first.startsWith(".") ? first.substring(1) : first;
        language = (name.startsWith("language-") ? name.substring(9) : name).toLowerCase(Locale.ROOT);
    }

    private String token() {
        int start = at;
        while (at < info.length() && !Character.isWhitespace(info.charAt(at))) {
            at++;
        }
        return info.substring(start, at);
    }

    private void bracket() {
        int end = info.indexOf(']', at);
        // A route such as app/[id]/page.tsx is no label: labels start a word.
        if (end < 0) {
            at++;
            return;
        }
        String label = info.substring(at + 1, end).strip();
        int icon = label.indexOf('~');
        metadata.putIfAbsent("label", icon > 0 ? label.substring(0, icon).strip() : label);
        at = end + 1;
    }

    private void braces() {
        int depth = 0;
        int end = at;
        char quote = 0;
        for (; end < info.length(); end++) {
            char c = info.charAt(end);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                break;
            }
        }
        String inside = info.substring(at + 1, Math.min(end, info.length())).strip();
        at = Math.min(end + 1, info.length());
        while (inside.startsWith("{") && inside.endsWith("}") && inside.length() >= 2) {
            inside = inside.substring(1, inside.length() - 1).strip();
        }
        if (FenceValues.isRanges(inside)) {
            metadata.putIfAbsent("highlight", inside);
            highlighted.addAll(FenceValues.ranges(inside));
        } else if (inside.indexOf(':') > 0 && inside.indexOf('=') < 0) {
            object(inside);
        } else {
            FenceInfo inner = FenceInfo.of(inside);
            metadata.putAll(inner.metadata());
            highlighted.addAll(inner.highlighted());
            inserted.addAll(inner.inserted());
            removed.addAll(inner.removed());
            if (language.isEmpty()) {
                language = inner.language();
            }
        }
    }

    /** {@code filename: 'x', mark: [1, 2]}. */
    private void object(String inside) {
        int i = 0;
        while (i < inside.length()) {
            int colon = inside.indexOf(':', i);
            if (colon < 0) {
                return;
            }
            String key = inside.substring(i, colon).replaceAll("[\\s,'\"{}]", "");
            int start = colon + 1;
            while (start < inside.length() && inside.charAt(start) == ' ') {
                start++;
            }
            int end = FenceValues.valueEnd(inside, start);
            value(key, FenceValues.unquoted(inside.substring(start, end)));
            i = end + 1;
        }
    }

    private void word() {
        int start = at;
        while (at < info.length() && !Character.isWhitespace(info.charAt(at)) && info.charAt(at) != '='
                && info.charAt(at) != '{') {
            at++;
        }
        String name = info.substring(start, at);
        if (at < info.length() && info.charAt(at) == '=') {
            at++;
            int end = at < info.length() && "{\"'[".indexOf(info.charAt(at)) >= 0 ? FenceValues.valueEnd(info, at) : endOfWord(at);
            value(name, FenceValues.unquoted(info.substring(at, end)));
            at = end;
            return;
        }
        int colon = name.indexOf(':');
        if (colon > 0 && FILE_KEYS.contains(name.substring(0, colon).toLowerCase(Locale.ROOT))) {
            String rest = name.substring(colon + 1);
            value(name.substring(0, colon), FenceValues.unquoted(rest.isEmpty() ? quotedOrWord() : rest));
        } else if (!name.isEmpty() && name.charAt(0) != '/') {
            words.add(name);
        } else if (name.isEmpty()) {
            at++;
        }
    }

    private String quotedOrWord() {
        while (at < info.length() && info.charAt(at) == ' ') {
            at++;
        }
        int end = at < info.length() && "\"'".indexOf(info.charAt(at)) >= 0 ? FenceValues.valueEnd(info, at) : endOfWord(at);
        String value = info.substring(at, end);
        at = end;
        return value;
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < info.length() && !Character.isWhitespace(info.charAt(end))) {
            end++;
        }
        return end;
    }

    private void value(String name, String value) {
        if (name.isEmpty()) {
            return;
        }
        metadata.putIfAbsent(name, value);
        switch (name.toLowerCase(Locale.ROOT)) {
            case "ins", "add", "added", "insert", "inserted" -> inserted.addAll(FenceValues.ranges(value));
            case "del", "remove", "removed", "delete", "deleted" -> removed.addAll(FenceValues.ranges(value));
            case "highlight", "mark", "hl_lines", "lines", "highlightlines", "focus", "emphasize-lines" ->
                highlighted.addAll(FenceValues.ranges(value));
            default -> { }
        }
    }

}
