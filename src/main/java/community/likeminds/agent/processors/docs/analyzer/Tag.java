package community.likeminds.agent.processors.docs.analyzer;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTML or JSX tag.
 *
 * @param name as written
 * @param attributes values as written without their quotes; expressions keep their braces
 * @param line index of the line on which it ends
 * @param end column just behind it on that line
 */
record Tag(String name, boolean closing, boolean selfClosing, Map<String, String> attributes, int line, int end) {

    String key() {
        return name.toLowerCase(Locale.ROOT);
    }

    boolean component() {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    }

    /** The first of these attributes that has a text, else an empty string. */
    String text(String... names) {
        for (String one : names) {
            String value = attributes.get(one);
            if (value != null && !value.isBlank()) {
                return literal(value);
            }
        }
        return "";
    }

    private static String literal(String value) {
        String text = value.strip();
        if (text.length() >= 2 && text.startsWith("{") && text.endsWith("}")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        if (text.length() >= 2 && "'\"`".indexOf(text.charAt(0)) >= 0 && text.charAt(0) == text.charAt(text.length() - 1)) {
            text = text.substring(1, text.length() - 1);
        }
        return text;
    }

    /** Reads tags that may span lines; what it looks at in vain is bounded over the whole page. */
    static final class Reader {

        private static final int MOST_LINES = 400;
        private final String[] lines;
        private long budget;

        Reader(String[] lines) {
            this.lines = lines;
            long size = 100_000;
            for (String line : lines) {
                size += 8L * line.length() + 8;
            }
            budget = size;
        }

        /** The tag that starts at a {@code <}, or null when there is none. */
        @Nullable Tag read(int line, int column) {
            String s = lines[line];
            int i = column + 1;
            boolean closing = i < s.length() && s.charAt(i) == '/';
            if (closing) {
                i++;
            }
            // Some sites mark their components with a dollar.
            i += i + 1 < s.length() && s.charAt(i) == '$' && Character.isLetter(s.charAt(i + 1)) ? 1 : 0;
            int start = i;
            while (i < s.length() && nameCharacter(s.charAt(i))) {
                i++;
            }
            String name = s.substring(start, i);
            if (name.length() > 80 || !name.isEmpty() && !Character.isLetter(name.charAt(0))) {
                return null;
            }
            if (name.isEmpty()) {
                boolean fragment = i < s.length() && s.charAt(i) == '>';
                return fragment ? new Tag("", closing, false, Map.of(), line, i + 1) : null;
            }
            if (i < s.length() && !Character.isWhitespace(s.charAt(i)) && s.charAt(i) != '>' && s.charAt(i) != '/') {
                return null;
            }
            return budget <= 0 ? null : attributes(name, closing, line, i);
        }

        static boolean nameCharacter(char c) {
            return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
        }

        private @Nullable Tag attributes(String name, boolean closing, int from, int column) {
            StringBuilder inside = new StringBuilder();
            char quote = 0;
            int braces = 0;
            int line = from;
            int i = column;
            boolean escaped = false;
            while (line < lines.length && line - from <= MOST_LINES) {
                String s = lines[line];
                if (line > from && s.isBlank() && braces == 0 && !goesOn(name, line)) {
                    break;
                }
                for (; i < s.length(); i++) {
                    char c = s.charAt(i);
                    if (escaped) {
                        escaped = false;
                    } else if (quote != 0) {
                        escaped = braces > 0 && c == '\\';
                        quote = c == quote ? 0 : quote;
                    } else if (quoteStarts(c, braces, s, i)) {
                        quote = c;
                    } else if (c == '{') {
                        braces++;
                    } else if (c == '}') {
                        braces--;
                    } else if (c == '<' && braces <= 0) {
                        budget -= inside.length();
                        return null;
                    } else if (c == '>' && braces <= 0) {
                        boolean self = !inside.isEmpty() && inside.charAt(inside.length() - 1) == '/';
                        return new Tag(name, closing, self, parse(inside), line, i + 1);
                    }
                    inside.append(c);
                }
                inside.append('\n');
                line++;
                i = 0;
            }
            budget -= inside.length();
            return null;
        }

        /** MDX allows an empty line between a component's attributes. */
        private boolean goesOn(String name, int blank) {
            String next = blank + 1 < lines.length ? lines[blank + 1].strip() : "";
            int end = 0;
            while (end < next.length() && attributeCharacter(next.charAt(end))) {
                end++;
            }
            boolean attribute = end > 0 && end < next.length() && next.charAt(end) == '=';
            return Character.isUpperCase(name.charAt(0)) && (next.equals("/>") || next.equals(">") || attribute);
        }

        /** An apostrophe within a word of JSX text is none. */
        private static boolean quoteStarts(char c, int braces, String s, int i) {
            if (c == '"' || c == '`' && braces > 0) {
                return true;
            }
            return c == '\'' && !(braces > 0 && i > 0 && Character.isLetterOrDigit(s.charAt(i - 1)));
        }

        private static Map<String, String> parse(CharSequence inside) {
            Map<String, String> attributes = new LinkedHashMap<>();
            int i = 0;
            int length = inside.length();
            while (i < length) {
                while (i < length && !attributeCharacter(inside.charAt(i))) {
                    i++;
                }
                int start = i;
                while (i < length && attributeCharacter(inside.charAt(i))) {
                    i++;
                }
                if (start == i) {
                    break;
                }
                String name = inside.subSequence(start, i).toString();
                while (i < length && Character.isWhitespace(inside.charAt(i))) {
                    i++;
                }
                if (i >= length || inside.charAt(i) != '=') {
                    attributes.putIfAbsent(name, "");
                    continue;
                }
                i++;
                while (i < length && Character.isWhitespace(inside.charAt(i))) {
                    i++;
                }
                int end = valueEnd(inside, i);
                String value = inside.subSequence(i, end).toString();
                if (value.length() >= 2 && (value.charAt(0) == '"' || value.charAt(0) == '\'')) {
                    value = value.substring(1, value.length() - 1);
                }
                attributes.putIfAbsent(name, value);
                i = end;
            }
            return attributes;
        }

        private static boolean attributeCharacter(char c) {
            return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == ':' || c == '@' || c == '.';
        }

        private static int valueEnd(CharSequence inside, int from) {
            if (from >= inside.length()) {
                return from;
            }
            char first = inside.charAt(from);
            int i = from + 1;
            if (first == '"' || first == '\'') {
                while (i < inside.length() && inside.charAt(i) != first) {
                    i++;
                }
                return Math.min(i + 1, inside.length());
            }
            if (first == '{') {
                int depth = 1;
                while (i < inside.length() && depth > 0) {
                    depth += inside.charAt(i) == '{' ? 1 : inside.charAt(i) == '}' ? -1 : 0;
                    i++;
                }
                return i;
            }
            while (i < inside.length() && !Character.isWhitespace(inside.charAt(i))) {
                i++;
            }
            return i;
        }
    }
}
