package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.agents.documentation.SearchRequest;
import community.likeminds.agent.agents.documentation.queryunderstanding.UnderstoodQuestion;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.DocumentVectors;
import community.likeminds.agent.vector.docs.Found;
import community.likeminds.agent.vector.docs.VectorQuery;
import community.likeminds.agent.vector.docs.VectorQuery.Ranking;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the index for passages. */
@Component
public class ContextRetrieval {

    private final DocumentVectors vectors;
    private final Embeddings embeddings;
    private final Confidence confidence;

    ContextRetrieval(DocumentVectors vectors, Embeddings embeddings, Confidence confidence) {
        this.vectors = vectors;
        this.embeddings = embeddings;
        this.confidence = confidence;
    }

    /** Passages of as many pages as there are, best first. */
    public List<Found.Passage> search(TenantId tenant, UnderstoodQuestion question, SearchRequest request) {
        float[] vector = embeddings.embedQuery(question.text());
        PlatformScope scope = scope(tenant, question, request.source());
        SearchRequest.Narrowing narrowing = request.narrowing();
        VectorQuery query = query(tenant, question, request.source(), vector, scope.platforms(), request.limit(), Ranking.ADAPTIVE)
                .spreadOverPages()
                .with(VectorQuery.Facet.LANGUAGE, only(narrowing.language().toLowerCase(Locale.ROOT)))
                .with(VectorQuery.Facet.VERSION, only(narrowing.version()))
                .with(VectorQuery.Facet.KIND, only(narrowing.kind().toUpperCase(Locale.ROOT)));
        return vectors.search(request.explained() ? query.withExplanations() : query).passages();
    }

    private static Set<String> only(String value) {
        return value.isBlank() ? Set.of() : Set.of(value.strip());
    }

    /**
     * Passages of as many pages as there are, best first.
     *
     * @param source only this source, or empty for all
     * @param limit most passages
     */
    public List<Found.Passage> search(
            TenantId tenant, UnderstoodQuestion question, String source, int limit, Ranking ranking) {
        float[] vector = ranking == Ranking.WORDS ? null : embeddings.embedQuery(question.text());
        PlatformScope scope = scope(tenant, question, source);
        VectorQuery query = query(tenant, question, source, vector, scope.platforms(), limit, ranking);
        return vectors.search(query.spreadOverPages()).passages();
    }

    /**
     * Passages for an answer, best first, and how well they cover the question.
     *
     * @param source only this source, or empty for all
     * @param limit most passages
     */
    public Context retrieve(TenantId tenant, UnderstoodQuestion question, String source, int limit) {
        float[] vector = embeddings.embedQuery(question.text());
        PlatformScope scope = scope(tenant, question, source);
        Found found =
                vectors.search(query(tenant, question, source, vector, scope.platforms(), limit, Ranking.ADAPTIVE));
        return new Context(found.passages(), scope.foreign() ? 0 : confidence.of(question.text(), vector, found));
    }

    private PlatformScope scope(TenantId tenant, UnderstoodQuestion question, String source) {
        return question.mentioned().isEmpty()
                ? new PlatformScope(question.platforms(), false)
                : PlatformScope.of(question, vectors.platforms(tenant, source));
    }

    private VectorQuery query(
            TenantId tenant,
            UnderstoodQuestion question,
            String source,
            float @Nullable [] vector,
            Set<String> platforms,
            int limit,
            Ranking ranking) {
        return new VectorQuery(tenant, question.text(), embeddings.model(), vector, source, platforms, limit, ranking);
    }
}
