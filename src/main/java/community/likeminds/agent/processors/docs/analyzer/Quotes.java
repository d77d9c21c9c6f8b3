package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Container;
import java.util.Locale;
import java.util.Set;

/** Quotes, of which those that begin with {@code [!NOTE]} or {@code **Note**} are admonitions. */
final class Quotes {

    private static final Set<String> BOLD_NOTES = Set.of("note", "warning", "tip", "important", "caution", "info", "attention", "experiment");

    private final PageScan scan;

    Quotes(PageScan scan) {
        this.scan = scan;
    }

    /** Opens the quote whose mark stands at a place; gives where its text starts. */
    int open(String s, int p) {
        Scope quote = scan.open(Scope.Form.QUOTE, ">");
        quote.kind = Container.Kind.QUOTE;
        quote.group = scan.newGroup("quote", scan.drafts.size());
        quote.restoresHeadings = true;
        int at = p + 1;
        at += at < s.length() && s.charAt(at) == ' ' ? 1 : 0;
        String text = s.substring(at).strip();
        String kind = "";
        if (text.startsWith("[!") && text.indexOf(']') > 2) {
            kind = text.substring(2, text.indexOf(']'));
            at = s.indexOf(']', at) + 1;
            at += at < s.length() && (s.charAt(at) == '-' || s.charAt(at) == '+') ? 1 : 0;
        } else if (text.indexOf(':') > 0 && BOLD_NOTES.contains(text.substring(0, text.indexOf(':')).toLowerCase(Locale.ROOT))) {
            // As DocC and many a README writes it.
            kind = text.substring(0, text.indexOf(':'));
        } else if (text.startsWith("**") && text.indexOf("**", 2) > 2) {
            String bold = text.substring(2, text.indexOf("**", 2)).replace(":", "").strip();
            kind = BOLD_NOTES.contains(bold.toLowerCase(Locale.ROOT)) ? bold : "";
        }
        if (!kind.isEmpty() && kind.length() < 30) {
            quote.kind = Container.Kind.ADMONITION;
            quote.label = kind.toLowerCase(Locale.ROOT);
        }
        return at;
    }

    /** Where a line's own text begins behind the marks of the quotes that are open; its end when it has not all of them. */
    int behind(String line) {
        int at = 0;
        for (Scope one : scan.scope.chain()) {
            if (one.form == Scope.Form.QUOTE) {
                int p = Text.skipSpaces(line, at);
                at = p < line.length() && line.charAt(p) == '>' ? p + 1 : line.length();
            }
        }
        return Text.skipSpaces(line, at);
    }
}
