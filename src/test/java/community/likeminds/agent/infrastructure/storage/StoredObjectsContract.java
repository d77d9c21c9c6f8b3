package community.likeminds.agent.infrastructure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.storage.StoredObjects.Listed;
import community.likeminds.agent.infrastructure.storage.StoredObjects.NewObject;
import community.likeminds.agent.infrastructure.storage.StoredObjects.StoredObject;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every store of objects does. */
public abstract class StoredObjectsContract {

    /** Most bytes of one object in the stores of this contract; several parts where objects are sent in parts. */
    protected static final long LARGEST = 12_000_000;

    protected static final TenantId ONE = new TenantId("one");
    protected static final TenantId OTHER = new TenantId("other");
    private static final NewObject TEXT = NewObject.of("text/markdown");

    /** The store, empty at the start of each test. */
    protected abstract StoredObjects objects();

    @Test
    void whatWasPutIsReadFoundAndForgotten() throws Exception {
        StoredObject put = put(ONE, "reports/a b/Über 🦊.txt", "hello");
        assertThat(put.size()).isEqualTo(5);
        assertThat(put.contentType()).isEqualTo("text/markdown");
        assertThat(put.sha256()).isEqualTo(sha256("hello".getBytes(StandardCharsets.UTF_8)));
        assertThat(objects().find(ONE, put.key())).contains(put);
        assertThat(text(ONE, put.key())).isEqualTo("hello");

        put(ONE, put.key(), "other");
        assertThat(text(ONE, put.key())).isEqualTo("other");

        objects().delete(ONE, put.key());
        objects().delete(ONE, put.key());
        assertThat(objects().find(ONE, put.key())).isEmpty();
        assertThatThrownBy(() -> objects().read(ONE, put.key())).satisfies(error -> code(error, "object-unknown"));
        assertThatThrownBy(() -> objects().read(ONE, put.key(), 0, 1)).satisfies(error -> code(error, "object-unknown"));
    }

    @Test
    void aTenantReachesItsOwnOnly() throws Exception {
        put(ONE, "k", "mine");
        put(OTHER, "k", "theirs");
        objects().delete(OTHER, "k");
        assertThat(text(ONE, "k")).isEqualTo("mine");
        assertThat(objects().list(OTHER, "", "", 10)).isEmpty();
    }

    @Test
    void keysThatLeadElsewhereAreRefused() {
        for (String key : List.of("", "/", "a/", "/a", "a//b", ".", "..", "../other/k", "a/../../x", "a\\..\\b", "a\u0000b", "a\nb", "\ud83d",
                "x".repeat(701), "ü".repeat(351))) {
            assertThatThrownBy(() -> put(ONE, key, "x")).describedAs(key).satisfies(error -> code(error, "object-key-invalid"));
            assertThatThrownBy(() -> objects().find(ONE, key)).describedAs(key).satisfies(error -> code(error, "object-key-invalid"));
            assertThatThrownBy(() -> objects().delete(ONE, key)).describedAs(key).satisfies(error -> code(error, "object-key-invalid"));
        }
        assertThatThrownBy(() -> objects().list(ONE, "../other/", "", 10)).satisfies(error -> code(error, "object-key-invalid"));
    }

    @Test
    void aPartIsReadWithoutTheRest() throws Exception {
        byte[] content = bytes(100_000, 3);
        objects().put(ONE, "part", new ByteArrayInputStream(content), TEXT);
        assertThat(part(0, 10)).containsExactly(java.util.Arrays.copyOfRange(content, 0, 10));
        assertThat(part(99_990, 10)).containsExactly(java.util.Arrays.copyOfRange(content, 99_990, 100_000));
        assertThat(part(50_000, Long.MAX_VALUE)).hasSize(50_000);
        assertThat(part(100_000, 1)).isEmpty();
        assertThatThrownBy(() -> part(-1, 1)).satisfies(error -> code(error, "range-invalid"));
        assertThatThrownBy(() -> part(0, 0)).satisfies(error -> code(error, "range-invalid"));
    }

    @Test
    void emptyAndLargeContentArriveWhole() throws Exception {
        for (int size : new int[] {0, 1, 5_242_880, 5_242_881, 11_000_000}) {
            byte[] content = bytes(size, size);
            StoredObject put = objects().put(ONE, "c" + size, new ByteArrayInputStream(content), TEXT);
            assertThat(put.size()).isEqualTo(size);
            assertThat(put.sha256()).isEqualTo(sha256(content));
            try (InputStream in = objects().read(ONE, "c" + size)) {
                assertThat(sha256(in.readAllBytes())).isEqualTo(put.sha256());
            }
        }
    }

