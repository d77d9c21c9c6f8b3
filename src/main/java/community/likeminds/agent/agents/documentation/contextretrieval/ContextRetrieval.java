package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.agents.documentation.queryunderstanding.UnderstoodQuestion;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.DocumentVectors;
import community.likeminds.agent.vector.docs.Found;
import community.likeminds.agent.vector.docs.VectorQuery;
import community.likeminds.agent.vector.docs.VectorQuery.Ranking;
import org.springframework.stereotype.Component;

/** Asks the index for passages. */
@Component
public class ContextRetrieval {

    private final DocumentVectors vectors;
    private final Embeddings embeddings;

    ContextRetrieval(DocumentVectors vectors, Embeddings embeddings) {
        this.vectors = vectors;
        this.embeddings = embeddings;
    }

    /**
     * @param source only this source, or empty for all
     * @param limit most passages
     */
    public Context retrieve(TenantId tenant, UnderstoodQuestion question, String source, int limit) {
        return retrieve(tenant, question, source, limit, Ranking.ADAPTIVE);
    }

    /** As above, with a ranking to compare. */
    public Context retrieve(
            TenantId tenant, UnderstoodQuestion question, String source, int limit, Ranking ranking) {
        VectorQuery query = new VectorQuery(
                tenant,
                question.text(),
                embeddings.model(),
                ranking == Ranking.WORDS ? null : embeddings.embedQuery(question.text()),
                source,
                question.platforms(),
                limit,
                ranking);
        Found found = vectors.search(query);
        return new Context(found.passages(), Confidence.of(found));
    }
}
