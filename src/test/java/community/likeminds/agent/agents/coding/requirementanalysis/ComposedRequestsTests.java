package community.likeminds.agent.agents.coding.requirementanalysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ordinary wishes for a set-up that share words with requests for logic. */
class ComposedRequestsTests {

    @ParameterizedTest
    @ValueSource(strings = {
        "Integrate Acme login into our app with the provider from the docs.",
        "Install the Acme SDK and wrap the app in AcmeProvider. Our own code must not change.",
        "Add Acme analytics. Leave everything else as it is.",
        "Add the Acme middleware on every route as the README describes.",
        "Set up the Acme plugin in vite.config.ts.",
        "Add Acme on app.example.com.",
        "Set up Acme as shown, building on main.tsx."
    })
    void areNotComposed(String text) {
        assertThat(RequestReader.read(text).composed()).isEmpty();
    }
}
