package community.likeminds.agent.processors.code.manifests;

import community.likeminds.agent.processors.code.StructuralEdits.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sets keys of YAML files: nested keys go under the parents that are there, everything else stays as it is. */
public final class YamlFile {

    private static final Pattern KEY = Pattern.compile("^( *)(\"[^\"]*\"|'[^']*'|[^\\s#\"'\\[{&*!|>%@`-][^#:]*?|-?[\\w.-]+)[ ]*:(?:[ \\t]+(.*))?$");
    private static final Pattern YAML_LINE = Pattern.compile("(?m)^[ ]*[\\w\"'.-]+:([ ].*)?$");

    /** List items that are more than one plain value. */
    private static final Pattern STRUCTURED = Pattern.compile("(?m)^[ ]*- (?:[\\[{&*!|>-]|[^\\s\"'][^\\n]*:(?:[ \\t]|$))");

    /**
     * @param path keys from the top, dotted keys taken apart
     * @param value what stands behind the colon
     * @param block following lines that belong to it (a list, a folded text), as they are
     */
    private record Leaf(List<String> path, String value, List<String> block) {}

    /** A key line of the file: its depth, path, and the lines it spans. */
    private record Entry(List<String> path, int indent, int line, int end) {}

    private YamlFile() {}

    public static Edit merge(String file, String snippet) {
        if (file.contains("\t") && Pattern.compile("(?m)^ *\\t").matcher(file).find()) {
            return Edits.conflict(file, "The YAML file is indented with tabs.");
        }
        String eol = JsonText.eol(file);
        List<String> lines = new ArrayList<>(List.of(file.replace("\r\n", "\n").split("\n", -1)));
        boolean ended = lines.getLast().isEmpty();
        if (ended) {
            lines.removeLast();
        }
        List<String> changes = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (Leaf leaf : leaves(snippet)) {
            Entry there = find(lines, leaf.path());
            if (there != null && there.path().size() == leaf.path().size()) {
                leftOut.add("`" + String.join(".", leaf.path()) + "` is set already.");
            } else if (there != null && hasValue(lines, there)) {
                return new Edit(file, List.of(), leftOut, "`" + String.join(".", there.path()) + "` has a value of its own in the file.");
            } else {
                insert(lines, there, leaf);
                changes.add("Set `" + String.join(".", leaf.path()) + "`.");
            }
        }
        if (changes.isEmpty()) {
            return new Edit(file, List.of(), leftOut, null);
        }
        return new Edit(String.join(eol, lines) + eol, changes, leftOut, null);
    }

    private static boolean hasValue(List<String> lines, Entry entry) {
        Matcher key = KEY.matcher(lines.get(entry.line()));
        String value = key.matches() && key.group(3) != null ? key.group(3).strip() : "";
        boolean list = entry.line() + 1 < entry.end() && lines.get(entry.line() + 1).strip().startsWith("- ");
        return !(value.isEmpty() || value.startsWith("#")) || list;
    }

    private static void insert(List<String> lines, @Nullable Entry parent, Leaf leaf) {
        int depth = parent == null ? 0 : parent.path().size();
        int unit = unit(lines);
        int at;
        int indent;
        if (parent == null) {
            at = documentEnd(lines);
            boolean content = lines.subList(0, at).stream().anyMatch(line -> !line.isBlank());
            if (content) {
                lines.add(at++, "");
            } else {
                at = 0;
                lines.removeIf(String::isBlank);
            }
            indent = 0;
        } else {
            at = parent.end();
            while (at > parent.line() + 1 && (lines.get(at - 1).isBlank() || isOuterComment(lines.get(at - 1), parent.indent()))) {
                at--;
            }
            indent = childIndent(lines, parent, unit);
        }
        List<String> keys = leaf.path().subList(depth, leaf.path().size());
        for (int i = 0; i < keys.size(); i++) {
            boolean last = i == keys.size() - 1;
            String value = last && !leaf.value().isEmpty() ? " " + leaf.value() : "";
            lines.add(at++, " ".repeat(indent + i * unit) + keys.get(i) + ":" + value);
        }
        int base = indent + (keys.size() - 1) * unit;
        for (String line : leaf.block()) {
            lines.add(at++, line.isBlank() ? "" : " ".repeat(base) + line);
        }
    }

    private static boolean isOuterComment(String line, int indent) {
        return line.strip().startsWith("#") && line.indexOf('#') <= indent;
    }

    private static int childIndent(List<String> lines, Entry parent, int unit) {
        for (int i = parent.line() + 1; i < parent.end(); i++) {
            if (KEY.matcher(lines.get(i)).matches()) {
                return leading(lines.get(i));
            }
        }
        return parent.indent() + unit;
    }

