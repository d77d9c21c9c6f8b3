package community.likeminds.agent.agents.coding.requirementanalysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTests {

    @Test
    void separatesWhatIsWantedFromWhatIsNot() {
        Wish wish = RequestReader.read("Set up Acme Charts with its provider, without the stock example.");
        assertThat(wish.wanted()).contains("acme", "chart", "provider").doesNotContain("stock");
        assertThat(wish.unwanted()).containsExactlyInAnyOrder("stock", "example");
        assertThat(wish.setupOnly()).isTrue();
        assertThat(wish.composed()).isEmpty();
    }

    @Test
    void findsAddressesAndVariables() {
        Wish wish = RequestReader.read("Connect to https://api.acme.example/v2/graph. The key is in ACME_API_KEY, the rest in code.");
        assertThat(wish.urls()).containsExactly("https://api.acme.example/v2/graph");
        assertThat(wish.environment()).containsExactly("ACME_API_KEY");
    }

    @Test
    void readsTheSubjectOfTheFirstVerb() {
        assertThat(RequestReader.read("Add Acme voice calls between the members of a room.").subject()).containsExactly("acme", "voice", "call");
        assertThat(RequestReader.read("Install Acme in this app as described.").subject()).containsExactly("acme");
    }

    @Test
    void recognisesThatAStartPageIsToBeReplaced() {
        assertThat(RequestReader.read("Replace the start page with the Acme board.").replaceStart()).isTrue();
        assertThat(RequestReader.read("Replace our old logger with Acme.").replaceStart()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "When somebody buys a ticket, tell Acme about it.",
        "Take Acme callbacks at POST /hooks/acme.",
        "Show the Acme bell in our header.",
        "List the newest posts below what the page already shows.",
        "Pass what currentAccount() returns to Acme.",
        "Add a page with the Acme board.",
        "Use Acme when the key is set and the old one otherwise."
    })
    void knowsRequestsThatNeedComposition(String text) {
        assertThat(RequestReader.read(text).composed()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Set up Acme for the whole app: just the client and its provider.",
        "Secure our response headers with Acme.",
        "Add Acme to this app with the bundler plugin. Leave our pages as they are.",
        "Rate limit all requests with acme-limit, with the settings of its README.",
        "Add the /chat controller that the guide shows."
    })
    void leavesPlainSetUpAlone(String text) {
        assertThat(RequestReader.read(text).composed()).isEmpty();
    }
}
