package community.likeminds.agent.infrastructure.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields that a body may leave out, as the use cases take them. */
public final class Values {

    private Values() {}

    public static String orEmpty(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    public static List<String> orEmpty(@Nullable List<String> value) {
        return value == null ? List.of() : value;
    }

    public static Map<String, String> orEmpty(@Nullable Map<String, String> value) {
        return value == null ? Map.of() : value;
    }
}
