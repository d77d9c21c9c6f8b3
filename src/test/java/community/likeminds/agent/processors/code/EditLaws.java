package community.likeminds.agent.processors.code;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.code.StructuralEdits.Edit;
import community.likeminds.agent.processors.code.StructuralEdits.MergeRequest;
import community.likeminds.agent.processors.code.StructuralEdits.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What holds for every merge of everything. */
final class EditLaws {

    private final long seed;
    private final StructuralEdits edits = new TextStructuralEdits();
    private final SourceCode sources = new TreeSitterSourceCode();

    EditLaws(long seed) {
        this.seed = seed;
    }

    /** Merges a snippet into a file, dressed at random, and says whether that changed anything. */
    boolean check(String path, String before, String snippet, Random random, String about) {
        String target = dressed(before, random);
        String said = "seed " + seed + ", " + about;
        boolean valid = sources.check(path, target).isEmpty();
        Edit edit = merge(path, target, snippet);
        assertThat(edit.changed()).as(said).isEqualTo(!edit.text().equals(target));
        if (edit.conflict() != null) {
            assertThat(edit.text()).as(said).isEqualTo(target);
            return false;
        }
        if (valid) {
            assertThat(sources.check(path, edit.text())).as(said + "\n" + edit.text()).isEmpty();
        }
        assertThat(squeezedIn(target, edit.text())).as(said + " keeps everything\n" + edit.text()).isTrue();
        assertThat(lost(target, edit.text())).as(said + " touches few lines\n" + edit.text()).isLessThanOrEqualTo(3 * edit.changes().size());
        Edit again = merge(path, edit.text(), snippet);
        assertThat(again.conflict()).as(said + " twice\n" + edit.text()).isNull();
        assertThat(again.text()).as(said + " twice").isEqualTo(edit.text());
        return edit.changed();
    }

    Edit merge(String path, String target, String snippet) {
        return edits.merge(new MergeRequest(path, target, snippet, "", Mode.EVERYTHING, List.of(), List.of()));
    }

    /** The text with other line endings, a byte-order mark, tabs, or without its last line ending. */
    private static String dressed(String text, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> text.replace("\n", "\r\n");
            case 1 -> text.stripTrailing();
            case 2 -> "\uFEFF" + text;
            case 3 -> text.replaceFirst("\n", "\r\n");
            default -> text;
        };
    }

    /** Whether a text without its white space is a subsequence of another one. */
    private static boolean squeezedIn(String part, String whole) {
        int at = 0;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (Character.isWhitespace(c)) {
                continue;
            }
            while (at < whole.length() && whole.charAt(at) != c) {
                at++;
            }
            if (at++ >= whole.length()) {
                return false;
            }
        }
        return true;
    }

    /** How many lines that hold something are, with their endings, not in a text any more. */
    private static int lost(String before, String after) {
        List<String> lines = new ArrayList<>(List.of(after.split("(?<=\n)")));
        return (int) Stream.of(before.split("(?<=\n)")).filter(line -> !line.isBlank() && !lines.remove(line)).count();
    }
}
