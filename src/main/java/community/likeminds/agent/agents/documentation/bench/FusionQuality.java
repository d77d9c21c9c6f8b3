package community.likeminds.agent.agents.documentation.bench;

import community.likeminds.agent.agents.documentation.Benchmarks.Figure;
import community.likeminds.agent.agents.documentation.bench.SelfMade.Question;
import community.likeminds.agent.agents.documentation.ingestion.Ingestion;
import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.DocumentVectors;
import community.likeminds.agent.vector.docs.DocumentVectors.PageChunks;
import community.likeminds.agent.vector.docs.Found;
import community.likeminds.agent.vector.docs.VectorQuery;
import community.likeminds.agent.vector.docs.VectorQuery.Ranking;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether search is ever worse than words alone or vectors alone, on questions that are made of the documentation itself. */
@Component
class FusionQuality {

    private static final int DEPTH = 20;
    /** What chance explains. */
    private static final double LIMIT = -0.005;

    private final DocumentProcessor processor;
    private final Embeddings embeddings;
    private final DocumentVectors vectors;
    private final Ingestion ingestion;

    FusionQuality(DocumentProcessor processor, Embeddings embeddings, DocumentVectors vectors, Ingestion ingestion) {
        this.processor = processor;
        this.embeddings = embeddings;
        this.vectors = vectors;
        this.ingestion = ingestion;
    }

    /** @param tenant whose vectors are used again */
    List<Figure> measure(TenantId tenant, Source source, List<Page> pages, int most, Progress progress) {
        List<Chunk> chunks = pages.stream().flatMap(page -> processor.chunk(page).stream()).toList();
        SelfMade made = QuestionMaker.make(chunks, most);
        TenantId own = new TenantId("bench-" + UUID.randomUUID());
        List<PageChunks> altered = made.pages().entrySet().stream()
                .map(page -> new PageChunks(page.getKey(), page.getValue()))
                .toList();
        List<Figure> figures = new ArrayList<>();
        try {
            ingestion.index(own, source, altered, tenant, progress);
            int done = 0;
            for (Map.Entry<String, List<Question>> set : made.sets().entrySet()) {
                progress.report("Asking", done, made.questions(), set.getKey());
                figures.addAll(compare(own, set.getKey(), set.getValue()));
                done += set.getValue().size();
            }
        } finally {
            ingestion.forget(own);
        }
        return figures;
    }

    private List<Figure> compare(TenantId own, String set, List<Question> questions) {
        Map<Ranking, Double> sums = new EnumMap<>(Ranking.class);
        for (Question question : questions) {
            float[] vector = embeddings.embedQuery(question.text());
            for (Ranking ranking : Ranking.values()) {
                sums.merge(ranking, reciprocalRank(own, question, vector, ranking), Double::sum);
            }
        }
        sums.replaceAll((ranking, sum) -> sum / questions.size());
        double words = sums.getOrDefault(Ranking.WORDS, 0.0);
        double dense = sums.getOrDefault(Ranking.VECTORS, 0.0);
        double ours = sums.getOrDefault(Ranking.ADAPTIVE, 0.0);
        String note = "%d questions; words %.3f, vectors %.3f, plain RRF %.3f"
                .formatted(questions.size(), words, dense, sums.getOrDefault(Ranking.RECIPROCAL_RANK, 0.0));
        String leg = words > dense ? "BM25 alone" : "vectors alone";
        double better = Math.max(words, dense);
        return List.of(
                new Figure("passage MRR, " + set, ours, "", leg, better, note),
                new Figure("hybrid minus best leg, " + set, ours - better, "", "limit", LIMIT, questions.size() + " questions"));
    }

    private double reciprocalRank(TenantId own, Question question, float[] vector, Ranking ranking) {
        Set<String> platforms = question.platform().isEmpty() ? Set.of() : Set.of(question.platform());
        VectorQuery query = new VectorQuery(own, question.text(), embeddings.model(), vector, "", platforms, DEPTH, ranking);
        List<Found.Passage> passages = vectors.search(query).passages();
        for (int i = 0; i < passages.size(); i++) {
            if (question.answeredBy(passages.get(i).chunk())) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }
}
