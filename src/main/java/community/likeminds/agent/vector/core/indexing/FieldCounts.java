package community.likeminds.agent.vector.core.indexing;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Counts documents by the values of a keyword field. */
public final class FieldCounts {

    private FieldCounts() {}

    /** How many documents that pass a filter have each value; values that none of them has are left out. */
    public static SortedMap<String, Integer> of(IndexSearcher searcher, String field, Query filter) throws IOException {
        SortedMap<String, Integer> counts = new TreeMap<>();
        Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
        if (terms == null) {
            return counts;
        }
        TermsEnum values = terms.iterator();
        for (BytesRef value = values.next(); value != null; value = values.next()) {
            BytesRef name = BytesRef.deepCopyOf(value);
            int count = searcher.count(new BooleanQuery.Builder()
                    .add(filter, Occur.FILTER)
                    .add(new TermQuery(new Term(field, name)), Occur.FILTER)
                    .build());
            if (count > 0) {
                counts.put(name.utf8ToString(), count);
            }
        }
        return counts;
    }
}
