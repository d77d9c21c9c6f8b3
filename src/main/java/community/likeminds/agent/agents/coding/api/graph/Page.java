package community.likeminds.agent.agents.coding.api.graph;

import community.likeminds.agent.shared.AgentException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param total how many there are in the whole list
 */
record Page<T>(List<T> nodes, int total, PageInfo pageInfo) {

    /** The most that one page has. */
    static final int MOST = 100;

    /** @param endCursor stands for the last of the page; null for an empty page */
    record PageInfo(boolean hasNextPage, @Nullable String endCursor) {}

    /**
     * The page after a cursor; it stays the same when newer ones have come in front in the meantime.
     *
     * @param after a cursor, or null for the first page
     * @param id what tells one from the others
     * @throws AgentException {@code page-size-invalid}, {@code cursor-unknown}
     */
    static <T> Page<T> of(List<T> all, int first, @Nullable String after, Function<T, String> id) {
        if (first < 1 || first > MOST) {
            throw AgentException.badInput("page-size-invalid", "A page of " + first + " was asked for.", "Ask for 1 to " + MOST + " with 'first'.");
        }
        int from = after == null ? 0 : indexAfter(all, after, id);
        int to = Math.min(all.size(), from + first);
        List<T> nodes = List.copyOf(all.subList(from, to));
        return new Page<>(nodes, all.size(), new PageInfo(to < all.size(), nodes.isEmpty() ? null : cursor(id.apply(nodes.getLast()))));
    }

    private static <T> int indexAfter(List<T> all, String after, Function<T, String> id) {
        for (int i = 0; i < all.size(); i++) {
            if (cursor(id.apply(all.get(i))).equals(after)) {
                return i + 1;
            }
        }
        throw AgentException.badInput("cursor-unknown", "Nothing in this list has the cursor '" + after + "'.", "Start again without 'after'.");
    }

    private static String cursor(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }
}
