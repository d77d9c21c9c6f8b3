package community.likeminds.agent.processors.docs.formats.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what a page includes in its place: text as it is, code as a block of code. */
final class RstIncludes {

    private static final Pattern INCLUDE = Pattern.compile("(\\s{0,80})\\.\\. (include|literalinclude)::\\s+(\\S{1,300})\\s*");
    private static final Pattern OPTION = Pattern.compile("\\s+:([\\w-]{1,40}):\\s*(.*)");

    private final OtherFiles files;
    private final TextLines out = new TextLines();

    private RstIncludes(OtherFiles files) {
        this.files = files;
    }

    static TextLines of(String[] lines, OtherFiles files) {
        RstIncludes includes = new RstIncludes(files);
        includes.lines(lines, "", 0);
        return includes.out;
    }

    /** @param number of the page's line that includes these lines, or 0 for the page's own */
    private void lines(String[] lines, String indent, int number) {
        for (int i = 0; i < lines.length; i++) {
            int here = number == 0 ? i + 1 : number;
            Matcher include = INCLUDE.matcher(lines[i]);
            OtherFiles.Other other = include.matches() ? files.find(include.group(3), here) : null;
            if (other == null) {
                if (!out.add(lines[i].isBlank() ? "" : indent + lines[i], here)) {
                    return;
                }
                continue;
            }
            RstOptions options = new RstOptions();
            while (i + 1 < lines.length && options.read(OPTION.matcher(lines[i + 1]))) {
                i++;
            }
            String inner = indent + include.group(1);
            List<String> part = options.part(List.of(other.lines()));
            if (include.group(2).equals("include") && options.get("literal") == null && options.get("code") == null) {
                files.enter(other);
                lines(part.toArray(String[]::new), inner, here);
                files.leave();
                out.add("", here);
            } else {
                code(other.path(), part, options, inner, here);
            }
        }
    }

    private void code(String path, List<String> lines, RstOptions options, String indent, int number) {
        String language = options.get("language") != null ? String.valueOf(options.get("language"))
                : options.get("code") != null ? String.valueOf(options.get("code")) : path.substring(path.lastIndexOf('.') + 1);
        List<String> head = new ArrayList<>(List.of("", indent + ".. code-block:: " + language));
        String name = path.substring(path.lastIndexOf('/') + 1);
        String caption = options.get("caption");
        head.add(indent + "   :caption: " + (caption == null || caption.isBlank() ? name : caption));
        String emphasized = options.get("emphasize-lines");
        if (emphasized != null) {
            head.add(indent + "   :emphasize-lines: " + emphasized);
        }
        head.add("");
        head.forEach(line -> out.add(line, number));
        for (String line : lines) {
            if (!out.add(line.isBlank() ? "" : indent + "   " + line, number)) {
                return;
            }
        }
        out.add("", number);
    }
}
