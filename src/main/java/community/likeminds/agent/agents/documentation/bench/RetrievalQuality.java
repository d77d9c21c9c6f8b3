package community.likeminds.agent.agents.documentation.bench;

import community.likeminds.agent.agents.documentation.AskRequest;
import community.likeminds.agent.agents.documentation.Benchmarks.Figure;
import community.likeminds.agent.agents.documentation.bench.Questions.Question;
import community.likeminds.agent.agents.documentation.contextretrieval.ContextRetrieval;
import community.likeminds.agent.agents.documentation.queryunderstanding.QueryUnderstanding;
import community.likeminds.agent.agents.documentation.queryunderstanding.UnderstoodQuestion;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.VectorQuery.Ranking;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** How often the right page comes first, beside the single legs and plain fusion. */
@Component
class RetrievalQuality {

    private static final int PAGES = 10;
    private static final int PASSAGES = 40;
    private static final double FIRST_FLOOR = 0.75;
    private static final double FIVE_FLOOR = 0.92;
    private static final double RECIPROCAL_FLOOR = 0.82;
    private static final int MOST_WRONGLY = 1;

    private final QueryUnderstanding understanding;
    private final ContextRetrieval retrieval;

    RetrievalQuality(QueryUnderstanding understanding, ContextRetrieval retrieval) {
        this.understanding = understanding;
        this.retrieval = retrieval;
    }

    private record Score(double first, double five, double reciprocal) {}

    List<Figure> measure(TenantId tenant, String source, List<Question> questions) {
        List<Question> answerable =
                questions.stream().filter(question -> !question.expected().isEmpty()).toList();
        List<Figure> figures = new ArrayList<>();
        if (!answerable.isEmpty()) {
            Score ours = score(tenant, source, answerable, Ranking.ADAPTIVE);
            compare(figures, ours, new Score(FIRST_FLOOR, FIVE_FLOOR, RECIPROCAL_FLOOR), "at least");
            compare(figures, ours, score(tenant, source, answerable, Ranking.WORDS), "BM25 alone");
            compare(figures, ours, score(tenant, source, answerable, Ranking.VECTORS), "vectors alone");
            compare(figures, ours, score(tenant, source, answerable, Ranking.RECIPROCAL_RANK), "plain RRF");
        }
        long wrongly = answerable.stream().filter(question -> !covered(tenant, source, question)).count();
        List<Question> others =
                questions.stream().filter(question -> question.expected().isEmpty()).toList();
        long refused = others.stream().filter(question -> !covered(tenant, source, question)).count();
        figures.add(new Figure(
                "unanswerable questions refused", refused, "questions", "all of them", others.size(), ""));
        figures.add(new Figure(
                "answerable questions refused", wrongly, "questions", "at most", MOST_WRONGLY, "of " + answerable.size()));
        return figures;
    }

    private static void compare(List<Figure> figures, Score ours, Score peer, String name) {
        figures.add(new Figure("page Hit@1", ours.first(), "", name, peer.first(), ""));
        figures.add(new Figure("page Hit@5", ours.five(), "", name, peer.five(), ""));
        figures.add(new Figure("page MRR", ours.reciprocal(), "", name, peer.reciprocal(), "first 10 pages"));
    }

    private Score score(TenantId tenant, String source, List<Question> questions, Ranking ranking) {
        double first = 0;
        double five = 0;
        double reciprocal = 0;
        for (Question question : questions) {
            int rank = rank(tenant, source, question, ranking);
            first += rank == 1 ? 1 : 0;
            five += rank >= 1 && rank <= 5 ? 1 : 0;
            reciprocal += rank >= 1 ? 1.0 / rank : 0;
        }
        int count = questions.size();
        return new Score(first / count, five / count, reciprocal / count);
    }

    /** Rank of the first right page from 1, or 0. */
    private int rank(TenantId tenant, String source, Question question, Ranking ranking) {
        List<String> pages = retrieval.search(tenant, understood(question), source, PASSAGES, ranking).stream()
                .map(passage -> passage.chunk().page())
                .distinct()
                .limit(PAGES)
                .toList();
        for (int i = 0; i < pages.size(); i++) {
            if (question.expected().contains(pages.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    private boolean covered(TenantId tenant, String source, Question question) {
        return retrieval.retrieve(tenant, understood(question), new AskRequest(understood(question).text(), "", source), PAGES).covered();
    }

    private UnderstoodQuestion understood(Question question) {
        return understanding.understand(question.text(), question.platform());
    }
}
