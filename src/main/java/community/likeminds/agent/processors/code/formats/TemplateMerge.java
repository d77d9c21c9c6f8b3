package community.likeminds.agent.processors.code.formats;

import community.likeminds.agent.processors.code.StructuralEdits.Edit;
import community.likeminds.agent.processors.code.javascript.Scripts;
import community.likeminds.agent.processors.code.outline.OutlineMerge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Merges what a documented component shows, and its styles, into a component file. */
public final class TemplateMerge {

    private TemplateMerge() {}

    /** Everything that the documented markup has more. */
    public static Edit everything(String file, String markup, boolean vue) {
        String bare = Scripts.dedented(markup, Scripts.indent(markup)).strip();
        String shown = vue ? "<template>\n" + bare.indent(2) + "</template>\n" : bare + "\n";
        return OutlineMerge.merge(Formats.template(), file, shown);
    }

    /** Elements of the SDK only: those that hold others go around all that the file shows, the others behind it. */
    public static Edit setUp(String file, String markup, List<String> names, boolean vue) {
        MarkupParser own = new MarkupParser(file, MarkupKind.TEMPLATE);
        if (!own.error().isEmpty()) {
            return conflict(file, "The file does not parse: " + own.error());
        }
        List<Element> around = new ArrayList<>();
        List<Element> leaves = new ArrayList<>();
        List<String> satisfied = new ArrayList<>();
        sort(new MarkupParser(markup, MarkupKind.TEMPLATE).root(), names, around, leaves);
        around.removeIf(one -> there(file, one, satisfied));
        leaves.removeIf(one -> there(file, one, satisfied));
        if (around.isEmpty() && leaves.isEmpty()) {
            return new Edit(file, List.of(), List.of(), satisfied, null);
        }
        int[] shown = shown(file, own.root(), vue);
        if (shown.length == 0) {
            return conflict(file, "The file shows nothing that the documented elements could stand around or beside.");
        }
        return new Edit(written(file, markup, around, leaves, shown), changes(markup, around, leaves), List.of(), satisfied, null);
    }

    /** The tags of the SDK's elements in documented markup. */
    public static List<String> tags(String markup, List<String> names) {
        List<Element> around = new ArrayList<>();
        List<Element> leaves = new ArrayList<>();
        sort(new MarkupParser(markup, MarkupKind.TEMPLATE).root(), names, around, leaves);
        around.addAll(leaves);
        return around.stream().map(one -> tag(markup, one)).toList();
    }

    private static String written(String file, String markup, List<Element> around, List<Element> leaves, int[] shown) {
        String eol = file.contains("\r\n") ? "\r\n" : "\n";
        String indent = file.substring(file.lastIndexOf('\n', shown[0] - 1) + 1, shown[0]);
        indent = indent.isBlank() ? indent : "";
        String unit = file.contains("\n\t") ? "\t" : "  ";
        String inner = file.substring(shown[0], shown[1]);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < around.size(); i++) {
            text.append(i == 0 ? "" : indent + unit.repeat(i)).append(tag(markup, around.get(i))).append(eol);
        }
        String deep = indent + unit.repeat(around.size());
        boolean fixed = inner.contains("<pre") || inner.contains("<textarea") || inner.contains("`");
        text.append(around.isEmpty() ? "" : deep)
                .append(fixed ? inner : inner.replaceAll("(?m)(?<=\n)(?=[^\\r\\n]*\\S)", unit.repeat(around.size())));
        for (Element leaf : leaves) {
            text.append(eol).append(deep).append(markup.substring(leaf.start, leaf.end).replaceAll("\\s*\\n\\s*", " "));
        }
        for (int i = around.size() - 1; i >= 0; i--) {
            text.append(eol).append(indent).append(unit.repeat(i)).append("</").append(around.get(i).name()).append('>');
        }
        return file.substring(0, shown[0]) + text + file.substring(shown[1]);
    }

    private static List<String> changes(String markup, List<Element> around, List<Element> leaves) {
        List<String> changes = new ArrayList<>();
        around.forEach(one -> changes.add("Put `" + tag(markup, one) + "` around what the component shows."));
        leaves.forEach(one -> changes.add("Added `" + tag(markup, one) + "` behind what the component shows."));
        return changes;
    }

    private static String tag(String markup, Element one) {
        return markup.substring(one.start, one.empty ? one.end : one.open).replaceAll("\\s*\\n\\s*", " ");
    }

    /** The SDK's elements of a tree: with content, and without. */
    private static void sort(Element in, List<String> names, List<Element> around, List<Element> leaves) {
        for (Element one : in.children()) {
            boolean own = names.stream().anyMatch(name -> kebab(name).equals(kebab(one.name())));
            boolean holds = one.children().stream().anyMatch(child -> !child.comment()) || !one.content().isBlank();
            if (own) {
                (holds ? around : leaves).add(one);
            }
            sort(one, names, around, leaves);
        }
    }

    private static boolean there(String file, Element one, List<String> satisfied) {
        boolean there = Pattern.compile("<(?i:" + Pattern.quote(one.name()) + "|" + Pattern.quote(kebab(one.name())) + "|"
                + Pattern.quote(kebab(one.name()).replace("-", "")) + ")(?![\\w-])").matcher(file).find();
        if (there) {
            satisfied.add("`<" + one.name() + ">` is there already.");
        }
        return there;
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** The range of what a file shows, or nothing. */
    private static int[] shown(String file, Element root, boolean vue) {
        Element template = root.children().stream().filter(one -> one.name().equals("template")).findFirst().orElse(null);
        if (vue && template == null) {
            return new int[0];
        }
        int from = vue && template != null ? template.open : 0;
        int to = vue && template != null ? template.close : file.length();
        if (!vue) {
            for (Element one : root.children()) {
                boolean block = one.name().equals("script") || one.name().equals("style");
                boolean before = block && file.substring(from, one.start).isBlank();
                from = before ? one.end : from;
                to = block && !before ? Math.min(to, one.start) : to;
            }
            java.util.regex.Matcher front = Pattern.compile("(?s)\\A\uFEFF?---.*?\\n---[ \\t]*(?=\\n|\\r)").matcher(file);
            from = front.find() ? Math.max(from, front.end()) : from;
        }
        String content = file.substring(from, Math.max(from, to));
        int start = from + content.length() - content.stripLeading().length();
        int end = from + content.stripTrailing().length();
        return start >= end ? new int[0] : new int[] {start, end};
    }

    /** Rules that the file's styles do not have, in its first block of the same kind or in a block of their own. */
    public static Edit styles(String file, List<String> blocks) {
        String text = file;
        List<String> changes = new ArrayList<>();
        for (String block : blocks) {
            String rules = block.substring(block.indexOf('>') + 1, block.lastIndexOf("</")).strip();
            if (rules.isEmpty() || squeezed(text).contains(squeezed(rules))) {
                continue;
            }
            String eol = text.contains("\r\n") ? "\r\n" : "\n";
            String gap = text.endsWith("\n") ? eol : eol + eol;
            text = text + gap + block.strip().replace("\n", eol) + eol;
            changes.add("Added styles.");
        }
        return new Edit(text, changes, List.of(), null);
    }

    private static String squeezed(String css) {
        return css.replaceAll("[\\s;]+", "").replace('"', '\'');
    }

    private static Edit conflict(String file, String sentence) {
        return new Edit(file, List.of(), List.of(), sentence);
    }
}
