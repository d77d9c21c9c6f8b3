package community.likeminds.agent.processors.docs.formats.text;

import community.likeminds.agent.processors.docs.formats.Markdown;
import community.likeminds.agent.processors.docs.formats.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads blocks of AsciiDoc line by line. */
final class AdocBlocks {

    private static final Pattern ATTRIBUTES = Pattern.compile("\\[([^\\[].{0,300}|)]");
    private static final Pattern NOTE = Pattern.compile("(NOTE|TIP|WARNING|IMPORTANT|CAUTION):\\s+(.*)");
    private static final Pattern SECTION = Pattern.compile("([=#]{1,6})\\s+(\\S.*)");
    private static final Pattern ITEM = Pattern.compile("\\s*([*.-]{1,5})\\s+(\\S.*)");
    private static final Pattern TERM = Pattern.compile("\\s*(\\S.{0,200}?)(::{1,3}|;;)(?:\\s+(\\S.*))?");
    private static final Pattern CALLOUT = Pattern.compile("<(?:\\d{1,3}|\\.)>\\s+(\\S.*)");
    private static final Pattern SKIPPED = Pattern.compile("//(?!//).*|(?:image|toc|video|audio|include|ifdef|endif)::.*|\\[\\[.*]]|'{3,}|<{3,}");
    private static final Pattern VERBATIM = Pattern.compile("-{4,}|\\.{4,}|\\+{4,}|```.*");
    private static final Pattern DELIMITER = Pattern.compile("={4,}|\\*{4,}|_{4,}|--");
    private static final AdocAttributes NONE = new AdocAttributes("");

    private final String[] lines;
    private final AdocOutput out;
    private final AdocHolders holders;
    private AdocAttributes attributes = NONE;
    private String title = "";

    AdocBlocks(TextLines lines, Rendering rendering) {
        this.lines = lines.text();
        this.out = new AdocOutput(rendering, lines.numbers());
        this.holders = new AdocHolders(out);
    }

    void run() {
        int i = 0;
        while (i < lines.length) {
            i = line(i);
        }
        holders.closeAll(lines.length - 1);
    }

    /** Reads from one line on; gives the index of the next line to read. */
    private int line(int i) {
        String line = lines[i].stripTrailing();
        Matcher matcher;
        if (line.isBlank()) {
            out.blank();
            return i + 1;
        }
        if (SKIPPED.matcher(line).matches()) {
            return i + 1;
        }
        if (line.matches("/{4,}")) {
            return end(i, line) + 1;
        }
        if ((matcher = ATTRIBUTES.matcher(line)).matches()) {
            attributes = new AdocAttributes(matcher.group(1));
            return i + 1;
        }
        if (line.matches("\\.[^\\s.].*")) {
            title = line.substring(1);
            return i + 1;
        }
        holders.before(VERBATIM.matcher(line).matches() && attributes.role("secondary"), i);
        int next = block(line, i);
        attributes = NONE;
        title = "";
        return next;
    }

    private int block(String line, int i) {
        Matcher matcher;
        if ((matcher = SECTION.matcher(line)).matches()) {
            out.blank();
            out.put("#".repeat(matcher.group(1).length()) + " " + AdocInline.of(matcher.group(2)), i);
            out.blank();
            return i + 1;
        }
        if (VERBATIM.matcher(line).matches()) {
            return verbatim(i, line);
        }
        if (line.matches("\\|={3,}")) {
            int end = end(i, line);
            new AdocTables(lines, out).write(i + 1, end, attributes);
            return end + 1;
        }
        if (DELIMITER.matcher(line).matches()) {
            holders.delimiter(line, attributes, title, i);
            return i + 1;
        }
        if (line.strip().equals("+")) {
            return i + 1;
        }
        if ((matcher = NOTE.matcher(line)).matches()) {
            return note(matcher.group(1), matcher.group(2), i);
        }
        if (AdocHolders.isNote(attributes.style())) {
            return note(attributes.style(), line.strip(), i);
        }
        boolean begins = i == 0 || lines[i - 1].isBlank() || lines[i - 1].startsWith("[") || lines[i - 1].startsWith(".");
        boolean item = ITEM.matcher(line).matches() || CALLOUT.matcher(line).matches();
        boolean listing = attributes.style().equals("source") || attributes.style().equals("listing") || !attributes.language().isEmpty();
        if (begins && !item && (listing || Character.isWhitespace(line.charAt(0)))) {
            int end = i;
            while (end < lines.length && !lines[end].isBlank()) {
                end++;
            }
            boolean literal = !listing;
            out.code(List.of(lines).subList(i, end).stream().map(one -> literal ? one.strip() : AdocOutput.withoutCallout(one.stripTrailing())).toList(),
                    info(attributes.language()), i, end - 1);
            return end;
        }
        return text(line, i);
    }

