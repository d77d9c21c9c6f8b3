package community.likeminds.agent.processors.docs.formats.text;

import community.likeminds.agent.processors.docs.formats.Markdown;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads the directives of reStructuredText and of Sphinx's extensions; of those it does not know, what they hold is read. */
final class RstDirectives {

    private static final Pattern DIRECTIVE = Pattern.compile("\\.\\. (?:\\|[^|]{1,60}\\| )?([\\w:.-]{1,60})::(?:\\s+(.*))?");
    private static final Pattern OPTION = Pattern.compile("\\s*:([\\w-]{1,40}):\\s*(.*)");
    private static final Pattern SIGNATURE = Pattern.compile(
            "(?:\\w+:)?(?:function|method|staticmethod|classmethod|coroutinefunction|class|data|attribute|module|property|exception|option|envvar|struct|type|enum|macro|member"
                    + "|describe|object|confval|setting|program|get|post|put|patch|delete)");
    private static final Set<String> CODE = Set.of(
            "code-block", "code", "sourcecode", "highlight-block", "parsed-literal", "prompt", "console", "testcode", "doctest", "ipython", "math");
    private static final Set<String> NOTES = Set.of(
            "note", "warning", "tip", "important", "caution", "danger", "hint", "attention", "error", "admonition", "deprecated", "versionadded", "versionchanged",
            "versionremoved", "seealso", "todo");
    private static final Set<String> TABS = Set.of("tabs", "tab-set", "content-tabs");
    private static final Set<String> TAB = Set.of("tab", "tab-item", "group-tab", "tab-container");
    private static final Set<String> FOLDED = Set.of("dropdown", "collapse", "toggle", "details");
    /** Those whose argument readers see as a title. */
    private static final Set<String> TITLED = Set.of("topic", "sidebar", "rubric", "card", "grid-item-card", "centered", "glossary-title");
    private static final Set<String> NO_TEXT = Set.of(
            "toctree", "contents", "image", "raw", "meta", "role", "default-role", "default-domain", "include", "literalinclude", "currentmodule", "index", "mermaid",
            "graphviz", "uml", "plantuml", "plot", "digraph", "graph", "inheritance-diagram", "replace", "sectnum", "sectionauthor", "moduleauthor", "tabularcolumns",
            "autosummary", "video", "youtube", "testsetup", "testcleanup", "bibliography", "py:currentmodule");

    private final RstBlocks blocks;
    private String language = "";

    RstDirectives(RstBlocks blocks) {
        this.blocks = blocks;
    }

    /** The language of code that names none, as the page says. */
    String language() {
        return language;
    }

    /** Reads the directive, target or comment that a line begins; gives the index of the first line behind it. */
    int read(String line, int i, int to, int indent, int depth) {
        int end = blocks.end(i + 1, to, blocks.indentOf(i));
        Matcher matcher = DIRECTIVE.matcher(line);
        if (!matcher.matches()) {
            if (line.matches("\\.\\. \\[#?[\\w-]{1,40}] .*")) {
                blocks.words(line.substring(line.indexOf(']') + 1).strip(), i);
            }
            return end;
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        String argument = matcher.group(2) == null ? "" : matcher.group(2).strip();
        int body = i + 1;
        RstOptions options = new RstOptions();
        while (body < end && options.read(OPTION.matcher(blocks.line(body)))) {
            body++;
        }
        int inner = body < end ? blocks.indentOf(blocks.firstText(body, end)) : 0;
        if (CODE.contains(name)) {
            boolean literal = name.equals("parsed-literal");
            blocks.code(body, end, inner, info(literal || name.equals("math") ? "" : name.equals("doctest") ? "python" : argument.isEmpty() ? language : argument, options), literal);
        } else if (name.equals("highlight")) {
            language = argument.split(" ")[0];
        } else if (name.equals("code-tab")) {
            int space = argument.indexOf(' ');
            within("TabItem", "label", space < 0 ? argument : argument.substring(space + 1), i, end,
                    bodyAt(body, end, inner, info(space < 0 ? argument : argument.substring(0, space), options)));
        } else if (name.endsWith("table") && !name.equals("table")) {
            table(name, argument, options, body, end, i);
        } else if (depth < RstBlocks.DEEPEST && !NO_TEXT.contains(name)) {
            holder(name, argument, i, body, end, inner, depth);
        }
        return end;
    }

    private Runnable bodyAt(int body, int end, int inner, String info) {
        return () -> blocks.code(body, end, inner, info, false);
    }

    private void holder(String name, String argument, int i, int body, int end, int inner, int depth) {
        Runnable content = () -> blocks.read(body, end, inner, depth + 1);
        if (NOTES.contains(name)) {
            boolean titled = name.equals("admonition");
            within("Admonition type=\"" + (titled ? "note" : name) + "\"", titled ? "title" : "", argument, i, end, () -> {
                blocks.words(titled ? "" : argument, i);
                content.run();
            });
        } else if (TABS.contains(name)) {
            within("Tabs", "", "", i, end, content);
        } else if (TAB.contains(name)) {
            within("TabItem", "label", argument, i, end, content);
        } else if (FOLDED.contains(name)) {
            within("Details", "summary", argument, i, end, content);
        } else if (SIGNATURE.matcher(name).matches()) {
            blocks.section(argument, "signature", i, i);
            content.run();
        } else {
            if (TITLED.contains(name)) {
                blocks.strong(argument, i);
            }
            content.run();
        }
    }

    private void within(String element, String attribute, String value, int first, int end, Runnable content) {
        String name = element.split(" ")[0];
        blocks.tag("<" + element + (attribute.isEmpty() ? "" : " " + attribute + "=\"" + Markdown.attribute(blocks.substituted(value)) + "\"") + ">", first);
        content.run();
        blocks.tag("</" + name + ">", Math.max(first, end - 1));
    }

    private void table(String name, String caption, RstOptions options, int body, int end, int i) {
        List<String> lines = IntStream.range(body, end).mapToObj(blocks::line).toList();
        List<List<String>> rows = name.equals("list-table") ? RstTables.listed(lines) : RstTables.separated(lines);
        String header = options.get("header");
        if (header != null) {
            rows = java.util.stream.Stream.concat(java.util.stream.Stream.of(RstTables.values(header)), rows.stream()).toList();
        }
        blocks.strong(caption, i);
        if (!rows.isEmpty()) {
            blocks.rows(rows, i, Math.max(i, end - 1));
        }
    }

    private static String info(String language, RstOptions options) {
        String caption = options.get("caption");
        String name = options.get("name");
        String title = caption != null ? caption : name != null && name.contains(".") ? name : "";
        String emphasized = options.get("emphasize-lines");
        String marked = emphasized == null || !emphasized.matches("[\\d, -]{1,100}") ? "" : " {" + emphasized.replace(" ", "") + "}";
        String info = Markdown.info(language, title);
        return (info.isEmpty() && !marked.isEmpty() ? "text" : info) + marked;
    }
}
