package community.likeminds.agent.processors.docs.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import community.likeminds.agent.processors.docs.Embeddings.Embedded;
import community.likeminds.agent.processors.docs.embedding.FaultyProvider.Fault;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteEmbeddingsTest {

    private static final List<String> TEXTS = IntStream.range(0, 20).mapToObj(i -> "text number " + i).toList();

    private FaultyProvider provider;

    @BeforeEach
    void serve() throws IOException {
        provider = new FaultyProvider();
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private RemoteEmbeddings openAi(String... more) {
        return embeddings(EmbeddingProtocol.OPENAI, "/v1/", more);
    }

    private RemoteEmbeddings embeddings(EmbeddingProtocol protocol, String path, String... more) {
        String[] settings = Arrays.copyOf(new String[] {"base-url", provider.url() + path, "backoff", "1ms", "retries", "3"}, 6 + more.length);
        System.arraycopy(more, 0, settings, 6, more.length);
        return new RemoteEmbeddings(protocol, Settings.of(settings), "secret", text -> text.split(" ").length);
    }

    private static void assertVectors(List<float[]> vectors, List<String> texts, int dimensions) {
        assertThat(vectors).hasSameSizeAs(texts);
        for (int i = 0; i < texts.size(); i++) {
            float[] expected = FaultyProvider.vector(texts.get(i), dimensions);
            Vectors.normalise(expected);
            assertThat(vectors.get(i)).containsExactly(expected, within(1e-6f));
        }
    }

    @Test
    void openAiIsAskedInBatchesAndCounts() {
        try (RemoteEmbeddings embeddings = openAi("batch-texts", "8", "dimensions", "4", "price-per-million-tokens", "0.02")) {
            Embedded embedded = embeddings.embedAndCount(TEXTS);
            assertVectors(embedded.vectors(), TEXTS, 4);
            assertThat(embedded.billedTokens()).isEqualTo(60);
            assertThat(embeddings.model()).startsWith("openai:text-embedding-3-small@4#");
            assertThat(embeddings.dimensions()).isEqualTo(4);
            assertThat(embeddings.billed()).isTrue();
            assertThat(provider.requests).extracting(request -> request.path("input").size()).containsExactlyInAnyOrder(8, 8, 4);
            assertThat(provider.requests).allSatisfy(request -> {
                assertThat(request.path("model").asString()).isEqualTo("text-embedding-3-small");
                assertThat(request.path("dimensions").asInt()).isEqualTo(4);
            });
            assertThat(provider.keys).containsOnly("Bearer secret");
        }
    }

    @Test
    void tokensLimitABatchToo() {
        try (RemoteEmbeddings embeddings = openAi("batch-tokens", "9", "concurrency", "1")) {
            assertVectors(embeddings.embedPassages(TEXTS), TEXTS, 8);
            assertThat(provider.requests).extracting(request -> request.path("input").size()).containsExactly(3, 3, 3, 3, 3, 3, 2);
            assertThat(provider.mostAtOnce).isEqualTo(1);
        }
    }

    @Test
    void ollamaIsAskedItsOwnWay() {
        try (RemoteEmbeddings embeddings = embeddings(
                EmbeddingProtocol.OLLAMA, "", "model", "nomic-embed-text", "query-prefix", "search_query: ", "passage-prefix", "doc: ")) {
            assertThat(embeddings.dimensions()).isEqualTo(8);
            assertVectors(embeddings.embedPassages(TEXTS.subList(0, 2)), List.of("doc: text number 0", "doc: text number 1"), 8);
            assertVectors(List.of(embeddings.embedQuery("why")), List.of("search_query: why"), 8);
            assertThat(embeddings.model()).startsWith("ollama:nomic-embed-text#");
            assertThat(embeddings.billed()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whatMayPassIsTriedAgain(int status) {
        provider.faults.add(Fault.status(status, "{\"error\": {\"message\": \"later\"}}", "Retry-After", "0"));
        provider.faults.add(exchange -> exchange.getResponseBody().close());
        provider.faults.add(Fault.status(200, "{\"data\": [{\"index\": 0, \"embed"));
        try (RemoteEmbeddings embeddings = openAi()) {
            assertVectors(embeddings.embedPassages(TEXTS), TEXTS, 8);
            assertThat(provider.requests).hasSize(4);
        }
    }

    @Test
    void aPauseThatTheProviderWantsIsKept() {
        provider.faults.add(Fault.status(429, "", "Retry-After", "1"));
        try (RemoteEmbeddings embeddings = openAi()) {
            long start = System.nanoTime();
            assertVectors(embeddings.embedPassages(TEXTS), TEXTS, 8);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, embeddings-unauthorised, 1",
        "403, embeddings-unauthorised, 1",
        "404, embeddings-model-unknown, 1",
        "429, embeddings-rate-limited, 4",
        "500, embeddings-provider-failed, 4",
        "418, embeddings-provider-unavailable, 1"
    })
    void whatDoesNotPassIsToldWithItsRemedy(int status, String code, int requests) {
        for (int i = 0; i < 9; i++) {
            provider.faults.add(Fault.status(status, "{\"error\": {\"message\": \"no, really\"}}"));
        }
        try (RemoteEmbeddings embeddings = openAi()) {
            assertFails(embeddings, code);
            assertThat(provider.requests).hasSize(requests);
        }
    }

    private static void assertFails(RemoteEmbeddings embeddings, String code) {
        assertThatThrownBy(() -> embeddings.embedPassages(TEXTS)).isInstanceOfSatisfying(AgentException.class, error -> {
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.fact()).endsWith(".").doesNotContain("secret");
            assertThat(error.remedy()).endsWith(".");
        });
    }

    @Test
    void aLongerPauseThanAnybodyWaitsForIsAnError() {
        provider.faults.add(Fault.status(429, "", "Retry-After", "86400"));
        try (RemoteEmbeddings embeddings = openAi()) {
            assertFails(embeddings, "embeddings-rate-limited");
        }
    }

    @Test
    void aSilentProviderIsGivenUp() {
        for (int i = 0; i < 2; i++) {
            provider.faults.add(exchange -> {
                try {
                    Thread.sleep(1500);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        try (RemoteEmbeddings embeddings = openAi("timeout", "200ms", "retries", "1")) {
            assertFails(embeddings, "embeddings-provider-unavailable");
        }
    }

    @Test
    void aProviderThatIsNotThereIsNamed() {
        provider.close();
        try (RemoteEmbeddings embeddings = openAi()) {
            assertFails(embeddings, "embeddings-provider-unavailable");
        }
    }

    @Test
    void tooManyInputsAreHalvedUntilTheyPass() {
        provider.mostInputs = 6;
        try (RemoteEmbeddings embeddings = openAi()) {
            Embedded embedded = embeddings.embedAndCount(TEXTS);
            assertVectors(embedded.vectors(), TEXTS, 8);
            assertThat(embedded.billedTokens()).isEqualTo(60);
        }
        provider.mostInputs = 0;
        try (RemoteEmbeddings embeddings = openAi()) {
            assertFails(embeddings, "embeddings-refused");
        }
    }

    @Test
    void answersThatDoNotFitAreRefused() {
        try (RemoteEmbeddings embeddings = openAi("batch-texts", "10", "concurrency", "1")) {
            provider.faults.add(Fault.status(200, "{\"data\": [{\"index\": 0, \"embedding\": [1, 2]}]}"));
            assertFails(embeddings, "embeddings-unusable");
            provider.dimensions = 8;
            assertThat(embeddings.embedPassages(List.of("a"))).hasSize(1);
        }
        try (RemoteEmbeddings embeddings = openAi("dimensions", "16")) {
            provider.faults.add(Fault.status(200, "{\"data\": [{\"index\": 0, \"embedding\": [\"x\"]}]}"));
            assertFails(embeddings, "embeddings-unusable");
        }
        try (RemoteEmbeddings embeddings = embeddings(EmbeddingProtocol.OLLAMA, "")) {
            provider.faults.add(Fault.status(200, "{\"embeddings\": [[1, 2], [2, 1]]}"));
            assertFails(embeddings, "embeddings-unusable");
        }
    }
}
