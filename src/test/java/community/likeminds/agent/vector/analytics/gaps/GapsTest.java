package community.likeminds.agent.vector.analytics.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.vector.analytics.AnalyticsReport.Gap;
import community.likeminds.agent.vector.analytics.SearchEvent;
import community.likeminds.agent.vector.analytics.SearchEvent.Outcome;
import community.likeminds.agent.vector.analytics.SearchEvent.PageRef;
import community.likeminds.agent.vector.analytics.SearchEvent.Purpose;
import community.likeminds.agent.vector.analytics.SearchEvent.Space;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        List<SearchEvent> events = new ArrayList<>();
        for (String question : questions) {
            events.add(new SearchEvent(
                    "s" + events.size(), START.plusSeconds(events.size()), Space.DOCUMENTS, Purpose.SEARCH, question, "", 1,
                    Outcome.NOTHING, 0, List.of(new PageRef("docs", "a.md")), List.of()));
        }
        return Gaps.of(events, 10);
    }
}
