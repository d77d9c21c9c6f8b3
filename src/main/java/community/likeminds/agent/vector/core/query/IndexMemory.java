package community.likeminds.agent.vector.core.query;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

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

        /** Some kilobytes each. */
        private static final int MOST_WORDS = 2_000;

        private final Map<Object, Integer> known = new ConcurrentHashMap<>();
        private final Map<Query, Weight> words = new ConcurrentHashMap<>();

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

        /** Where a query's words stand in the index and what they are worth, for any searcher of this state. */
        Weight weight(IndexSearcher searcher, Query query) throws IOException {
            Weight kept = words.get(query);
            if (kept != null) {
                return kept;
            }
            Weight made = searcher.createWeight(searcher.rewrite(query), ScoreMode.TOP_SCORES, 1);
            if (words.size() >= MOST_WORDS) {
                words.clear();
            }
            words.put(query, made);
            return made;
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
