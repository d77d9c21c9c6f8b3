package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.Style;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.List;

/** Reads from a file how it is written. What a file does not show is taken from another style. */
public final class Styles {

    static final String[] STATEMENTS = {
        "import_statement", "export_statement", "lexical_declaration", "variable_declaration", "expression_statement",
        "return_statement", "throw_statement", "break_statement", "continue_statement", "type_alias_declaration"
    };

    private Styles() {}

    public static Style of(JsFile file, Style otherwise, boolean typescript) {
        String text = file.text();
        int single = 0;
        int twice = 0;
        int with = 0;
        int without = 0;
        int commas = 0;
        int noCommas = 0;
        int spaced = 0;
        int tight = 0;
        for (SyntaxNode node : file.root().all(kinds())) {
            if (node.is("string")) {
                boolean attribute = node.parent() != null && node.parent().is("jsx_attribute");
                if (!attribute && node.text().startsWith("'")) {
                    single++;
                } else if (!attribute) {
                    twice++;
                }
            } else if (node.is(STATEMENTS)) {
                if (endsWithSemicolon(node)) {
                    with++;
                } else if (wantsSemicolon(node)) {
                    without++;
                }
            } else {
                boolean several = node.text().contains("\n");
                List<SyntaxNode> tokens = node.children();
                if (several && tokens.size() > 2) {
                    if (lastItem(tokens).is(",")) {
                        commas++;
                    } else if (!node.is("arguments")) {
                        noCommas++;
                    }
                } else if (!several && tokens.size() > 2 && tokens.getFirst().is("{")) {
                    if (text.charAt(node.start() + 1) == ' ') {
                        spaced++;
                    } else {
                        tight++;
                    }
                }
            }
        }
        return new Style(
                single == twice ? otherwise.quote() : single > twice ? '\'' : '"',
                with == without ? otherwise.semicolons() : with > without,
                indent(text, otherwise.indent()),
                eol(text, otherwise.eol()),
                commas == noCommas ? otherwise.trailingCommas() : commas > noCommas,
                spaced == tight ? otherwise.bracketSpacing() : spaced > tight,
                file.imports().isEmpty() && !file.commonJs() ? otherwise.esm() : !file.commonJs(),
                typescript);
    }

    /** The last token of a list before its closing bracket, comments aside. */
    static SyntaxNode lastItem(List<SyntaxNode> tokens) {
        int at = tokens.size() - 2;
        while (at > 0 && tokens.get(at).is("comment")) {
            at--;
        }
        return tokens.get(at);
    }

    private static String[] kinds() {
        String[] kinds = new String[STATEMENTS.length + 6];
        System.arraycopy(STATEMENTS, 0, kinds, 0, STATEMENTS.length);
        List<String> more = List.of("string", "object", "array", "named_imports", "object_pattern", "arguments");
        for (int i = 0; i < more.size(); i++) {
            kinds[STATEMENTS.length + i] = more.get(i);
        }
        return kinds;
    }

    static boolean endsWithSemicolon(SyntaxNode statement) {
        return !statement.children().isEmpty() && statement.children().getLast().is(";");
    }

    /** Whether a statement is one that ends in a semicolon where semicolons are written. */
    static boolean wantsSemicolon(SyntaxNode statement) {
        if (statement.parent() != null && statement.parent().is("for_statement", "for_in_statement")) {
            return false;
        }
        if (statement.parent() != null && statement.parent().is("export_statement")) {
            return true;
        }
        if (statement.is("export_statement")) {
            SyntaxNode declaration = statement.child("declaration");
            SyntaxNode value = statement.child("value");
            if (declaration != null) {
                return false;
            }
            return value == null || !value.is("function_expression", "class", "class_declaration", "function_declaration");
        }
        return statement.is(STATEMENTS);
    }

    public static String eol(String text, String otherwise) {
        int crlf = 0;
        int lf = 0;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (i > 0 && text.charAt(i - 1) == '\r') {
                crlf++;
            } else {
                lf++;
            }
        }
        return crlf == 0 && lf == 0 ? otherwise : crlf > lf ? "\r\n" : "\n";
    }

    /** One level of indentation: the most frequent step deeper from one line to the next. */
    public static String indent(String text, String otherwise) {
        int tabs = 0;
        int[] steps = new int[9];
        int before = 0;
        for (String line : text.split("\n", -1)) {
            if (line.isBlank()) {
                continue;
            }
            int width = 0;
            while (width < line.length() && line.charAt(width) == ' ') {
                width++;
            }
            if (width == 0 && line.charAt(0) == '\t') {
                tabs++;
                continue;
            }
            if (line.startsWith("*", width)) {
                continue;
            }
            int step = width - before;
            if (step > 1 && step <= 8) {
                steps[step]++;
            }
            before = width;
        }
        int best = 0;
        for (int i = 2; i < steps.length; i++) {
            if (steps[i] > steps[best]) {
                best = i;
            }
        }
        if (tabs > 0 && tabs >= steps[best]) {
            return "\t";
        }
        return best == 0 ? otherwise : " ".repeat(best);
    }
}
