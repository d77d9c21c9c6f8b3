package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.agents.documentation.AskRequest;
import community.likeminds.agent.agents.documentation.SearchRequest;
import community.likeminds.agent.agents.documentation.queryunderstanding.UnderstoodQuestion;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.DocumentVectors;
import community.likeminds.agent.vector.docs.Found;
import community.likeminds.agent.vector.docs.VectorQuery;
import community.likeminds.agent.vector.docs.VectorQuery.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the index for passages. */
@Component
public class ContextRetrieval {

    private final DocumentVectors vectors;
    private final Embeddings embeddings;
    private final Meaning meaning;
    private final Confidence confidence;
    private final Reranking reranking;
    private final Unread unread;

    ContextRetrieval(
            DocumentVectors vectors,
            Embeddings embeddings,
            Meaning meaning,
            Confidence confidence,
            Reranking reranking,
            Unread unread) {
        this.vectors = vectors;
        this.embeddings = embeddings;
        this.meaning = meaning;
        this.confidence = confidence;
        this.reranking = reranking;
        this.unread = unread;
    }

    /**
     * What a search found.
     *
     * @param passages of as many pages as there are, best first
     * @param confidence how sure it is that the documents cover the question, 0 to 1
     * @param notices what else is to be known about them
     */
    public record Results(List<Found.Passage> passages, double confidence, List<String> notices) {
        public Results {
            notices = List.copyOf(notices);
            passages = List.copyOf(passages);
        }
    }

    public Results search(TenantId tenant, UnderstoodQuestion question, SearchRequest request) {
        float[] vector = meaning.ofQuestion(question.text());
        PlatformScope scope = scope(tenant, question, request.source());
        VectorQuery plain = narrowed(
                query(tenant, question, request.source(), vector, scope.platforms(), reranking.depth(request.limit()), Ranking.ADAPTIVE),
                request.narrowing());
        VectorQuery query = request.explained() ? plain.withExplanations() : plain;
        Found found = vectors.search(query.spreadOverPages());
        Reranking.Order order = reranking.of(question.text(), found.passages(), request.limit());
        return new Results(
                request.page() == 1 ? order.passages() : further(order.passages(), query, request),
                scope.foreign() ? 0 : confidence.ofKnown(found),
                notices(tenant, request.source(), vector, order));
    }

    private List<String> notices(TenantId tenant, String source, float @Nullable [] vector, Reranking.Order order) {
        List<String> notices = new ArrayList<>(unread.notices(tenant, source, vector != null));
        if (vector == null) {
            notices.add(Meaning.NOTICE);
        }
        if (order.failed()) {
            notices.add(Reranking.NOTICE);
        }
        return notices;
    }

    /** Whoever turns pages gets the rest in its order, without what the first page of results took from further down. */
    private List<Found.Passage> further(List<Found.Passage> first, VectorQuery query, SearchRequest request) {
        Set<Citation> seen = first.stream().map(passage -> passage.chunk().citation()).collect(Collectors.toSet());
        return vectors.search(query.withLimit(SearchRequest.MOST_RESULTS)).passages().stream()
                .filter(passage -> !seen.contains(passage.chunk().citation()))
                .skip((long) request.limit() * (request.page() - 2))
                .limit(request.limit())
                .toList();
    }

    private static VectorQuery narrowed(VectorQuery query, SearchRequest.Narrowing narrowing) {
        return query.with(VectorQuery.Facet.LANGUAGE, only(narrowing.language().toLowerCase(Locale.ROOT)))
                .with(VectorQuery.Facet.VERSION, only(narrowing.version()))
                .with(VectorQuery.Facet.KIND, only(narrowing.kind().toUpperCase(Locale.ROOT)));
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
     * @param limit most passages
     */
    public Context retrieve(TenantId tenant, UnderstoodQuestion question, AskRequest request, int limit) {
        float[] vector = meaning.ofQuestion(question.text());
        PlatformScope scope = scope(tenant, question, request.source());
        VectorQuery query = narrowed(
                query(tenant, question, request.source(), vector, scope.platforms(), reranking.depth(limit), Ranking.ADAPTIVE), request.narrowing());
        Found found = vectors.search(request.explained() ? query.withExplanations() : query);
        // The confidence was found on passages in their plain order.
        double sure = scope.foreign() ? 0 : confidence.of(vector, found);
        Reranking.Order order = reranking.of(question.text(), found.passages(), limit);
        return new Context(order.passages(), sure, vector, notices(tenant, request.source(), vector, order));
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
