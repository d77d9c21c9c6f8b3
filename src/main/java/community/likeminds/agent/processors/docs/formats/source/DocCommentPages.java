package community.likeminds.agent.processors.docs.formats.source;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.formats.Charsets;
import community.likeminds.agent.processors.docs.formats.Markdown;
import community.likeminds.agent.processors.docs.formats.RawPage;
import community.likeminds.agent.processors.docs.formats.Rendering;
import community.likeminds.agent.processors.docs.formats.UnreadablePageException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** Reads a Java or Kotlin file as reference: each documented declaration that others can use, with its comment and signature. */
public final class DocCommentPages {

    private static final int LONGEST_SIGNATURE = 30;
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|enum|record|object|@interface)\\s+(\\w+)");
    private static final Pattern MEMBER = Pattern.compile("(?:\\bfun\\s+(?:<[^<>]*>\\s*)?(?:[\\w.<>?]+\\.)?(\\w+)|\\b(?:val|var)\\s+(\\w+)|(\\w+)\\s*\\(|(\\w+)\\s*(?:=|;|,|$))");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@(\\w+)\\s+([^{}]{0,400})}");

    private DocCommentPages() {}

    /** @throws UnreadablePageException when nothing in the file is documented */
    public static Page read(RawPage raw) throws UnreadablePageException {
        String[] lines = Charsets.text(raw.bytes(), raw.charset()).split("\r\n|\r|\n", -1);
        String file = raw.path().substring(raw.path().lastIndexOf('/') + 1);
        String language = file.endsWith(".kt") ? "kotlin" : "java";
        Rendering out = new Rendering();
        out.title(file.substring(0, Math.max(1, file.lastIndexOf('.'))), "");
        boolean any = false;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].strip().startsWith("/**")) {
                int end = i;
                while (end < lines.length - 1 && !lines[end].contains("*/")) {
                    end++;
                }
                any |= declaration(lines, i, end, language, out);
                i = end;
            }
        }
        if (!any) {
            throw new UnreadablePageException("Nothing in it is documented.");
        }
        return out.page(raw.source(), raw.path(), raw.address(), raw.bytes());
    }

    private static boolean declaration(String[] lines, int comment, int commentEnd, String language, Rendering out) {
        int first = commentEnd + 1;
        while (first < lines.length && (lines[first].isBlank() || lines[first].strip().matches("@(?!interface)\\w[\\w.]*(\\(.*\\))?"))) {
            first++;
        }
        List<String> signature = new ArrayList<>();
        int last = first;
        for (; last < lines.length && signature.size() < LONGEST_SIGNATURE; last++) {
            String line = lines[last];
            int brace = line.indexOf('{');
            signature.add((brace < 0 ? line : line.substring(0, brace)).stripTrailing());
            String plain = line.strip();
            if (brace >= 0 || plain.endsWith(";") || plain.endsWith(",") && !plain.contains("(") || language.equals("kotlin") && balanced(signature)) {
                break;
            }
        }
        String text = String.join("\n", signature).strip();
        String name = name(text);
        if (name.isEmpty() || text.startsWith("package ") || text.startsWith("import ") || text.matches("(?s).*\\b(private|internal)\\b.*")) {
            return false;
        }
        int line = Math.min(first, lines.length - 1) + 1;
        boolean type = TYPE.matcher(text).find();
        out.blank("");
        out.line((type ? "## " : "### ") + Markdown.escaped(name), line, line);
        out.blank("");
        comment(lines, comment, commentEnd, out);
        List<String> code = text.lines().map(one -> one.replaceFirst("^    ", "")).toList();
        String fence = Markdown.fence(code);
        out.blank("");
        out.line(fence + language, line, line);
        for (int i = 0; i < code.size(); i++) {
            out.line(code.get(i), Math.min(line + i, lines.length), Math.min(line + i, lines.length));
        }
        out.line(fence, Math.min(last + 1, lines.length), Math.min(last + 1, lines.length));
        out.blank("");
        return true;
    }

    private static boolean balanced(List<String> signature) {
        int depth = 0;
        for (String line : signature) {
            for (int i = 0; i < line.length(); i++) {
                depth += line.charAt(i) == '(' ? 1 : line.charAt(i) == ')' ? -1 : 0;
            }
        }
        return depth <= 0;
    }

    /** A type's name, or a member's with the types of its parameters as they are written. */
    private static String name(String signature) {
        String head = signature.length() > 2000 ? signature.substring(0, 2000) : signature;
        Matcher type = TYPE.matcher(head);
        if (type.find()) {
            return type.group(1);
        }
        Matcher member = MEMBER.matcher(head);
        if (!member.find()) {
            return "";
        }
        for (int group = 1; group <= member.groupCount(); group++) {
            if (member.group(group) != null) {
                boolean called = group == 1 || group == 3;
                int open = head.indexOf('(', member.start());
                int close = closing(head, open);
                return member.group(group) + (called && open > 0 && close > open ? head.substring(open, close + 1).replaceAll("\\s+", " ") : "");
            }
        }
        return "";
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = Math.max(0, open); i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static void comment(String[] lines, int from, int to, Rendering out) {
        StringBuilder paragraph = new StringBuilder();
        int start = from;
        for (int i = from; i <= to && i < lines.length; i++) {
            String text = lines[i].strip().replaceFirst("^/\\*\\*", "").replaceFirst("\\*/.*$", "").replaceFirst("^\\*+", "").strip();
            if (text.isEmpty() || text.startsWith("@") || text.startsWith("<p>")) {
                flush(paragraph, start, i, out);
                start = i;
            }
            paragraph.append(' ').append(text);
        }
        flush(paragraph, start, Math.min(to + 1, lines.length), out);
    }

    private static void flush(StringBuilder paragraph, int start, int end, Rendering out) {
        String raw = paragraph.toString().strip();
        paragraph.setLength(0);
        String code = INLINE_TAG.matcher(raw).replaceAll(found -> Matcher.quoteReplacement("<code>" + found.group(2).replaceFirst("^#", "").replace("<", "&lt;") + "</code>"));
        String marked = code.replaceAll("</?code>", "\u0001");
        String plain = Jsoup.parse(marked).text();
        if (plain.isBlank()) {
            return;
        }
        StringBuilder out2 = new StringBuilder();
        String[] parts = plain.split("\u0001", -1);
        for (int i = 0; i < parts.length; i++) {
            out2.append(i % 2 == 1 ? Markdown.code(parts[i]) : Markdown.escaped(parts[i]));
        }
        String text = out2.toString().strip();
        out.blank("");
        out.line(text.startsWith("@") ? "- " + text.substring(1) : Markdown.paragraph(text), start + 1, Math.max(start + 1, end));
        out.blank("");
    }
}
