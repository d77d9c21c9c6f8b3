package community.likeminds.agent.project.output;

import community.likeminds.agent.project.output.ChangeSets.Change;
import community.likeminds.agent.shared.Redaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Writes changes the way git does, secrets masked; lock files are counted instead of shown. */
public final class UnifiedDiff {

    private static final Set<String> LOCK_FILES = Set.of(
            "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb");

    private final Redaction redaction;

    /** @param secrets text that is masked */
    public UnifiedDiff(List<String> secrets) {
        this.redaction = new Redaction(secrets);
    }

    public String of(Map<String, Change> changes) {
        StringBuilder text = new StringBuilder();
        changes.forEach((path, change) -> text.append(one(path, change)));
        return text.toString();
    }

    private String one(String path, Change change) {
        byte[] before = change.before() == null ? new byte[0] : change.before();
        byte[] after = change.after() == null ? new byte[0] : change.after();
        String old = quoted("a/" + path);
        String present = quoted("b/" + path);
        StringBuilder text = new StringBuilder("diff --git " + old + " " + present + "\n");
        if (change.before() == null) {
            text.append("new file mode 100644\n");
            old = "/dev/null";
        } else if (change.after() == null) {
            text.append("deleted file mode 100644\n");
            present = "/dev/null";
        }
        if (RawText.isBinary(before) || RawText.isBinary(after)) {
            return text + "Binary files " + old + " and " + present + " differ\n";
        }
        RawText from = new RawText(before);
        RawText to = new RawText(after);
        EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, from, to);
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (LOCK_FILES.contains(name)) {
            int added = edits.stream().mapToInt(edit -> edit.getLengthB()).sum();
            int removed = edits.stream().mapToInt(edit -> edit.getLengthA()).sum();
            return text + "Lock files " + old + " and " + present + " differ (+" + added + " -" + removed + " lines)\n";
        }
        if (edits.isEmpty()) {
            return text.toString();
        }
        String hunks = hunks(edits, from, to);
        text.append("--- ").append(old).append("\n+++ ").append(present).append('\n');
        boolean environment = name.equals(".env") || name.startsWith(".env.");
        return text.append(environment ? redaction.environmentFile(hunks) : redaction.text(hunks)).toString();
    }

    private static String hunks(EditList edits, RawText from, RawText to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.format(edits, from, to);
            formatter.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String quoted(String path) {
        boolean plain = path.chars().noneMatch(c -> c < ' ' || c == '"');
        return plain ? path : '"' + path.replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t") + '"';
    }
}
