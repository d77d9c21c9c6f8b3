package community.likeminds.agent.agents.coding.codeplanning;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Keeps texts out of sight that stood in a file before an edit, so that only what the edit brought is filled in. */
final class OwnLines {

    /** Of the private use area: in no source text, and a literal with it equals no other. */
    private static final char MARK = '\uE0F7';

    private final String before;
    private final List<String> texts;

    OwnLines(String before, List<String> texts) {
        this.before = before;
        this.texts = texts.stream().filter(text -> text.length() > 1 && before.contains(text)).toList();
    }

    /** The text with a mark in those that stand in lines of the user; a line that was only indented is the user's as well. */
    String hidden(String after) {
        if (texts.isEmpty()) {
            return after;
        }
        RawText old = raw(before);
        RawText now = raw(after);
        List<Edit> edits = new HistogramDiff().diff(RawTextComparator.WS_IGNORE_ALL, old, now);
        StringBuilder hidden = new StringBuilder();
        for (int line = 0; line < now.size(); line++) {
            int at = line;
            String text = now.getString(line, line + 1, false);
            boolean fresh = edits.stream().anyMatch(edit -> edit.getBeginB() <= at && at < edit.getEndB());
            hidden.append(fresh ? text : marked(text));
        }
        return hidden.toString();
    }

    String shown(String text) {
        return text.replace(String.valueOf(MARK), "");
    }

    private String marked(String line) {
        String marked = line;
        for (String text : texts) {
            marked = marked.replace(text, text.charAt(0) + String.valueOf(MARK) + text.substring(1));
        }
        return marked;
    }

    private static RawText raw(String text) {
        return new RawText(text.getBytes(StandardCharsets.UTF_8));
    }
}
