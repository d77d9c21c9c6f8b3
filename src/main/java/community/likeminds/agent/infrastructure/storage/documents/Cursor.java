package community.likeminds.agent.infrastructure.storage.documents;

import community.likeminds.agent.shared.AgentException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The last document of a page. */
public record Cursor(long version, String id) {

    /** Before every document. */
    private static final Cursor START = new Cursor(Long.MAX_VALUE, "");

    public static Cursor of(@Nullable String text) {
        if (text == null) {
            return START;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            return new Cursor(Long.parseLong(parts[0]), parts[1]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException damaged) {
            throw new AgentException(
                    AgentException.Kind.BAD_INPUT,
                    "cursor-invalid",
                    "The place to go on from is not one that this program has given.",
                    "Ask for the first page again.",
                    damaged);
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((version + " " + id).getBytes(StandardCharsets.UTF_8));
    }
}
