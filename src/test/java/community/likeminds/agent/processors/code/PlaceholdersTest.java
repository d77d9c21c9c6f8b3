package community.likeminds.agent.processors.code;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.code.javascript.Placeholders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The spellings in which documentation leaves a value open, and values that only look like it. */
class PlaceholdersTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "<YOUR_API_KEY>", "YOUR_API_KEY", "{{apiKey}}", "{{ api_key }}", "your api key", "your-api-key", "xxxx", "XXXXXXXX", "pk_test_…", "pk_test_...", "pk_test_xxxx",
        "sk_live_*****", "ENTER API KEY HERE", "ENTER YOUR DOMAIN HERE", "ENTER UUID", "API_KEY", "$API_KEY", "${API_KEY}", "[API KEY]", "[your api key]",
        "___PUBLIC_DSN___", "__API_KEY__", "INSERT_KEY_HERE", "REPLACE_ME", "replace-me", "CHANGE_ME", "changeme", "TODO", "<your-domain>.example.com", "%API_KEY%",
        "<api key>", "YourApiKey", "yourApiKey", "your_username", "paste key here", "{apiKey}", "#{API_KEY}", "my-api-key", "API_KEY_HERE", "\u2022\u2022\u2022\u2022"
    })
    void isOpen(String value) {
        assertThat(Placeholders.isPlaceholder(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "en-US", "GET", "production", "users", "id", "Hello, your order is ready", "https://api.example.com", "./src/main.ts", "use client", "application/json", "root", "USD",
        "POST_CREATED", "Add to cart", "name", "localhost", "My profile", "add", "00000000-0000-0000-0000-000000000000", "1234567890", "__proto", "Put your trust in us"
    })
    void isAValue(String value) {
        assertThat(Placeholders.isPlaceholder(value)).isFalse();
    }
}
