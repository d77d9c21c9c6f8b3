package community.likeminds.agent.agents.documentation.contextretrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.PageFacts;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import community.likeminds.agent.vector.core.Explanation;
import community.likeminds.agent.vector.core.Explanation.Part;
import community.likeminds.agent.vector.core.Reranker;
import community.likeminds.agent.vector.docs.Found;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RerankingTest {

    private static final List<Found.Passage> FOUND = List.of(passage("first", 0.9), passage("second", 0.8), passage("third", 0.7), passage("fourth", 0.6));

    private static Found.Passage passage(String text, double score) {
        Chunk chunk = new Chunk("docs", "a.md", "A", List.of(text), "", new LineRange(1, 1), text, text, text, PageFacts.unknown());
        Explanation explanation = new Explanation(
                List.of(new Part("words", score / 2), new Part("meaning", score / 2)), List.of(), 1, 1, 1, 1, 0.5, List.of("Because."), List.of());
        return new Found.Passage(chunk, score, 1, 1, 1, null, explanation);
    }

    private static Reranker judge(int depth, Function<String, Double> relevance) {
        return new Reranker() {
            @Override
            public int depth() {
                return depth;
            }

            @Override
            public double weight() {
                return 0.7;
            }

            @Override
            public List<Double> relevance(String query, List<String> texts) {
                return texts.stream().map(relevance).toList();
            }
        };
    }

    private static List<String> texts(Reranking.Order order) {
        return order.passages().stream().map(passage -> passage.chunk().text()).toList();
    }

    @Test
    void theJudgementDecidesAndTheExplanationAddsUp() {
        Reranking reranking = new Reranking(judge(3, text -> text.equals("third") ? 1.0 : 0.1));
        Reranking.Order order = reranking.of("q", FOUND, 2);
        assertThat(texts(order)).containsExactly("third", "first");
        assertThat(order.failed()).isFalse();
        assertThat(reranking.depth(2)).isEqualTo(3);
        assertThat(order.passages()).allSatisfy(passage -> {
            Explanation explanation = Objects.requireNonNull(passage.explanation());
            assertThat(explanation.parts()).extracting(Part::name).contains("reranker");
            assertThat(explanation.parts().stream().mapToDouble(Part::value).sum()).isCloseTo(passage.score(), within(1e-9));
        });
    }

    @Test
    void withoutOneNothingChanges() {
        Reranking reranking = new Reranking(Reranker.NONE);
        assertThat(reranking.of("q", FOUND, 3).passages()).isEqualTo(FOUND.subList(0, 3));
        assertThat(reranking.depth(5)).isEqualTo(5);
    }

    @Test
    void whenItIsDownThePlainOrderStandsAndSaysSo() {
        Reranking.Order order = new Reranking(judge(3, text -> {
            throw new AgentException(Kind.UNAVAILABLE, "rerank-unavailable", "The reranker is down.", "Wait.");
        })).of("q", FOUND, 3);
        assertThat(texts(order)).containsExactly("first", "second", "third");
        assertThat(order.failed()).isTrue();
        assertThat(Objects.requireNonNull(order.passages().getFirst().explanation()).reasons()).containsExactly("Because.", "The reranker is down.");
        assertThat(order.passages().getFirst().score()).isEqualTo(0.9);
    }
}
