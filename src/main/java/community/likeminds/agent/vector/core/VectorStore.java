package community.likeminds.agent.vector.core;

import community.likeminds.agent.shared.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stores the entries of one {@link Space} in collections and finds them by words, filters and vectors. Every change happens as a
 * whole or not at all, also when the process dies in the middle; it is durable when the call returns, and visible to the next search, in
 * this process and in others. Thread-safe.
 */
public interface VectorStore {

    /**
     * Puts groups in the place of what is stored under their names. Entries can be found by words at once, and by meaning when their
     * vector is known.
     *
     * @param known vectors of any entries, others are ignored
     */
    void replace(CollectionId collection, List<Group> groups, VectorSet known);

    /** Makes a collection hold these groups and nothing else. */
    void replaceAll(CollectionId collection, List<Group> groups, VectorSet known);

    /** Forgets groups; unknown names are ignored. */
    void deleteGroups(CollectionId collection, Collection<String> names);

    /** Forgets a collection; an unknown one is ignored. */
    void delete(CollectionId collection);

    /**
     * Gives entries that have no vector of the model theirs; one of another model is forgotten. Hashes that no entry of the collection has
     * are ignored.
     */
    void putVectors(CollectionId collection, VectorSet vectors);

    /** Entries without a vector of the model: the text to embed by content hash. */
    Map<String, String> missing(CollectionId collection, String model);

    Counts counts(CollectionId collection, String model);

    /** Sources that have entries, in the order of their names. */
    List<String> sources(TenantId tenant);

    /** The entries of a group in their order; none when it is unknown. */
    List<StoredEntry> group(CollectionId collection, String name);

    /** Hands out everything that a collection holds, as it is at one moment. */
    void read(CollectionId collection, Reader reader);

    /** Takes the entries of a collection, one after the other. */
    interface Reader {
        /**
         * Takes one.
         *
         * @param model of the vector, empty when there is none
         * @param vector unit-length, not to be changed, or null
         */
        void take(StoredEntry stored, String model, float @Nullable [] vector);
    }

    /**
     * How many entries have each value of a facet; those without one count under an empty value.
     *
     * @param sources only these sources, or empty for all
     */
    Map<String, Integer> facet(TenantId tenant, Set<String> sources, String name);

    /**
     * The entries that fit best, best first, at most {@link StoreQuery#limit()}; near-identical ones are folded into the best of them.
     */
    Matches search(StoreQuery query);
}
