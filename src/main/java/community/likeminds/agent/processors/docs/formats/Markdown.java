package community.likeminds.agent.processors.docs.formats;

import java.util.List;
import java.util.Locale;

/** Writes text so that it reads as itself in Markdown. */
public final class Markdown {

    private static final String ALWAYS = "\\`*[]>{}&~$|";

    private Markdown() {}

    /** Text within a line. */
    public static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inWord = c == '_' && i > 0 && i + 1 < text.length()
                    && Character.isLetterOrDigit(text.charAt(i - 1)) && Character.isLetterOrDigit(text.charAt(i + 1));
            if (c == '<') {
                // A tag is looked for before a backslash is.
                out.append("&lt;");
                continue;
            }
            if (ALWAYS.indexOf(c) >= 0 || c == '_' && !inWord) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    /** A line of {@link #escaped} text that begins a paragraph: nothing at its start makes it something else. */
    public static String paragraph(String line) {
        String text = line.strip();
        if (text.isEmpty()) {
            return text;
        }
        char first = text.charAt(0);
        if ("#+-:!".indexOf(first) >= 0) {
            return "\\" + text;
        }
        if ("=?@".indexOf(first) >= 0) {
            return "&#" + (int) first + ";" + text.substring(1);
        }
        if (text.startsWith("import ") || text.startsWith("export ")) {
            return "&#" + (int) first + ";" + text.substring(1);
        }
        int digits = 0;
        while (digits < text.length() && digits < 10 && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        boolean ordinal = digits > 0 && digits < text.length() && (text.charAt(digits) == '.' || text.charAt(digits) == ')');
        return ordinal ? text.substring(0, digits) + "\\" + text.substring(digits) : text;
    }

    /** Code within a line, as it is. */
    public static String code(String code) {
        String text = code.replaceAll("\\s+", " ").strip();
        if (text.isEmpty()) {
            return "";
        }
        String ticks = "`".repeat(longestRun(text) + 1);
        boolean edge = text.startsWith("`") || text.endsWith("`");
        return ticks + (edge ? " " + text + " " : text) + ticks;
    }

    /** A fence that none of the lines closes. */
    public static String fence(List<String> code) {
        return "`".repeat(Math.max(3, code.stream().mapToInt(Markdown::longestRun).max().orElse(0) + 1));
    }

    /** What follows a fence: its language and the file that the code belongs to. */
    public static String info(String language, String title) {
        String name = language.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9+#._-]", "");
        String file = title.replaceAll("[\"\\p{Cntrl}{}]", "").strip();
        return name.substring(0, Math.min(30, name.length()))
                + (file.isEmpty() ? "" : (name.isEmpty() ? "text" : "") + " title=\"" + file.substring(0, Math.min(200, file.length())) + "\"");
    }

    /** A link; its target may hold anything. */
    public static String link(String text, String target) {
        String url = target.strip();
        if (text.isBlank() || url.isEmpty() || url.length() > 1800) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        boolean balanced = balanced(url);
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            boolean odd = c <= ' ' || c == '<' || c == '>' || c == '\\' || c == '"' || c == '`' || c == '|' || !balanced && (c == '(' || c == ')');
            safe.append(odd ? String.format("%%%02X", (int) c) : String.valueOf(c));
        }
        return "[" + text + "](" + safe + ")";
    }

    /** Text as the value of an attribute of a tag. */
    public static String attribute(String text) {
        String plain = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return plain.replace("\"", "”").replace("{", "(").replace("}", ")").replace("<", "‹").replace(">", "›");
    }

    /** Text as a value of the page's head. */
    static String quoted(String text) {
        String plain = text.replaceAll("[\\s\\p{Cntrl}\\p{Cn}\\p{Cs}\\p{Co}\uFEFF]+", " ").strip();
        return "\"" + plain.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static boolean balanced(String url) {
        int depth = 0;
        for (int i = 0; i < url.length(); i++) {
            depth += url.charAt(i) == '(' ? 1 : url.charAt(i) == ')' ? -1 : 0;
            if (depth < 0 || depth > 6) {
                return false;
            }
        }
        return depth == 0;
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
