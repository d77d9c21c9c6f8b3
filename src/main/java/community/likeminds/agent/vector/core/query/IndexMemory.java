package community.likeminds.agent.vector.core.query;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;

/** What was learnt of the states of an index, forgotten with them: questions ask for the same words and pages again and again. */
final class IndexMemory {

    private final Map<Object, State> states = new ConcurrentHashMap<>();

    /** Learns a number that it costs a look at the index to tell. */
    interface Look<K> {
        int at(K key) throws IOException;
    }

    /** Numbers of one state; a lookup that fails is not kept. */
    static final class State {

        /** Some megabytes; what is asked for most often comes back soon. */
        private static final int MOST = 50_000;

        /** Documents of the words that are kept, together: some ten megabytes. */
        private static final int MOST_OF_WORDS = 1_500_000;

        /** Whatever has more would push the others out. */
        private static final int MOST_OF_WORD = MOST_OF_WORDS / 8;

        /** A bit for each document, each. */
        private static final int MOST_FILTERS = 64;

        private final Map<Object, Integer> known = new ConcurrentHashMap<>();
        private final Map<Query, Impacts> words = new ConcurrentHashMap<>();
        private final Map<Query, FixedBitSet> filters = new ConcurrentHashMap<>();
        private final AtomicInteger ofWords = new AtomicInteger();

        /** @param key of a type of its own for every kind of number */
        <K> int of(K key, Look<K> look) throws IOException {
            Integer kept = known.get(key);
            if (kept != null) {
                return kept;
            }
            int learnt = look.at(key);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(key, learnt);
            return learnt;
        }

        /** What a word is worth where it stands. */
        Impacts impacts(IndexSearcher searcher, Query word) throws IOException {
            Impacts kept = words.get(word);
            if (kept != null) {
                return kept;
            }
            Impacts told = Impacts.of(searcher, word);
            if (told.size() > MOST_OF_WORD) {
                return told;
            }
            if (ofWords.addAndGet(told.size() + 1) > MOST_OF_WORDS) {
                words.clear();
                ofWords.set(told.size() + 1);
            }
            words.put(word, told);
            return told;
        }

        /** The documents that pass a filter, not to be changed. */
        FixedBitSet passing(IndexSearcher searcher, Query filter) throws IOException {
            FixedBitSet kept = filters.get(filter);
            if (kept != null) {
                return kept;
            }
            FixedBitSet passing = Passing.of(searcher, filter);
            if (filters.size() >= MOST_FILTERS) {
                filters.clear();
            }
            filters.put(filter, passing);
            return passing;
        }
    }

    /** The memory of a reader's state. */
    State of(IndexReader reader) throws IOException {
        IndexReader.CacheHelper helper = reader.getReaderCacheHelper();
        if (helper == null) {
            return new State();
        }
        State known = states.get(helper.getKey());
        if (known != null) {
            return known;
        }
        State fresh = new State();
        State other = states.putIfAbsent(helper.getKey(), fresh);
        if (other == null) {
            helper.addClosedListener(states::remove);
        }
        return other == null ? fresh : other;
    }
}
