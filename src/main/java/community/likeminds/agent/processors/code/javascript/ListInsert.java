package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.Style;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.List;
import java.util.regex.Pattern;

/** Adds an item to a list between brackets: an array, an object, arguments. */
final class ListInsert {

    private static final int LINE = 100;

    private ListInsert() {}

    /** The file with an item at the end of a list, or at its beginning; the item's lines begin at column 0. */
    /** The route that takes what no other one takes stays behind the others. */
    private static final Pattern CATCH_ALL = Pattern.compile("^\\{\\s*path:\\s*[\"'`](?:\\*\\*?|/\\*|/:\\w+\\(\\.\\*\\)\\*?)[\"'`]");

    static String add(JsFile file, SyntaxNode list, String item, boolean first, Style style) {
        String text = file.text();
        List<SyntaxNode> items = list.parts();
        SyntaxNode open = list.children().getFirst();
        SyntaxNode close = list.children().getLast();
        String own = JsText.indentAt(text, list.start());
        String more = own + style.indent();
        boolean object = open.is("{");
        if (items.isEmpty()) {
            boolean comments = list.children().stream().anyMatch(one -> one.is("comment"));
            if (comments) {
                int at = JsText.lineEnd(text, list.children().get(list.children().size() - 2).end());
                String comma = style.trailingCommas() ? "," : "";
                return text.substring(0, at) + "\n" + more + JsText.reindent(item, "", more) + comma + text.substring(at);
            }
            boolean lines = item.contains("\n");
            String space = object && style.bracketSpacing() ? " " : "";
            String comma = style.trailingCommas() ? "," : "";
            String inner = lines ? "\n" + more + JsText.reindent(item, "", more) + comma + "\n" + own : space + item + space;
            return text.substring(0, open.end()) + inner + text.substring(close.start());
        }
        boolean several = list.text().contains("\n") && JsText.firstOnLine(text, close.start());
        if (first) {
            SyntaxNode head = items.getFirst();
            String indent = JsText.indentAt(text, head.start());
            String gap = several ? ",\n" + indent : ", ";
            return text.substring(0, head.start()) + JsText.reindent(item, "", several ? indent : own) + gap + text.substring(head.start());
        }
        SyntaxNode last = items.getLast();
        if (CATCH_ALL.matcher(last.text()).find() && !CATCH_ALL.matcher(item).find()) {
            String indent = JsText.indentAt(text, last.start());
            String gap = several ? ",\n" + indent : ", ";
            return text.substring(0, last.start()) + JsText.reindent(item, "", several ? indent : own) + gap + text.substring(last.start());
        }
        if (!several) {
            String line = text.substring(JsText.lineStart(text, list.start()), JsText.lineEnd(text, list.end()));
            boolean comma = list.children().get(list.children().size() - 2).is(",");
            if (line.length() + item.length() > LINE && !list.text().contains("\n") && object) {
                return broken(text, list, item, style);
            }
            int at = comma ? list.children().get(list.children().size() - 2).end() : last.end();
            return text.substring(0, at) + (comma ? " " : ", ") + JsText.reindent(item, "", own) + text.substring(at);
        }
        SyntaxNode comma = list.children().stream()
                .filter(one -> one.is(",") && one.start() >= last.end())
                .findFirst()
                .orElse(null);
        String indent = JsText.indentAt(text, last.start());
        String head = text.substring(0, last.end());
        String rest = text.substring(comma == null ? last.end() : comma.end());
        int line = JsText.lineEnd(rest, 0);
        boolean trailing = rest.substring(0, line).isBlank() || rest.substring(0, line).strip().startsWith("//")
                || rest.substring(0, line).strip().startsWith("/*");
        String behind = trailing ? rest.substring(0, line) : "";
        String end = comma != null ? "," : "";
        return head + "," + behind + "\n" + indent + JsText.reindent(item, "", indent) + end
                + rest.substring(behind.length());
    }

    private static String broken(String text, SyntaxNode list, String item, Style style) {
        String own = JsText.indentAt(text, list.start());
        String more = own + style.indent();
        StringBuilder lines = new StringBuilder();
        for (SyntaxNode one : list.parts()) {
            lines.append(more).append(one.text()).append(",\n");
        }
        lines.append(more).append(JsText.reindent(item, "", more)).append(style.trailingCommas() ? ",\n" : "\n");
        return text.substring(0, list.start() + 1) + "\n" + lines + own + text.substring(list.end() - 1);
    }
}
