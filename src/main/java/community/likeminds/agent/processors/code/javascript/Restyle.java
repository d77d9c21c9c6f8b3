package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.Style;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.TextEdits;
import java.util.ArrayList;
import java.util.List;

/** Writes code in another style: quotes, semicolons, commas, spaces in braces, indentation. Line endings are line feeds. */
final class Restyle {

    private final Style to;

    Restyle(Style to) {
        this.to = to;
    }

    String apply(JsFile file) {
        String text = file.text();
        TextEdits edits = new TextEdits(text);
        file.root().walk(node -> {
            if (node.is("string")) {
                quotes(node, edits);
            } else if (node.is(Styles.STATEMENTS)) {
                semicolon(node, text, edits);
            } else if (node.is("object", "array", "object_pattern", "named_imports", "export_clause")) {
                list(node, edits);
            }
        });
        return indented(edits.apply());
    }

    private void quotes(SyntaxNode string, TextEdits edits) {
        SyntaxNode parent = string.parent();
        if (parent != null && parent.is("jsx_attribute")) {
            return;
        }
        String value = JsText.unquoted(string);
        char now = string.text().charAt(0);
        if (now != to.quote() && value.indexOf(to.quote()) < 0 && value.indexOf('\\') < 0 && string.text().length() >= 2) {
            edits.replace(string.start(), string.end(), to.quote() + value + to.quote());
        }
    }

    private void semicolon(SyntaxNode statement, String text, TextEdits edits) {
        if (!Styles.wantsSemicolon(statement)) {
            return;
        }
        boolean there = Styles.endsWithSemicolon(statement);
        if (to.semicolons() && !there) {
            SyntaxNode parent = statement.parent();
            boolean inner = parent != null && parent.is("export_statement") && Styles.endsWithSemicolon(parent);
            if (!inner) {
                edits.insert(statement.end(), ";");
            }
        } else if (!to.semicolons() && there && endsAnyway(text, statement.end())) {
            edits.delete(statement.end() - 1, statement.end());
        }
    }

    /** Whether a statement ends at an offset without a semicolon too. */
    private static boolean endsAnyway(String text, int end) {
        int at = end;
        boolean newLine = false;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            newLine |= text.charAt(at) == '\n';
            at++;
        }
        if (at == text.length() || text.charAt(at) == '}') {
            return true;
        }
        return text.startsWith("//", at) || newLine && "([`+-/*.,?<".indexOf(text.charAt(at)) < 0;
    }

    private void list(SyntaxNode list, TextEdits edits) {
        List<SyntaxNode> tokens = list.children();
        if (tokens.size() < 3) {
            return;
        }
        SyntaxNode open = tokens.getFirst();
        SyntaxNode close = tokens.getLast();
        SyntaxNode last = tokens.get(tokens.size() - 2);
        if (list.text().contains("\n")) {
            SyntaxNode item = Styles.lastItem(tokens);
            boolean rest = item.is("rest_pattern");
            boolean onOwnLine = list.text().stripTrailing().matches("(?s).*\\n\\s*[}\\]]");
            if (to.trailingCommas() && onOwnLine && !item.is(",", "{", "[") && !rest) {
                edits.insert(item.end(), ",");
            } else if (!to.trailingCommas() && item.is(",")) {
                edits.delete(item.start(), item.end());
            }
        } else if (open.is("{") && !list.text().substring(1, list.text().length() - 1).isBlank()) {
            String space = to.bracketSpacing() ? " " : "";
            edits.replace(open.end(), tokens.get(1).start(), space);
            edits.replace(last.end(), close.start(), space);
        }
    }

    /** Changes the unit of indentation, line by line; text inside template strings keeps its own. */
    private String indented(String text) {
        String from = Styles.indent(text, to.indent());
        if (from.equals(to.indent())) {
            return text;
        }
        List<SyntaxNode> fixed = new ArrayList<>(JsFile.parse(text).root().all("template_string"));
        StringBuilder result = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int next = JsText.nextLine(text, at);
            int lineStart = at;
            if (fixed.stream().anyMatch(one -> one.start() < lineStart && one.end() > lineStart)) {
                result.append(text, at, next);
            } else {
                int levels = 0;
                int position = at;
                while (text.startsWith(from, position)) {
                    levels++;
                    position += from.length();
                }
                result.append(to.indent().repeat(levels)).append(text, position, next);
            }
            at = next;
        }
        return result.toString();
    }
}
