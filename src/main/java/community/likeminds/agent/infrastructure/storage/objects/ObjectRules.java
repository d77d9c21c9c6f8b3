package community.likeminds.agent.infrastructure.storage.objects;

import community.likeminds.agent.shared.AgentException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;

/** What every store of objects asks of its callers. */
public final class ObjectRules {

    /** By the bytes of their UTF-8, as S3 does. */
    public static final Comparator<String> ORDER = (one, other) -> java.util.Arrays.compareUnsigned(
            one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private static final int LONGEST_KEY = 700;
    private static final int LONGEST_PAGE = 1_000;
    private static final Duration LONGEST_LINK = Duration.ofDays(7);

    private ObjectRules() {}

    public static String key(String key) {
        boolean valid = !key.isEmpty()
                && key.getBytes(StandardCharsets.UTF_8).length <= LONGEST_KEY
                && key.codePoints().noneMatch(one -> Character.isISOControl(one) || one == '\\' || Character.getType(one) == Character.SURROGATE);
        for (String segment : key.split("/", -1)) {
            valid &= !segment.isEmpty() && !segment.equals(".") && !segment.equals("..");
        }
        if (!valid) {
            throw AgentException.badInput(
                    "object-key-invalid",
                    "The key of an object is not valid.",
                    "Use 1 to 700 bytes in segments between slashes, none of them empty, '.' or '..', without control characters and backslashes.");
        }
        return key;
    }

    public static void page(int most) {
        if (most < 1 || most > LONGEST_PAGE) {
            throw AgentException.badInput(
                    "page-invalid", "A page of " + most + " objects was asked for.", "Ask for 1 to " + LONGEST_PAGE + ".");
        }
    }

    public static void range(long from, long length) {
        if (from < 0 || length < 1) {
            throw AgentException.badInput(
                    "range-invalid", "A range of " + length + " bytes from " + from + " was asked for.", "Ask for at least 1 byte from 0 on.");
        }
    }

    public static void link(Duration valid) {
        if (valid.compareTo(Duration.ofSeconds(1)) < 0 || valid.compareTo(LONGEST_LINK) > 0) {
            throw AgentException.badInput(
                    "link-invalid", "A link that is valid for " + valid + " was asked for.", "Ask for 1 second to 7 days.");
        }
    }

    public static AgentException unknown(String key) {
        return AgentException.notFound("object-unknown", "There is no object '" + key + "'.", "See which there are by listing their keys.");
    }
}
