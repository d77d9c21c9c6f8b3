package community.likeminds.agent.vector.core.query;

import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.core.StoreQuery;
import community.likeminds.agent.vector.core.indexing.EntryFields;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;

/**
 * Entries that stand for all others of the sources that are searched: those with the lowest content hashes, which are the same ones in
 * every store that holds the same. Remembers them for the last states of the index.
 */
final class Sample {

    private static final int SIZE = 256;
    private static final int REMEMBERED = 32;

    private final Map<Scope, int[]> known = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Scope, int[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param state of the index, by identity */
    private record Scope(Object state, TenantId tenant, Set<String> sources) {}

    /** Numbers of documents, ascending; not to be changed. */
    int[] of(IndexSearcher searcher, StoreQuery query) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        Scope scope = new Scope(reader.getReaderCacheHelper().getKey(), query.tenant(), query.filter().sources());
        synchronized (known) {
            int[] documents = known.get(scope);
            if (documents != null) {
                return documents;
            }
        }
        int[] drawn = draw(searcher, EntryFields.filter(query.tenant(), new StoreQuery.Filter(query.filter().sources(), Map.of())));
        synchronized (known) {
            known.put(scope, drawn);
        }
        return drawn;
    }

    private static int[] draw(IndexSearcher searcher, Query scope) throws IOException {
        Terms hashes = MultiTerms.getTerms(searcher.getIndexReader(), EntryFields.HASH);
        if (hashes == null) {
            return new int[0];
        }
        FixedBitSet within = Passing.of(searcher, scope);
        int[] drawn = new int[Math.min(SIZE, within.cardinality())];
        int count = 0;
        TermsEnum each = hashes.iterator();
        while (count < drawn.length && each.next() != null) {
            PostingsEnum documents = each.postings(null, PostingsEnum.NONE);
            for (int document = documents.nextDoc();
                    count < drawn.length && document != DocIdSetIterator.NO_MORE_DOCS;
                    document = documents.nextDoc()) {
                if (within.get(document)) {
                    drawn[count++] = document;
                }
            }
        }
        Arrays.sort(drawn);
        return drawn;
    }
}
