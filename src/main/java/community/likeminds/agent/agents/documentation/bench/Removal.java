package community.likeminds.agent.agents.documentation.bench;

import community.likeminds.agent.processors.docs.Chunk;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a text out of a chunk, as if the page had never held it. */
final class Removal {

    private Removal() {}

    static Chunk heading(Chunk chunk, String heading) {
        Pattern line = Pattern.compile("(?m)^#{1,6} " + Pattern.quote(heading) + "\\h*$");
        return changed(
                chunk,
                chunk.headings().stream().filter(one -> !one.equals(heading)).toList(),
                line.matcher(chunk.text()).replaceAll("").strip(),
                chunk.embedded().replace(" > " + Headings.plain(heading), ""));
    }

    static Chunk sentence(Chunk chunk, String sentence) {
        return changed(
                chunk, chunk.headings(), chunk.text().replace(sentence, ""), chunk.embedded().replace(sentence, ""));
    }

    private static Chunk changed(Chunk chunk, List<String> headings, String text, String embedded) {
        return new Chunk(
                chunk.source(),
                chunk.page(),
                chunk.title(),
                headings,
                chunk.platform(),
                chunk.lines(),
                text,
                embedded,
                sha256(embedded),
                chunk.facts());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
