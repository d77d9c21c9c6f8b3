package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.SyntaxNode;

/** Small questions about a text: lines, indentation, packages of module specifiers. */
final class JsText {

    private JsText() {}

    /** The value of a string literal as it is written. */
    static String unquoted(SyntaxNode string) {
        String text = string.text();
        return text.length() >= 2 ? text.substring(1, text.length() - 1) : text;
    }

    static int lineStart(String text, int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /** Offset behind the line's last character, before its line ending. */
    static int lineEnd(String text, int offset) {
        int end = text.indexOf('\n', offset);
        if (end < 0) {
            return text.length();
        }
        return end > 0 && end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** Offset of the next line's first character, or the end of the text. */
    static int nextLine(String text, int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end + 1;
    }

    /** White space at the beginning of the line of an offset. */
    static String indentAt(String text, int offset) {
        int start = lineStart(text, offset);
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }

    /** Whether only white space stands before an offset on its line. */
    static boolean firstOnLine(String text, int offset) {
        return text.substring(lineStart(text, offset), offset).isBlank();
    }

    /** Whether only white space stands behind an offset on its line. */
    static boolean lastOnLine(String text, int offset) {
        return text.substring(offset, lineEnd(text, offset)).isBlank();
    }

    static boolean blankLineAt(String text, int offset) {
        return offset < text.length() && text.substring(offset, lineEnd(text, offset)).isBlank();
    }

    /** Moves a fragment of several lines from one indentation to another; the first line is taken to stand at {@code from}. */
    static String reindent(String fragment, String from, String to) {
        if (from.equals(to)) {
            return fragment;
        }
        String[] lines = fragment.split("\n", -1);
        StringBuilder result = new StringBuilder(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            result.append('\n');
            String line = lines[i];
            if (line.startsWith(from)) {
                result.append(line.isBlank() ? "" : to).append(line, from.length(), line.length());
            } else {
                result.append(line);
            }
        }
        return result.toString();
    }

    /** The package of a module specifier: {@code @a/b} of {@code @a/b/c}; the specifier itself where it is none. */
    static String packageOf(String module) {
        if (isLocal(module) || module.contains(":")) {
            return module;
        }
        String[] parts = module.split("/", -1);
        return module.startsWith("@") && parts.length > 1 ? parts[0] + "/" + parts[1] : parts[0];
    }

    /** Whether a specifier names a file of the project: relative, absolute or under a usual alias. */
    static boolean isLocal(String module) {
        return module.startsWith(".")
                || module.startsWith("/")
                || module.startsWith("@/")
                || module.startsWith("~/")
                || module.startsWith("#")
                || module.startsWith("$") && !module.matches("\\$(?:app|env|service-worker)(?:/.*)?");
    }

    static boolean isStyle(String module) {
        return module.matches("(?i).*(\\.(css|scss|sass|less|styl)|\\bcss)(\\?.*)?$");
    }

    static boolean isComponentName(String name) {
        return !name.isEmpty() && (Character.isUpperCase(name.charAt(0)) || name.contains("."));
    }
}
