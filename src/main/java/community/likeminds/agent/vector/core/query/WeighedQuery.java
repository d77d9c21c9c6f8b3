package community.likeminds.agent.vector.core.query;

import java.util.Objects;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** A query whose words have been looked up already, as part of a larger one for the same searcher. */
final class WeighedQuery extends Query {

    private final Weight weight;

    /** @param weight not to be boosted any more */
    WeighedQuery(Weight weight) {
        this.weight = weight;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return weight;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        weight.getQuery().visit(visitor);
    }

    @Override
    public String toString(String field) {
        return weight.getQuery().toString(field);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeighedQuery query && query.weight == weight;
    }

    @Override
    public int hashCode() {
        return Objects.hash(classHash(), System.identityHashCode(weight));
    }
}