    private int text(String line, int i) {
        Matcher item = ITEM.matcher(line);
        Matcher callout = CALLOUT.matcher(line);
        Matcher term = TERM.matcher(line);
        if (item.matches()) {
            int depth = item.group(1).startsWith("-") ? 0 : item.group(1).length() - 1;
            out.put("   ".repeat(depth) + (item.group(1).startsWith(".") ? "1. " : "- ") + AdocInline.of(item.group(2)), i);
        } else if (callout.matches()) {
            out.put("- " + AdocInline.of(callout.group(1)), i);
        } else if (term.matches()) {
            if (!holders.tab(term.group(1), term.group(2), i)) {
                out.blank();
                out.put("**" + AdocInline.of(term.group(1)) + "**" + (term.group(3) == null ? "" : ": " + AdocInline.of(term.group(3))), i);
                out.blank();
            }
        } else {
            boolean begins = i == 0 || lines[i - 1].isBlank() || lines[i - 1].strip().equals("+");
            String words = AdocInline.of(line.strip().replaceFirst(" \\+$", ""));
            out.put(begins ? Markdown.paragraph(words) : words, i);
        }
        return i + 1;
    }

    private int note(String kind, String first, int i) {
        out.tag("<Admonition type=\"" + kind.toLowerCase(Locale.ROOT) + "\">", i);
        int end = i;
        out.put(Markdown.paragraph(AdocInline.of(first)), i);
        while (end + 1 < lines.length && !lines[end + 1].isBlank()) {
            end++;
            out.put(AdocInline.of(lines[end].strip()), end);
        }
        out.tag("</Admonition>", end);
        return end + 1;
    }

    private int end(int i, String mark) {
        for (int end = i + 1; end < lines.length; end++) {
            if (lines[end].stripTrailing().equals(mark)) {
                return end;
            }
        }
        return lines.length;
    }

    private int verbatim(int i, String mark) {
        boolean fence = mark.startsWith("```");
        int end = end(i, fence ? "```" : mark);
        if (!mark.startsWith("+") && !attributes.style().equals("stem")) {
            List<String> code = new ArrayList<>();
            for (int k = i + 1; k < end; k++) {
                code.add(AdocOutput.withoutCallout(lines[k].stripTrailing()));
            }
            boolean switched = holders.switched(attributes, title, i);
            out.code(code, info(fence ? mark.substring(3).split(",")[0] : attributes.language()), i + 1, Math.min(end, lines.length - 1));
            if (switched) {
                out.tag("</TabItem>", Math.min(end, lines.length - 1));
            }
        }
        return end + 1;
    }

    private String info(String language) {
        String highlight = attributes.get("highlight");
        String marked = highlight == null || !highlight.matches("[\\d,;.-]{1,100}") ? "" : " {" + highlight.replace(';', ',').replace("..", "-") + "}";
        String info = Markdown.info(language, title);
        return (info.isEmpty() && !marked.isEmpty() ? "text" : info) + marked;
    }
}
