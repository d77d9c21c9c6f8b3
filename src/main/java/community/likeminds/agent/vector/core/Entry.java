package community.likeminds.agent.vector.core;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * The smallest thing that is found: a passage, a member of a class.
 *
 * @param texts what is searched by words
 * @param facets what filters, by names that the space knows; an empty value means "for all" and passes every filter
 * @param embedded the text that its vector is made of
 * @param contentHash of {@code embedded}: entries with the same hash have the same vector
 * @param payload whatever else its owner wants back
 */
public record Entry(
        Map<SearchField, String> texts, Map<String, String> facets, String embedded, String contentHash, String payload) {

    public Entry {
        texts = filled(texts);
        facets = filled(facets);
    }

    /** Nothing and an empty text are the same, so that an entry comes back equal. */
    private static <K> Map<K, String> filled(Map<K, String> values) {
        return values.entrySet().stream()
                .filter(value -> !value.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The text of a field, or an empty one. */
    public String text(SearchField field) {
        return texts.getOrDefault(field, "");
    }

    /** The value of a facet, or an empty one. */
    public String facet(String name) {
        return facets.getOrDefault(name, "");
    }
}
