package community.likeminds.agent.project.output;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeResult;
import org.jspecify.annotations.Nullable;

/** Takes a run's lines out of a text that somebody went on with. */
final class ThreeWay {

    /** A larger text is left alone. */
    static final int LARGEST = 1_000_000;

    private ThreeWay() {}

    /**
     * The present text with the way back from what the run left to what stood there before.
     *
     * @return null when somebody changed the run's own lines, or for what is no text
     */
    static byte @Nullable [] back(byte[] left, byte[] present, byte[] former) {
        if (!text(left) || !text(present) || !text(former)) {
            return null;
        }
        MergeResult<RawText> merged =
                new MergeAlgorithm().merge(RawTextComparator.DEFAULT, new RawText(left), new RawText(present), new RawText(former));
        if (merged.containsConflicts()) {
            return null;
        }
        List<byte[]> texts = List.of(left, present, former);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (MergeChunk chunk : merged) {
            byte[] source = texts.get(chunk.getSequenceIndex());
            int from = offset(source, chunk.getBegin());
            out.write(source, from, offset(source, chunk.getEnd()) - from);
        }
        return out.toByteArray();
    }

    static boolean text(byte[] content) {
        return content.length <= LARGEST && !RawText.isBinary(content, content.length, true);
    }

    private static int offset(byte[] text, int line) {
        int at = 0;
        for (int i = 0; i < line && at < text.length; i++) {
            while (at < text.length && text[at] != '\n') {
                at++;
            }
            at = Math.min(at + 1, text.length);
        }
        return at;
    }
}
