package community.likeminds.agent.project.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * The hunks of a unified diff of one text, which a person may edit by hand: counts in the headers are not trusted, a hunk is
 * put where its lines stand, and a context line that lost its leading blank is still one. Line endings are part of a line.
 */
public final class Patch {

    private static final Pattern HEADER = Pattern.compile("@@ -(\\d+)(?:,\\d+)? \\+\\d+(?:,\\d+)? @@.*");
    private static final String NO_NEWLINE = "\\ ";

    private record Hunk(String header, int line, List<String> before, List<String> after) {}

    private final List<Hunk> hunks;

    private Patch(List<Hunk> hunks) {
        this.hunks = hunks;
    }

    /** The hunks that make one text of another, three lines of context around each; empty when they are equal. */
    public static String between(String before, String after) {
        RawText from = new RawText(before.getBytes(StandardCharsets.UTF_8));
        RawText to = new RawText(after.getBytes(StandardCharsets.UTF_8));
        EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, from, to);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.format(edits, from, to);
            formatter.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return uniform(out.toString(StandardCharsets.UTF_8));
    }

    /** Where every line of the text ends in the way of Windows, headers do so as well: the patch has one kind of line endings. */
    private static String uniform(String patch) {
        List<String> lines = lines(patch);
        for (int i = 0; i < lines.size(); i++) {
            boolean own = !lines.get(i).startsWith("@@") && !lines.get(i).startsWith(NO_NEWLINE);
            boolean last = i + 1 < lines.size() && lines.get(i + 1).startsWith(NO_NEWLINE);
            if (own && (last ? lines.get(i).endsWith("\r\n") : !lines.get(i).endsWith("\r\n"))) {
                return patch;
            }
        }
        return patch.replace("\r\n", "\n").replace("\n", "\r\n");
    }

    /** Reads hunks. Throws {@link IllegalArgumentException} that says what is wrong, without a full stop. */
    public static Patch parse(String text) {
        List<Hunk> hunks = new ArrayList<>();
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        boolean inBefore = false;
        boolean inAfter = false;
        for (String line : lines(text)) {
            Matcher header = HEADER.matcher(line.stripTrailing());
            if (header.matches()) {
                before = new ArrayList<>();
                after = new ArrayList<>();
                hunks.add(new Hunk(header.group(), Integer.parseInt(header.group(1)), before, after));
            } else if (hunks.isEmpty()) {
                throw new IllegalArgumentException("a diff begins with a line such as '@@ -1,3 +1,4 @@'");
            } else if (line.startsWith(NO_NEWLINE)) {
                if (inBefore && !before.isEmpty()) {
                    before.add(unterminated(before.removeLast(), line));
                }
                if (inAfter && !after.isEmpty()) {
                    after.add(unterminated(after.removeLast(), line));
                }
            } else {
                char mark = line.charAt(0);
                inBefore = mark != '+';
                inAfter = mark != '-';
                if (mark != ' ' && mark != '+' && mark != '-' && mark != '\n' && mark != '\r') {
                    throw new IllegalArgumentException(
                            "a line of the diff begins with '" + mark + "' instead of '+', '-' or a blank");
                }
                String own = mark == '\n' || mark == '\r' ? line : line.substring(1);
                if (inBefore) {
                    before.add(own);
                }
                if (inAfter) {
                    after.add(own);
                }
            }
        }
        if (hunks.isEmpty()) {
            throw new IllegalArgumentException("the diff is empty");
        }
        return new Patch(List.copyOf(hunks));
    }

    /** Applies the hunks. Throws {@link IllegalArgumentException} that names the hunk whose lines do not stand in the text. */
    public String apply(String text) {
        List<String> lines = lines(text);
        StringBuilder result = new StringBuilder();
        int done = 0;
        for (Hunk hunk : hunks) {
            int wanted = hunk.before().isEmpty() ? hunk.line() : hunk.line() - 1;
            int at = find(lines, hunk.before(), done, wanted);
            if (at < 0) {
                throw new IllegalArgumentException("the lines of the hunk '" + hunk.header() + "' do not stand in the file");
            }
            lines.subList(done, at).forEach(result::append);
            hunk.after().forEach(result::append);
            done = at + hunk.before().size();
        }
        lines.subList(done, lines.size()).forEach(result::append);
        return result.toString();
    }

    /** The place nearest to the wanted one at or behind a line where some lines stand, or -1. */
    private static int find(List<String> lines, List<String> wanted, int from, int near) {
        int last = lines.size() - wanted.size();
        int best = -1;
        for (int at = from; at <= last; at++) {
            if (lines.subList(at, at + wanted.size()).equals(wanted)
                    && (best < 0 || Math.abs(at - near) < Math.abs(best - near))) {
                best = at;
            }
        }
        return best;
    }

    private static String unterminated(String line, String marker) {
        String end = marker.endsWith("\r\n") ? "\r\n" : "\n";
        return line.endsWith(end) ? line.substring(0, line.length() - end.length()) : line;
    }

    /** Lines with their line feeds. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end; (end = text.indexOf('\n', start)) >= 0; start = end + 1) {
            lines.add(text.substring(start, end + 1));
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }
}
