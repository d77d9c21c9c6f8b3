package community.likeminds.agent.vector.analytics.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.vector.analytics.AnalyticsReport.Gap;
import community.likeminds.agent.vector.analytics.QuestionMeanings;
import community.likeminds.agent.vector.analytics.SearchEvent;
import community.likeminds.agent.vector.analytics.SearchEvent.Outcome;
import community.likeminds.agent.vector.analytics.SearchEvent.PageRef;
import community.likeminds.agent.vector.analytics.SearchEvent.Purpose;
import community.likeminds.agent.vector.analytics.SearchEvent.Space;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GapsTest {

    private static final Instant START = Instant.parse("2030-05-04T10:00:00Z");

    @Test
    void differentWaysToAskForOneThingAreOneGap() {
        List<Gap> gaps = gaps(
                "Does it support video calls?",
                "How do I make a video call",
                "video calling",
                "Can messages be translated automatically?",
                "automatic translation of messages",
                "dark mode",
                "video calls");
        assertThat(gaps).extracting(Gap::times).containsExactly(4, 2, 1);
        assertThat(gaps.getFirst().questions())
                .containsExactlyInAnyOrder("Does it support video calls?", "How do I make a video call", "video calling", "video calls");
        assertThat(gaps.getLast().topic()).isEqualTo("dark mode");
    }

    @Test
    void theOrderInWhichTheyWereAskedDoesNotMatter() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> questions = new ArrayList<>(List.of(
                "refund a payment", "how do I refund payments", "partial refund of a payment", "webhook retries", "how often is a webhook retried",
                "sepa direct debit", "is direct debit supported", "apple pay", "apple pay in safari", "tax for customers"));
        Set<Set<String>> expected = groups(questions);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(questions, random);
            assertThat(groups(questions)).describedAs("seed %d, %s", seed, questions).isEqualTo(expected);
        }
        assertThat(expected).contains(Set.of("webhook retries", "how often is a webhook retried"), Set.of("apple pay", "apple pay in safari"));
    }

    private static Set<Set<String>> groups(List<String> questions) {
        return gaps(questions.toArray(String[]::new)).stream().map(gap -> Set.copyOf(gap.questions())).collect(Collectors.toSet());
    }

    @Test
    void questionsThatMeanAlikeAreOneGapWithoutACommonWord() {
        QuestionMeanings meanings = questions -> questions.stream().map(GapsTest::vector).toList();
        List<SearchEvent> events = events("pricing", "what does it cost", "dark mode", "black background", "push", "notification", "sso", "polls");
        assertThat(Gaps.of(events, 10, meanings)).extracting(gap -> Set.copyOf(gap.questions()))
                .contains(Set.of("pricing", "what does it cost"), Set.of("dark mode", "black background"))
                .hasSize(6);
        assertThat(Gaps.of(events, 10, QuestionMeanings.NONE)).hasSize(8);
        assertThat(Gaps.of(events, 10, questions -> null)).hasSize(8);
    }

    /** Two directions of meaning, and one for each other question; all share one. */
    private static float[] vector(String question) {
        int direction = switch (question) {
            case "pricing", "what does it cost" -> 1;
            case "dark mode", "black background" -> 2;
            default -> 3 + Math.floorMod(question.hashCode(), 61);
        };
        float[] vector = new float[64];
        vector[0] = 0.8f;
        vector[direction] = 0.6f;
        return vector;
    }

    @Test
    void theQuestionThatIsAskedMostStandsForTheOthers() {
        assertThat(gaps("offline mode?", "Offline mode", "Offline mode").getFirst().topic()).isEqualTo("Offline mode");
    }

    @Test
    void aWordThatEveryQuestionHasMakesNoTopic() {
        assertThat(gaps("feed pagination", "feed polls", "feed themes", "feed moderation")).hasSize(4);
    }

    @Test
    void questionsOfNothingButAskingWordsAreKept() {
        assertThat(gaps("how do I", "???", "")).isNotEmpty();
    }

    private static List<Gap> gaps(String... questions) {
        return Gaps.of(events(questions), 10);
    }

    private static List<SearchEvent> events(String... questions) {
        List<SearchEvent> events = new ArrayList<>();
        for (String question : questions) {
            events.add(new SearchEvent(
                    "s" + events.size(), START.plusSeconds(events.size()), Space.DOCUMENTS, Purpose.SEARCH, question, "", 1,
                    Outcome.NOTHING, 0, List.of(new PageRef("docs", "a.md")), List.of()));
        }
        return events;
    }
}
