package community.likeminds.agent.vector.core;

import java.util.Map;
import java.util.Set;

/**
 * A kind of things that are searched together, with statistics of its own: documents, code.
 *
 * @param name lower-case letters
 * @param version takes the next number with each change of what is written; what older ones wrote is then not read any more
 * @param facets names of everything that its entries can be filtered by
 * @param boosts how much a word in a field counts, at least 1; 1 for fields that are not named
 * @param prose whether it is written for people, in whatever words, so that other words for the same are looked for as well
 * @param audience the facet that says for whom an entry is written, or empty when there is none
 */
public record Space(String name, int version, Set<String> facets, Map<SearchField, Float> boosts, boolean prose, String audience) {

    /** One in which words mean themselves, for everybody. */
    public Space(String name, int version, Set<String> facets, Map<SearchField, Float> boosts) {
        this(name, version, facets, boosts, false, "");
    }

    public Space {
        facets = Set.copyOf(facets);
        boosts = Map.copyOf(boosts);
        if (!name.matches("[a-z]{1,20}")) {
            throw new IllegalArgumentException("The space '" + name + "' is not made of 1 to 20 lower-case letters.");
        }
    }

    /** How much a word in a field counts. */
    public float boost(SearchField field) {
        return boosts.getOrDefault(field, 1f);
    }
}
