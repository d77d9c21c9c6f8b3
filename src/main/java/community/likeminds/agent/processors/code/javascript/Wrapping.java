package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.Style;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.TextEdits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts text around and beside JSX nodes, indented as the file is. */
final class Wrapping {

    private Wrapping() {}

    /**
     * The file with an element around a place.
     *
     * @param opening opening tag
     * @param indent indentation of the line that the opening tag came from
     * @param closing closing tag
     * @param line whether everything may stay on one line
     */
    static String around(
            JsFile file, AppPlace place, String opening, String indent, String closing, boolean line, Style style) {
        String text = file.text();
        int start = place.first().start();
        int end = place.last().end();
        String unit = style.indent();
        String inner = text.substring(start, end);
        String own = JsText.indentAt(text, start);
        String open = JsText.reindent(opening, indent, own);
        boolean alone = JsText.firstOnLine(text, start) && JsText.lastOnLine(text, end);
        boolean inJsx = Jsx.holder(place.first()) != null;
        SyntaxNode parent = place.first().parent();
        TextEdits edits = new TextEdits(text);
        if (inJsx && (!alone || line && !open.contains("\n") && !inner.contains("\n"))) {
            edits.replace(start, end, open + inner + closing);
        } else if (alone) {
            edits.replace(start, end, open + "\n" + own + unit + deeper(file, start, end, unit) + "\n" + own + closing);
        } else if (parent != null && parent.is("arguments") && parent.parts().size() == 1 && !text.substring(parent.start(), start).contains("\n")) {
            String more = own + unit;
            String comma = style.trailingCommas() ? "," : "";
            String body = JsText.reindent(opening, indent, more) + "\n" + more + unit
                    + deeper(file, start, end, unit + unit) + "\n" + more + closing;
            edits.replace(parent.start(), parent.end(), "(\n" + more + body + comma + "\n" + own + ")");
        } else if (parent != null && parent.is("return_statement", "arrow_function")) {
            String more = own + unit;
            String body = JsText.reindent(opening, indent, more) + "\n" + more + unit
                    + deeper(file, start, end, unit + unit) + "\n" + more + closing;
            edits.replace(start, end, "(\n" + more + body + "\n" + own + ")");
        } else {
            edits.replace(start, end, open + "\n" + own + unit + deeper(file, start, end, unit) + "\n" + own + closing);
        }
        return edits.apply();
    }

    /** The text of a range with its second and following lines deeper; lines inside template strings stay. */
    private static String deeper(JsFile file, int start, int end, String unit) {
        String text = file.text();
        List<SyntaxNode> fixed = file.root().all("template_string");
        StringBuilder result = new StringBuilder();
        int at = start;
        while (at < end) {
            int next = Math.min(JsText.nextLine(text, at), end);
            int line = at;
            boolean inside = fixed.stream().anyMatch(one -> one.start() < line && one.end() > line);
            if (at > start && !inside && !text.substring(at, next).isBlank()) {
                result.append(unit);
            }
            result.append(text, at, next);
            at = next;
        }
        return result.toString();
    }

    /** The file with code at the end of an element's children. */
    static String into(JsFile file, @Nullable SyntaxNode parent, String code, String indent, Style style) {
        String text = file.text();
        SyntaxNode close = parent == null ? null : Jsx.closing(parent);
        SyntaxNode open = parent == null ? null : Jsx.opening(parent);
        if (parent == null || close == null || open == null) {
            return text;
        }
        TextEdits edits = new TextEdits(text);
        String own = JsText.indentAt(text, close.start());
        String more = own + style.indent();
        String placed = JsText.reindent(code, indent, more);
        if (JsText.firstOnLine(text, close.start())) {
            edits.insert(JsText.lineStart(text, close.start()), more + placed + "\n");
        } else if (JsText.firstOnLine(text, parent.start()) && JsText.lastOnLine(text, parent.end())
                && !parent.text().contains("\n")) {
            String inner = text.substring(open.end(), close.start()).strip();
            edits.replace(open.end(), close.start(), "\n" + more + (inner.isEmpty() ? "" : inner + "\n" + more) + placed + "\n" + own);
        } else {
            edits.insert(close.start(), code);
        }
        return edits.apply();
    }

    /** The file with a fragment around a place and code behind the place in it. */
    static String beside(JsFile file, AppPlace place, String code, String indent, Style style) {
        String wrapped = around(file, place, "<>", "", "</>", false, style);
        JsFile next = JsFile.parse(wrapped);
        for (SyntaxNode element : Jsx.elements(next.root())) {
            if (Jsx.tag(element).isEmpty() && element.start() >= place.first().start()) {
                return into(next, element, code, indent, style);
            }
        }
        return file.text();
    }
}
