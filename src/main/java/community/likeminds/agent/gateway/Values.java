package community.likeminds.agent.gateway;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields that a body may leave out, as the use cases take them. */
final class Values {

    private Values() {}

    static String orEmpty(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    static List<String> orEmpty(@Nullable List<String> value) {
        return value == null ? List.of() : value;
    }

    static Map<String, String> orEmpty(@Nullable Map<String, String> value) {
        return value == null ? Map.of() : value;
    }
}
