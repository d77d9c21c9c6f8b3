package community.likeminds.agent.vector.core.query;

import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.StoreQuery;
import community.likeminds.agent.vector.core.indexing.EntryFields;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * For whom entries are written. Where most are written for somebody and a question comes from one of them, what is written for all is
 * a little less likely to be meant.
 */
final class Audience {

    /** Nobody in particular asks. */
    static final Audience EVERYBODY = new Audience(null);

    /** Of what an entry for all is worth. */
    private static final double SHARE = 0.9;

    private final @Nullable FixedBitSet forAll;

    private Audience(@Nullable FixedBitSet forAll) {
        this.forAll = forAll;
    }

    static Audience of(Space space, IndexSearcher searcher, StoreQuery query, IndexMemory.State known) throws IOException {
        if (query.filter().facets().getOrDefault(space.audience(), Set.of()).isEmpty()) {
            return EVERYBODY;
        }
        Query all = EntryFields.filter(query.tenant(), new StoreQuery.Filter(query.filter().sources(), Map.of()));
        Query general = new BooleanQuery.Builder()
                .add(all, Occur.FILTER)
                .add(new TermQuery(new Term(EntryFields.facet(space.audience()), "")), Occur.FILTER)
                .build();
        FixedBitSet forAll = known.passing(searcher, general);
        return 2 * forAll.cardinality() > known.passing(searcher, all).cardinality() ? EVERYBODY : new Audience(forAll);
    }

    Scored weigh(Scored one) {
        return isLess(one.candidate()) ? new Scored(one.candidate(), one.score().times(SHARE)) : one;
    }

    Stream<String> reasons(Candidate candidate) {
        return isLess(candidate)
                ? Stream.of("It is written for all, in documents of which most are not: what is written for whoever asks counts more.")
                : Stream.empty();
    }

    private boolean isLess(Candidate candidate) {
        return forAll != null && forAll.get(candidate.document());
    }
}
