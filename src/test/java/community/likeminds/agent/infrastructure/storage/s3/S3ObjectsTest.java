package community.likeminds.agent.infrastructure.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.storage.StoreHealth;
import community.likeminds.agent.infrastructure.storage.StoredObjects;
import community.likeminds.agent.infrastructure.storage.StoredObjects.NewObject;
import community.likeminds.agent.infrastructure.storage.StoredObjectsContract;
import community.likeminds.agent.services.RealS3;
import community.likeminds.agent.services.RealService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.s3.S3Client;

@ExtendWith(RealS3.class)
class S3ObjectsTest extends StoredObjectsContract {

    private static final int PART = 5 * 1024 * 1024;

    private final RealService server;
    private final S3Settings settings;
    private S3Objects objects;

    S3ObjectsTest(RealService server) {
        this.server = server;
        this.settings = settings(server.user(), "bucket-" + UUID.randomUUID());
    }

    private S3Settings settings(String secret, String bucket) {
        return new S3Settings(
                server.url().toString(), "us-east-1", bucket, "installation", server.user(), secret, PART, LARGEST, Duration.ofSeconds(2),
                Duration.ofSeconds(20));
    }

    @BeforeEach
    void start() {
        try (S3Client client = S3Clients.client(settings)) {
            client.createBucket(request -> request.bucket(settings.bucket()));
        }
        objects = new S3Objects(settings);
        objects.check();
    }

    @AfterEach
    void stop() {
        objects.close();
    }

    @Override
    protected StoredObjects objects() {
        return objects;
    }

    /** Unlike S3 itself, the server of the tests writes the content and then the metadata. */
    @Override
    protected boolean replacesAtOnce() {
        return false;
    }

    @Test
    void whatCannotBeUsedIsSaidInASentence() {
        try (S3Objects wrong = new S3Objects(settings("wrong", settings.bucket()))) {
            assertThatThrownBy(wrong::check).satisfies(error -> code(error, "s3-forbidden"));
        }
        try (S3Objects wrong = new S3Objects(settings(server.user(), "nowhere"))) {
            assertThatThrownBy(wrong::check).satisfies(error -> code(error, "s3-bucket-unknown"));
        }
    }

    @Test
    void anUploadThatFailsLeavesNoParts() throws IOException {
        put(ONE, "k", "before");
        S3Settings tooSlow = new S3Settings(
                settings.url(), settings.region(), settings.bucket(), settings.prefix(), settings.accessKey(), settings.secretKey(),
                // Smaller than what the server takes as a part.
                1024, LARGEST, settings.connectLimit(), settings.requestLimit());
        try (S3Objects wrong = new S3Objects(tooSlow); S3Client client = S3Clients.client(settings)) {
            assertThatThrownBy(() -> wrong.put(ONE, "k", new ByteArrayInputStream(new byte[3_000]), NewObject.of("text/plain")))
                    .satisfies(error -> code(error, "s3-failed"));
            assertThat(client.listMultipartUploads(request -> request.bucket(settings.bucket())).uploads()).isEmpty();
        }
        assertThat(text(ONE, "k")).isEqualTo("before");
    }

    @Test
    void aServerThatWasAwayIsUsedAgain() throws IOException {
        put(ONE, "k", "before");
        StoreHealth health = new S3Configuration().objectsHealth(objects);
        assertThat(health.check()).isEqualTo(new StoreHealth.State("objects", "s3", true, true, ""));
        server.stop();
        try {
            assertThat(health.check().missing()).contains("No S3 server answers", "likeminds.storage.s3.url");
            assertThatThrownBy(() -> put(ONE, "k", "during")).satisfies(error -> code(error, "s3-unreachable"));
            assertThatThrownBy(() -> objects.find(ONE, "k")).satisfies(error -> code(error, "s3-unreachable"));
        } finally {
            server.startAgain();
        }
        assertThat(text(ONE, "k")).isEqualTo("before");
        put(ONE, "k", "after");
        assertThat(text(ONE, "k")).isEqualTo("after");
    }
}
