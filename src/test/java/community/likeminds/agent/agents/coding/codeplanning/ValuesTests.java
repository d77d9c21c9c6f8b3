package community.likeminds.agent.agents.coding.codeplanning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTests {

    @ParameterizedTest
    @CsvSource({
        "apiKey, YOUR_API_KEY, ACME_API_KEY",
        "apiKey, <your key>, ACME_API_KEY",
        "uuid, ENTER_USER_ID, ACME_USER_ID",
        "'', VITE_ACME_API_KEY, ACME_API_KEY",
        "'', NEXT_PUBLIC_ACME_USER_ID, ACME_USER_ID",
        "'', VITE_ACME_HOST, ''",
        "region, YOUR_REGION, ''",
        "projectId, YOUR_PROJECT_ID, ''",
        "webhookSecret, YOUR_WEBHOOK_SECRET, ''"
    })
    void findsTheNameThatMeansThePlaceholder(String about, String text, String expected) {
        Values values = new Values(Map.of("ACME_API_KEY", "1", "ACME_USER_ID", "2"));
        assertThat(values.match(about, text)).isEqualTo(expected);
    }

    @Test
    void aNameOfItsOwnIsTheProductAndWhatItIsAbout() {
        assertThat(Values.name("acme", "apiKey", "YOUR_API_KEY")).isEqualTo("ACME_API_KEY");
        assertThat(Values.name("acme", "", "your-project-id")).isEqualTo("ACME_PROJECT_ID");
        assertThat(Values.name("acme", "acmeToken", "x")).isEqualTo("ACME_TOKEN");
        assertThat(Values.name("", "", "<>")).isEqualTo("KEY");
    }

    @Test
    void theProductIsWhatAllNamesShare() {
        assertThat(new Values(Map.of("VITE_ACME_KEY", "1", "ACME_ID", "2")).product()).isEqualTo("ACME");
        assertThat(new Values(Map.of("ACME_KEY", "1", "OTHER_ID", "2")).product()).isEmpty();
    }
}
