package community.likeminds.agent.processors.docs.formats.text;

import community.likeminds.agent.processors.docs.formats.Markdown;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text within a line of AsciiDoc as Markdown. */
final class AdocInline {

    private static final Pattern INLINE = Pattern.compile(
            "`\\+?([^`]+?)\\+?`|(?:link:|xref:)([^\\s\\[]{1,500})\\[([^\\]]{0,300})]|(https?://[^\\s\\[\\]]{1,500})\\[([^\\]]{0,300})]"
                    + "|<<([^,>]{1,200})(?:,([^>]{1,200}))?>>|(?<!\\w)\\*{1,2}([^*\\s][^*]{0,200}?)\\*{1,2}(?!\\w)|(?<![\\w`])_{1,2}([^_\\s][^_]{0,200}?)_{1,2}(?!\\w)"
                    + "|(?:kbd|btn|pass|stem):\\w{0,10}\\[([^\\]]{0,200})]|menu:([^\\[\\s]{1,80})\\[([^\\]]{0,120})]|\\s?footnote:\\w{0,40}\\[([^\\]]{0,500})]"
                    + "|(image|icon|anchor|indexterm2?):[^\\s\\[:][^\\s\\[]{0,300}\\[[^\\]]{0,300}]|(\\[\\[[^\\]]{1,100}]])");

    private AdocInline() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder();
        Matcher matcher = INLINE.matcher(text);
        int last = 0;
        while (matcher.find()) {
            out.append(Markdown.escaped(text.substring(last, matcher.start())));
            last = matcher.end();
            if (matcher.group(1) != null) {
                out.append(Markdown.code(matcher.group(1)));
            } else if (matcher.group(8) != null) {
                out.append("**").append(Markdown.escaped(matcher.group(8).stripTrailing())).append("**");
            } else if (matcher.group(9) != null) {
                out.append(of(matcher.group(9)));
            } else if (matcher.group(10) != null) {
                out.append(Markdown.escaped(matcher.group(10)));
            } else if (matcher.group(11) != null) {
                out.append(Markdown.escaped(matcher.group(11) + (matcher.group(12).isBlank() ? "" : " > " + matcher.group(12))));
            } else if (matcher.group(13) != null) {
                out.append(" (").append(Markdown.escaped(matcher.group(13))).append(')');
            } else if (matcher.group(14) == null && matcher.group(15) == null) {
                link(matcher, out);
            }
        }
        return out.append(Markdown.escaped(text.substring(last))).toString();
    }

    private static void link(Matcher matcher, StringBuilder out) {
        String target = matcher.group(2) != null ? matcher.group(2) : matcher.group(4) != null ? matcher.group(4) : "#" + matcher.group(6);
        String label = matcher.group(2) != null ? matcher.group(3) : matcher.group(4) != null ? matcher.group(5) : matcher.group(7);
        String shown = label == null || label.isBlank() ? target.replaceFirst("^#", "") : label.replaceFirst("[\\^,].*$", "");
        // Marks within a label stand around words, as elsewhere.
        out.append(Markdown.link(Markdown.escaped(shown.replaceAll("^([`*_])(.+)\\1$", "$2")), target));
    }
}
