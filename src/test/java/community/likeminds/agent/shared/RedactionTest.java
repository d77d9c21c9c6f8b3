package community.likeminds.agent.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "why is sk_test_4eC39HqLyjWDarjtT1zdp7dc refused | why is [secret] refused",
        "token ghp_16C7e42F292c6912E7710c838347Ae178B4a fails | token [secret] fails",
        "Authorization: Bearer abc.def-ghi123 gives 401 | Authorization: Bearer [secret] gives 401",
        "my password is hunter22, why | my password is [secret], why",
        "connect('postgres://admin:s3cr3t@db:5432/x') | connect('postgres://[secret]@db:5432/x')",
        "API_KEY=qwertyui does not work | API_KEY=[secret] does not work",
        "\"apiKey\": \"12ab34cd\" | \"apiKey\": \"[secret]\"",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w is expired | [secret] is expired",
        "mail jane.doe+x@mail.example.org about it | mail [address] about it",
        "card 4242 4242 4242 4242 declined | card [number] declined",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b as hash | [secret] as hash",
        "AKIAIOSFODNN7EXAMPLE in the log | [secret] in the log"
    })
    void takesSecretsOut(String question, String kept) {
        assertThat(Redaction.of(question)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "why is the access token invalid", "the token is invalid", "password is required, what now", "apiKey: string or null?", "apiKey: YOUR_API_KEY",
        "re-authentication of returning users", "key-value-store for offline data", "npm_config_registry is ignored", "what does initiateLMChatClient(apiKey) return",
        "likeminds-chat-react-native-integration-sdk 3.0.1", "postgres://localhost:5432/db cannot be reached", "secret: process.env.SECRET",
        "order 1234567890123 is missing", "@likeminds.community/chat-js fails"
    })
    void leavesQuestionsAlone(String question) {
        assertThat(Redaction.of(question)).isEqualTo(question);
    }

    @Test
    void logsKeepTheIdentifiersThatTheyAreFoundBy() {
        String line = "Task 0d8b6a3e-1d8e-4f2a-9a77-0f3d6c1e2b45 of 4bf92f3577b34da6a3ce929d0e0e4736 sent Zx9Kq2Lm8Pw4Rt6Vb1Nc3Ys5.";
        assertThat(Redaction.ofLog(line)).isEqualTo("Task 0d8b6a3e-1d8e-4f2a-9a77-0f3d6c1e2b45 of 4bf92f3577b34da6a3ce929d0e0e4736 sent [secret].");
        assertThat(Redaction.of(line)).doesNotContain("4bf92f35", "0d8b6a3e-1d8e");
    }

    @Test
    void anEnvironmentFileShowsItsNamesAndWhatIsNoSecret() {
        String shown = new Redaction(List.of("app-778899")).environmentFile("""
                 PORT=3000
                 OTHER_KEY=words-of-mine
                +VITE_APP_ID=app-778899
                -DATABASE_URL=postgres://ann:tulips@db.example/shop
                 STRIPE=sk_live_4eC39HqLyjWDarjtT1zdp7dc
                """);
        assertThat(shown).isEqualTo("""
                 PORT=3000
                 OTHER_KEY=***
                +VITE_APP_ID=***
                -DATABASE_URL=postgres://[secret]@db.example/shop
                 STRIPE=[secret]
                """);
    }
}