    private static int documentEnd(List<String> lines) {
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).startsWith("---") && lines.subList(0, i).stream().anyMatch(line -> KEY.matcher(line).matches())) {
                return i;
            }
        }
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) {
            lines.remove(--end);
        }
        return end;
    }

    private static int unit(List<String> lines) {
        int unit = 0;
        for (String line : lines) {
            int depth = leading(line);
            if (depth > 0 && KEY.matcher(line).matches() && (unit == 0 || depth < unit)) {
                unit = depth;
            }
        }
        return unit == 0 ? 2 : unit;
    }

    /** The entry with the longest path that is the path or leads to it, or null. */
    private static @Nullable Entry find(List<String> lines, List<String> path) {
        Entry best = null;
        for (Entry entry : entries(lines)) {
            boolean leads = entry.path().size() <= path.size();
            for (int i = 0; leads && i < entry.path().size(); i++) {
                leads = PropertyLines.canonical(entry.path().get(i)).equals(PropertyLines.canonical(path.get(i)));
            }
            if (leads && (best == null || entry.path().size() > best.path().size())) {
                best = entry;
            }
        }
        return best;
    }

    private static List<Entry> entries(List<String> lines) {
        List<Entry> found = new ArrayList<>();
        List<Entry> open = new ArrayList<>();
        int text = -1;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (i > 0 && line.startsWith("---") && !found.isEmpty()) {
                break;
            }
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            int indent = leading(line);
            if (text >= 0 && indent > text) {
                continue;
            }
            text = -1;
            Matcher key = KEY.matcher(line);
            if (!key.matches()) {
                continue;
            }
            while (!open.isEmpty() && open.getLast().indent() >= indent) {
                open.removeLast();
            }
            List<String> path = new ArrayList<>(open.isEmpty() ? List.of() : open.getLast().path());
            path.addAll(keys(key.group(2)));
            Entry entry = new Entry(path, indent, i, end(lines, i, indent));
            found.add(entry);
            open.add(entry);
            String value = key.group(3) == null ? "" : key.group(3).strip();
            if (value.startsWith("|") || value.startsWith(">")) {
                text = indent;
            }
        }
        return found;
    }

    private static int end(List<String> lines, int line, int indent) {
        int end = line + 1;
        while (end < lines.size()
                && !lines.get(end).startsWith("---")
                && (lines.get(end).isBlank() || lines.get(end).strip().startsWith("#") || leading(lines.get(end)) > indent
                        || leading(lines.get(end)) == indent && lines.get(end).strip().startsWith("- "))) {
            end++;
        }
        return end;
    }

    private static int leading(String line) {
        int count = 0;
        while (count < line.length() && line.charAt(count) == ' ') {
            count++;
        }
        return count;
    }

    private static List<String> keys(String key) {
        boolean quoted = key.startsWith("\"") || key.startsWith("'");
        return quoted || !key.contains(".") || key.startsWith(".") ? List.of(key) : List.of(key.split("\\."));
    }

    /** A YAML snippet as lines of properties; properties stay as they are. Null where properties cannot say it. */
    public static @Nullable String asProperties(String snippet) {
        if (!isYaml(snippet)) {
            return snippet;
        }
        if (STRUCTURED.matcher(snippet).find()) {
            return null;
        }
        StringBuilder lines = new StringBuilder();
        for (Leaf leaf : leaves(snippet)) {
            String key = String.join(".", leaf.path());
            String value = leaf.value().replaceFirst("\\s#.*$", "").strip();
            boolean list = value.isEmpty() && !leaf.block().isEmpty() && leaf.block().stream().allMatch(line -> line.strip().startsWith("- "));
            if (!list && !leaf.block().isEmpty() || value.matches("[\\[{&*!|>].*")) {
                return null;
            }
            if (!list) {
                lines.append(key).append('=').append(bare(value)).append('\n');
            }
            for (int i = 0; list && i < leaf.block().size(); i++) {
                lines.append(key).append('[').append(i).append("]=").append(bare(leaf.block().get(i).strip().substring(2).strip())).append('\n');
            }
        }
        return lines.toString();
    }

    private static String bare(String scalar) {
        String text = scalar.replaceFirst("^\"(.*)\"$", "$1").replaceFirst("^'(.*)'$", "$1");
        return text.replace("\\", "\\\\");
    }

    private static boolean isYaml(String snippet) {
        return YAML_LINE.matcher(snippet).find() && snippet.lines().noneMatch(line -> line.matches("^[\\w.-]+\\s*=.*"));
    }

    /** The leaves of a snippet, written as properties or as YAML. */
    private static List<Leaf> leaves(String snippet) {
        List<Leaf> found = new ArrayList<>();
        if (!isYaml(snippet)) {
            for (PropertyLines one : PropertyLines.of(snippet)) {
                found.add(new Leaf(List.of(one.key().split("\\.")), scalar(one.value()), List.of()));
            }
            return found;
        }
        List<String> lines = List.of(snippet.replace("\r\n", "\n").stripTrailing().split("\n", -1));
        List<Entry> entries = entries(lines);
        for (Entry entry : entries) {
            boolean parent = entries.stream().anyMatch(other -> other.path().size() > entry.path().size()
                    && other.line() > entry.line() && other.line() < entry.end());
            Matcher key = KEY.matcher(lines.get(entry.line()));
            String value = key.matches() && key.group(3) != null ? key.group(3).strip() : "";
            if (parent && value.isEmpty() || value.equals("...")) {
                continue;
            }
            List<String> block = new ArrayList<>();
            for (String line : lines.subList(entry.line() + 1, entry.end())) {
                if (!line.strip().matches("(\\.\\.\\.|…|#.*)") && !line.isBlank()) {
                    block.add(line.substring(Math.min(entry.indent(), leading(line))));
                }
            }
            found.add(new Leaf(entry.path(), value, block));
        }
        return found;
    }

    /** A property's value as a YAML scalar. */
    private static String scalar(String value) {
        boolean plain = value.matches("[\\w./${}:@+-][\\w ./${}:@+,()=-]*") && !value.contains(": ") && !value.endsWith(":")
                && !value.startsWith("- ") && !value.startsWith("{") && !value.startsWith("@") && !value.startsWith(":");
        return plain ? value : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "") + "\"";
    }
}
