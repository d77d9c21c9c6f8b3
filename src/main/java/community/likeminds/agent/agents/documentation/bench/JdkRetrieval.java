package community.likeminds.agent.agents.documentation.bench;

import community.likeminds.agent.agents.documentation.Benchmarks.Figure;
import community.likeminds.agent.agents.documentation.CodeBenchmarks;
import community.likeminds.agent.agents.documentation.codebases.CodeEmbedding;
import community.likeminds.agent.processors.code.CodeChunk;
import community.likeminds.agent.processors.code.CodeProcessor;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.code.CodeMatch;
import community.likeminds.agent.vector.code.CodeQuery;
import community.likeminds.agent.vector.code.CodeQuery.Ranking;
import community.likeminds.agent.vector.code.CodeVectors;
import community.likeminds.agent.vector.code.CodeVectors.CodeVectorSet;
import community.likeminds.agent.vector.code.CodeVectors.FileChunks;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How often the right method of the JDK comes first, beside the single legs and plain fusion. */
@Component
class JdkRetrieval implements CodeBenchmarks {

    private static final int RESULTS = 100;
    private static final int FEWEST_METHODS = 100;
    private static final int FEWEST_QUERIES = 10;
    /** By how much the mean reciprocal rank is to be above the better leg's. */
    private static final double MARGIN = 0.03;
    private static final TenantId TENANT = new TenantId("bench-code");
    private static final String CODEBASE = "jdk";

    private final CodeProcessor processor;
    private final Embeddings embeddings;
    private final CodeEmbedding embedding;
    private final CodeVectors vectors;

    JdkRetrieval(CodeProcessor processor, Embeddings embeddings, CodeEmbedding embedding, CodeVectors vectors) {
        this.processor = processor;
        this.embeddings = embeddings;
        this.embedding = embedding;
        this.vectors = vectors;
    }

    private record Score(double first, double ten, double reciprocal) {}

    @Override
    public List<Figure> jdk(int methods, int queries, Progress progress) {
        if (methods < FEWEST_METHODS || queries < FEWEST_QUERIES) {
            throw AgentException.badInput(
                    "bench-invalid", "A set of " + methods + " methods says nothing.", "Ask for at least 100 methods and 10 questions.");
        }
        JdkSet.Content set = new JdkSet(processor).build(JdkSet.running(), methods, queries, progress);
        index(set, progress);
        try {
            return figures(set, scores(set, progress));
        } finally {
            vectors.deleteProject(TENANT, CODEBASE);
        }
    }

    private void index(JdkSet.Content set, Progress progress) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, List<CodeChunk>> files = new LinkedHashMap<>();
        for (CodeChunk method : set.methods()) {
            texts.put(method.contentHash(), method.embedded());
            files.computeIfAbsent(method.path(), path -> new ArrayList<>()).add(method);
        }
        Map<String, float[]> made = new HashMap<>();
        embedding.embed(TENANT, texts, progress, made::putAll);
        vectors.deleteProject(TENANT, CODEBASE);
        vectors.replace(
                TENANT,
                CODEBASE,
                files.entrySet().stream().map(file -> new FileChunks(file.getKey(), file.getValue())).toList(),
                new CodeVectorSet(embeddings.model(), made));
    }

    private Map<Ranking, Score> scores(JdkSet.Content set, Progress progress) {
        Map<Ranking, double[]> sums = new EnumMap<>(Ranking.class);
        for (Ranking ranking : Ranking.values()) {
            sums.put(ranking, new double[3]);
        }
        int asked = 0;
        for (JdkSet.Query query : set.queries()) {
            progress.report("Asking for methods", asked++, set.queries().size(), "");
            float[] vector = embeddings.embedQuery(query.sentence());
            sums.forEach((ranking, sum) -> {
                int rank = rank(query, vector, ranking);
                sum[0] += rank == 1 ? 1 : 0;
                sum[1] += rank >= 1 && rank <= 10 ? 1 : 0;
                sum[2] += rank >= 1 ? 1.0 / rank : 0;
            });
        }
        int count = Math.max(1, asked);
        Map<Ranking, Score> scores = new EnumMap<>(Ranking.class);
        sums.forEach((ranking, sum) -> scores.put(ranking, new Score(sum[0] / count, sum[1] / count, sum[2] / count)));
        return scores;
    }

    /** Rank of the method from 1, or 0. */
    private int rank(JdkSet.Query query, float[] vector, Ranking ranking) {
        List<CodeMatch> found =
                vectors.search(new CodeQuery(TENANT, query.sentence(), embeddings.model(), vector, CODEBASE, "", RESULTS, ranking)).matches();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).chunk().contentHash().equals(query.answer())) {
                return i + 1;
            }
        }
        return 0;
    }

    private static List<Figure> figures(JdkSet.Content set, Map<Ranking, Score> scores) {
        Score ours = scores.getOrDefault(Ranking.ADAPTIVE, new Score(0, 0, 0));
        String note = "%,d questions, %,d methods".formatted(set.queries().size(), set.methods().size());
        List<Figure> figures = new ArrayList<>();
        scores.forEach((ranking, score) -> {
            String name = switch (ranking) {
                case ADAPTIVE -> "";
                case WORDS -> "BM25 alone";
                case VECTORS -> "vectors alone";
                case RECIPROCAL_RANK -> "plain RRF";
            };
            if (!name.isEmpty()) {
                figures.add(new Figure("code Hit@1", ours.first(), "", name, score.first(), note));
                figures.add(new Figure("code Hit@10", ours.ten(), "", name, score.ten(), note));
                figures.add(new Figure("code MRR", ours.reciprocal(), "", name, score.reciprocal(), note + ", first " + RESULTS));
            }
        });
        double better = Math.max(reciprocal(scores, Ranking.WORDS), reciprocal(scores, Ranking.VECTORS));
        figures.add(new Figure("code MRR above the better leg", ours.reciprocal() - better, "", "at least", MARGIN, note));
        return figures;
    }

    private static double reciprocal(Map<Ranking, Score> scores, Ranking ranking) {
        return scores.getOrDefault(ranking, new Score(0, 0, 0)).reciprocal();
    }
}
