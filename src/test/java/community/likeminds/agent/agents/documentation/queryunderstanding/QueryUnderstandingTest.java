package community.likeminds.agent.agents.documentation.queryunderstanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.agents.documentation.queryunderstanding.UnderstoodQuestion.Intent;
import community.likeminds.agent.shared.AgentException;
import org.junit.jupiter.api.Test;

class QueryUnderstandingTest {

    private final QueryUnderstanding understanding = new QueryUnderstanding();

    @Test
    void refusesWhatIsNoQuestion() {
        assertThatThrownBy(() -> understanding.understand("  \n", ""))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("question-empty"));
        assertThatThrownBy(() -> understanding.understand("a".repeat(2_001), ""))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.kind())
                        .isEqualTo(AgentException.Kind.BAD_INPUT));
        assertThat(understanding.understand("a".repeat(2_000), "").text()).hasSize(2_000);
    }

    @Test
    void knowsTheSpellingsAndRelativesOfAPlatform() {
        assertThat(understanding.understand("q", "React Native").platforms()).containsExactlyInAnyOrder("react-native", "expo");
        assertThat(understanding.understand("q", "Next.js").platforms()).contains("next", "react").doesNotContain("vue");
        assertThat(understanding.understand("q", "ANDROID").platforms()).contains("android", "kotlin");
        assertThat(understanding.understand("q", "any").platforms()).isEmpty();
        assertThat(understanding.understand("q", "cobol").platforms()).containsExactly("cobol");
    }

    @Test
    void seesPlatformsThatTheQuestionNames() {
        assertThat(understanding.understand("use it from Swift", "").mentioned()).containsExactlyInAnyOrder("ios", "swift");
        assertThat(understanding.understand("React Native or Vue.js?", "").mentioned())
                .contains("react-native", "vue")
                .doesNotContain("react", "android");
        assertThat(understanding.understand("how do users respond to swiftly sent posts", "").mentioned()).isEmpty();
    }

    @Test
    void findsNamesOfCodeAndIntent() {
        assertThat(understanding.understand("what does `x-key` in initClient or Client.open() do", "").identifiers())
                .contains("x-key", "initClient", "Client.open");
        assertThat(understanding.understand("npm install fails with an error", "").intent()).isEqualTo(Intent.TROUBLESHOOT);
        assertThat(understanding.understand("add the package with npm", "").intent()).isEqualTo(Intent.INSTALL);
        assertThat(understanding.understand("which props are there", "").intent()).isEqualTo(Intent.REFERENCE);
        assertThat(understanding.understand("sign a user in", "").intent()).isEqualTo(Intent.HOW_TO);
    }
}
