package community.likeminds.agent.processors.code.languages;

import community.likeminds.agent.processors.code.StructuralEdits.Edit;
import community.likeminds.agent.processors.code.outline.Outline;
import community.likeminds.agent.processors.code.outline.OutlineMerge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Merges Python name by name of its imports: only names that are used are imported, each beside those of its module. */
public final class PythonImports {

    private static final Pattern SEVERAL = Pattern.compile("(?m)^from[ \\t]+([\\w.]+)[ \\t]+import[ \\t]+(?:\\(([^()#]*)\\)|([^()#\\\\\\n]*,[^()#\\\\\\n]*))[ \\t]*$");
    private static final Pattern ONE = Pattern.compile("from[ \\t]+([\\w.]+)[ \\t]+import[ \\t]+(\\w+(?:[ \\t]+as[ \\t]+\\w+)?)[ \\t]*");
    private static final Pattern LINE = Pattern.compile("(from[ \\t]+([\\w.]+)[ \\t]+import[ \\t]+)([\\w, \\t]*\\w)([ \\t]*(?:#.*)?)");
    private static final Pattern OPEN = Pattern.compile("from[ \\t]+([\\w.]+)[ \\t]+import[ \\t]*\\([ \\t]*");

    private PythonImports() {}

    /** Merges a snippet into a text of Python. */
    public static Edit merge(Outline.Reader reader, String target, String snippet) {
        Edit edit = OutlineMerge.merge(reader, target, apart(snippet.replace("\r\n", "\n")));
        if (!edit.changed() || edit.conflict() != null) {
            return edit;
        }
        String joined = joined(target, edit.text());
        return reader.valid(joined) ? new Edit(joined, edit.changes(), edit.leftOut(), edit.satisfied(), null) : edit;
    }

    /** Whether an import of the file brings in what one of a snippet does. */
    static boolean covers(String own, String shown) {
        Matcher wanted = ONE.matcher(shown.strip());
        Matcher several = SEVERAL.matcher(own.strip());
        if (!wanted.matches()) {
            return false;
        }
        Matcher line = LINE.matcher(own.strip());
        List<String> names = several.matches() && several.group(1).equals(wanted.group(1)) ? names(several)
                : line.matches() && line.group(2).equals(wanted.group(1)) ? names(line.group(3)) : List.of();
        return names.contains(squeezed(wanted.group(2)));
    }

    /** Every name of an import from a module on a line of its own. */
    private static String apart(String snippet) {
        return SEVERAL.matcher(snippet).replaceAll(found -> {
            List<String> lines = names(found.group(2) == null ? found.group(3) : found.group(2)).stream().map(name -> "from " + found.group(1) + " import " + name).toList();
            return Matcher.quoteReplacement(String.join("\n", lines));
        });
    }

    private static List<String> names(Matcher several) {
        return names(several.group(2) == null ? several.group(3) : several.group(2));
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(",")).map(PythonImports::squeezed).filter(name -> !name.isEmpty()).toList();
    }

    private static String squeezed(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }

    /** The names that a merge imported join the import of their module; every line keeps its ending. */
    private static String joined(String before, String after) {
        List<String> old = new ArrayList<>(List.of(before.split("\n", -1)));
        List<String> lines = new ArrayList<>(List.of(after.split("\n", -1)));
        for (int i = 0; i < lines.size(); i++) {
            Matcher one = ONE.matcher(bare(lines.get(i)));
            if (!one.matches() || old.remove(lines.get(i))) {
                continue;
            }
            int home = home(lines, i, one.group(1));
            if (home >= 0) {
                int added = add(lines, home, squeezed(one.group(2)));
                lines.remove(home < i ? i + added : i);
                i -= home < i ? 1 - added : 1;
            }
        }
        return String.join("\n", lines);
    }

    private static String bare(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** The line of another import from the same module that names can join, or -1. */
    private static int home(List<String> lines, int except, String module) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(bare(lines.get(i)));
            Matcher open = OPEN.matcher(bare(lines.get(i)));
            if (i != except && (line.matches() && line.group(2).equals(module) || open.matches() && open.group(1).equals(module) && name(lines, i + 1))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a line within the parentheses of an import holds nothing but names. */
    private static boolean name(List<String> lines, int at) {
        return at < lines.size() && bare(lines.get(at)).matches("[ \\t]+[\\w, \\t]+");
    }

    /** Adds a name in the order that the names have; tells how many lines were added. */
    private static int add(List<String> lines, int home, String name) {
        String end = lines.get(home).endsWith("\r") ? "\r" : "";
        Matcher line = LINE.matcher(bare(lines.get(home)));
        if (line.matches()) {
            List<String> names = new ArrayList<>(names(line.group(3)));
            names.add(place(names, name), name);
            lines.set(home, line.group(1) + String.join(", ", names) + line.group(4) + end);
            return 0;
        }
        List<String> names = new ArrayList<>();
        int last = home + 1;
        for (; name(lines, last); last++) {
            names.add(squeezed(lines.get(last).replace(",", " ")));
        }
        String indent = bare(lines.get(home + 1)).replaceFirst("\\S.*", "");
        int at = home + 1 + place(names, name);
        if (at == last && !lines.get(last - 1).stripTrailing().endsWith(",")) {
            lines.set(last - 1, lines.get(last - 1).stripTrailing() + "," + end);
        }
        lines.add(at, indent + name + "," + end);
        return 1;
    }

    private static int place(List<String> names, String name) {
        boolean sorted = names.equals(names.stream().sorted().toList());
        int at = 0;
        while (at < names.size() && (!sorted || names.get(at).compareTo(name) < 0)) {
            at++;
        }
        return at;
    }
}
