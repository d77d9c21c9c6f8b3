package community.likeminds.agent.infrastructure.storage.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.storage.StoreHealth;
import community.likeminds.agent.infrastructure.storage.StoredDocuments;
import community.likeminds.agent.infrastructure.storage.StoredDocumentsContract;
import community.likeminds.agent.shared.TenantStore;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a server that speaks MongoDB's protocol in this process: without transactions and text search, which are not used. */
class MongoDocumentsTest extends StoredDocumentsContract {

    private MongoServer server;
    private MongoSettings settings;
    private MongoDocuments documents;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        InetSocketAddress address = server.bind();
        settings = new MongoSettings(
                "mongodb://127.0.0.1:" + address.getPort(), "test", Duration.ofMillis(700), Duration.ofSeconds(20));
        documents = new MongoDocuments(settings);
        documents.prepare();
    }

    @AfterEach
    void stop() {
        documents.close();
        server.shutdownNow();
    }

    @Override
    protected StoredDocuments documents() {
        return documents;
    }

    @Test
    void aServerThatIsAwayIsSaidAndUsedAgainWhenItIsBack() {
        InetSocketAddress address = server.getLocalAddress();
        documents.put(ONE, "reports", document("r", "before"));
        StoreHealth health = new MongoConfiguration().documentsHealth(documents);
        assertThat(health.check().ready()).isTrue();
        server.shutdownNow();
        assertThat(health.check().missing()).contains("No MongoDB server answers at", "likeminds.storage.mongodb.url");
        assertThatThrownBy(() -> documents.put(ONE, "reports", document("r", "during"))).satisfies(error -> code(error, "mongodb-unreachable"));
        assertThatThrownBy(() -> documents.get(ONE, "reports", "r", Report.class)).satisfies(error -> code(error, "mongodb-unreachable"));
        server = new MongoServer(new MemoryBackend());
        server.bind(address);
        documents.prepare();
        documents.put(ONE, "reports", document("r", "after"));
        assertThat(documents.get(ONE, "reports", "r", Report.class)).isPresent();
    }

    @Test
    void aTenantIsForgottenAndNobodyElse() {
        TenantStore store = new MongoConfiguration().tenantDocuments(documents);
        documents.put(ONE, "reports", document("a", "one"));
        documents.put(ONE, "reports", document("b", "one"));
        documents.put(ONE, "plans", document("a", "one"));
        documents.put(OTHER, "reports", document("a", "other"));
        assertThat(store.forget(ONE)).isEqualTo(3);
        assertThat(documents.get(ONE, "reports", "a", Report.class)).isEmpty();
        assertThat(documents.get(ONE, "plans", "a", Report.class)).isEmpty();
        assertThat(documents.get(OTHER, "reports", "a", Report.class)).isPresent();
        assertThat(store.forget(ONE)).isZero();
    }

    @Test
    void whoWaitsForAServerCanBeInterrupted() {
        server.shutdownNow();
        assertThatThrownBy(() -> documents.put(ONE, "reports", document("r", "away"))).satisfies(error -> code(error, "mongodb-unreachable"));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> documents.put(ONE, "reports", document("r", "away"))).satisfies(error -> code(error, "interrupted"));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void credentialsAreNotShown() {
        assertThat(new MongoSettings("mongodb://me:s3cret@one:1,two:2/db?x=y", "d", Duration.ofSeconds(1), Duration.ofSeconds(1)).shown())
                .isEqualTo("one:1,two:2");
        assertThatThrownBy(() -> new MongoDocuments(
                        new MongoSettings("http://me:s3cret@one", "d", Duration.ofSeconds(1), Duration.ofSeconds(1))))
                .satisfies(error -> {
                    code(error, "mongodb-url-invalid");
                    assertThat(error.getMessage()).doesNotContain("s3cret");
                });
    }
}