    @Test
    void whatIsTooLargeDamagedOrBreaksOffChangesNothing() throws Exception {
        put(ONE, "k", "before");
        assertThatThrownBy(() -> objects().put(ONE, "k", new ByteArrayInputStream(new byte[(int) LARGEST + 1]), TEXT))
                .satisfies(error -> code(error, "object-too-large"));
        NewObject other = new NewObject("text/plain", sha256(new byte[] {1}));
        assertThatThrownBy(() -> objects().put(ONE, "k", new ByteArrayInputStream(new byte[] {2}), other))
                .satisfies(error -> code(error, "object-damaged"));
        assertThatThrownBy(() -> objects().put(ONE, "k", new BreaksOff(6_000_000), TEXT)).isInstanceOf(AgentException.class);
        assertThat(text(ONE, "k")).isEqualTo("before");
        assertThat(objects().list(ONE, "", "", 10)).containsExactly(new Listed("k", 6));
    }

    @Test
    void keysAreListedInOrderAndInPages() throws Exception {
        List<String> keys = List.of("A/1", "a/1", "a/10", "a/2", "a/b/c", "ab", "b", "ü/x", "x".repeat(250) + "/y");
        for (String key : keys) {
            put(ONE, key, key);
        }
        put(OTHER, "a/theirs", "x");
        List<String> sorted = keys.stream().sorted().toList();
        assertThat(keys(objects().list(ONE, "", "", 100))).containsExactlyElementsOf(sorted);
        assertThat(keys(objects().list(ONE, "a/", "", 100))).containsExactly("a/1", "a/10", "a/2", "a/b/c");
        assertThat(keys(objects().list(ONE, "a/1", "", 100))).containsExactly("a/1", "a/10");
        assertThat(keys(objects().list(ONE, "none/", "", 100))).isEmpty();
        List<String> paged = new ArrayList<>();
        String after = "";
        while (true) {
            List<String> page = keys(objects().list(ONE, "", after, 2));
            if (page.isEmpty()) {
                break;
            }
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            paged.addAll(page);
            after = page.getLast();
        }
        assertThat(paged).containsExactlyElementsOf(sorted);
        assertThatThrownBy(() -> objects().list(ONE, "", "", 0)).satisfies(error -> code(error, "page-invalid"));
    }

    @Test
    void readersSeeTheOneOrTheOtherNeverAMixture() throws Exception {
        byte[] first = bytes(300_000, 1);
        byte[] second = bytes(200_000, 2);
        objects().put(ONE, "k", new ByteArrayInputStream(first), TEXT);
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 20; i++) {
                objects().put(ONE, "k", new ByteArrayInputStream(i % 2 == 0 ? second : first), TEXT);
            }
        });
        try {
            while (writer.isAlive()) {
                try (InputStream in = objects().read(ONE, "k")) {
                    assertThat(in.readAllBytes().length).isIn(first.length, second.length);
                } catch (IOException noticed) {
                    assertThat(replacesAtOnce()).describedAs(noticed.getMessage()).isFalse();
                }
            }
        } finally {
            writer.join();
        }
    }

    /** Whether the server of the test replaces content and facts of an object in one step; if not, a mixture has to be noticed at least. */
    protected boolean replacesAtOnce() {
        return true;
    }

    @Test
    void aLinkLetsAnybodyReadForATime() throws Exception {
        put(ONE, "shared/ü.txt", "hello");
        Optional<URI> link = objects().link(ONE, "shared/ü.txt", Duration.ofMinutes(5));
        if (link.isPresent()) {
            try (HttpClient http = HttpClient.newHttpClient()) {
                assertThat(get(http, link.get().toString()).body()).isEqualTo("hello");
                assertThat(get(http, link.get().toString().replace("shared", "Shared")).statusCode()).isEqualTo(403);
            }
        }
        assertThatThrownBy(() -> objects().link(ONE, "k", Duration.ofDays(8))).satisfies(error -> code(error, "link-invalid"));
    }

    private static HttpResponse<String> get(HttpClient http, String address) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    protected final StoredObject put(TenantId tenant, String key, String text) {
        return objects().put(tenant, key, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), TEXT);
    }

    protected final String text(TenantId tenant, String key) throws IOException {
        try (InputStream in = objects().read(tenant, key)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private byte[] part(long from, long length) throws IOException {
        try (InputStream in = objects().read(ONE, "part", from, length)) {
            return in.readAllBytes();
        }
    }

    private static List<String> keys(List<Listed> listed) {
        return listed.stream().map(Listed::key).toList();
    }

    private static byte[] bytes(int size, int seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    protected static void code(Throwable error, String code) {
        assertThat(error).isInstanceOfSatisfying(AgentException.class, known -> {
            assertThat(known.code()).isEqualTo(code);
            assertThat(known.fact()).endsWith(".");
            assertThat(known.remedy()).endsWith(".");
        });
    }

    /** Content whose sender goes away. */
    private static final class BreaksOff extends InputStream {
        private int left;

        BreaksOff(int bytes) {
            left = bytes;
        }

        @Override
        public int read() throws IOException {
            if (left-- == 0) {
                throw new IOException("gone");
            }
            return 7;
        }
    }
}
