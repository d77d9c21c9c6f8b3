package community.likeminds.agent.infrastructure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.storage.StoredDocuments.NewDocument;
import community.likeminds.agent.infrastructure.storage.StoredDocuments.Page;
import community.likeminds.agent.infrastructure.storage.StoredDocuments.Query;
import community.likeminds.agent.infrastructure.storage.StoredDocuments.StoredDocument;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of documents does. */
public abstract class StoredDocumentsContract {

    protected static final TenantId ONE = new TenantId("one");
    protected static final TenantId OTHER = new TenantId("other");

    /** The store, empty at the start of each test. */
    protected abstract StoredDocuments documents();

    protected record Report(String title, long size, BigDecimal share, @Nullable List<String> parts) {}

    protected static Report report(String title) {
        return new Report(title, Long.MAX_VALUE, new BigDecimal("0.12345678901234567890"), List.of("a.b", "$c", "ü \u0000 🦊"));
    }

    @Test
    void aDocumentComesBackAsItWasPut() {
        NewDocument document = new NewDocument("reports/ü 🦊?*", Map.of("project", "p=1", "sdk.name", ""), report("first"));
        long version = documents().put(ONE, "reports", document);
        StoredDocument<Report> stored = documents().get(ONE, "reports", document.id(), Report.class).orElseThrow();
        assertThat(stored.id()).isEqualTo(document.id());
        assertThat(stored.version()).isEqualTo(version).isPositive();
        assertThat(stored.labels()).isEqualTo(document.labels());
        assertThat(stored.body()).isEqualTo(document.body());
        assertThat(stored.changedAt()).isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now().plusSeconds(5));
        assertThat(documents().get(OTHER, "reports", document.id(), Report.class)).isEmpty();
        assertThat(documents().get(ONE, "plans", document.id(), Report.class)).isEmpty();

        assertThat(documents().delete(OTHER, "reports", document.id())).isFalse();
        assertThat(documents().delete(ONE, "reports", document.id())).isTrue();
        assertThat(documents().delete(ONE, "reports", document.id())).isFalse();
        assertThat(documents().get(ONE, "reports", document.id(), Report.class)).isEmpty();
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedIsRefused() {
        long first = documents().put(ONE, "reports", document("r", "first"), 0);
        assertThatThrownBy(() -> documents().put(ONE, "reports", document("r", "again"), 0)).satisfies(error -> code(error, "document-changed"));
        long second = documents().put(ONE, "reports", document("r", "second"), first);
        assertThat(second).isGreaterThan(first);
        assertThatThrownBy(() -> documents().put(ONE, "reports", document("r", "late"), first))
                .satisfies(error -> code(error, "document-changed"));
        assertThat(title("r")).isEqualTo("second");
        documents().delete(ONE, "reports", "r");
        assertThatThrownBy(() -> documents().put(ONE, "reports", document("r", "late"), second))
                .satisfies(error -> code(error, "document-changed"));
        assertThat(documents().put(ONE, "reports", document("r", "anew"), 0)).isGreaterThan(second);
        assertThat(documents().put(ONE, "reports", document("r", "whatever"))).isGreaterThan(second);
        assertThat(title("r")).isEqualTo("whatever");
    }

    @Test
    void ofManyWritersNoneLosesAChange() throws Exception {
        documents().put(ONE, "counts", new NewDocument("c", Map.of("n", "0"), 0));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                writers.add(threads.submit(() -> {
                    for (int round = 0; round < 10; round++) {
                        addOne();
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        StoredDocument<Integer> last = documents().get(ONE, "counts", "c", Integer.class).orElseThrow();
        assertThat(last.body()).isEqualTo(40);
        assertThat(documents().find(ONE, "counts", new Query(Map.of("n", "40"), null, 10), Integer.class).documents()).hasSize(1);
    }

    private void addOne() {
        while (true) {
            StoredDocument<Integer> read = documents().get(ONE, "counts", "c", Integer.class).orElseThrow();
            int next = read.body() + 1;
            try {
                documents().put(ONE, "counts", new NewDocument("c", Map.of("n", Integer.toString(next)), next), read.version());
                return;
            } catch (AgentException faster) {
                assertThat(faster.code()).isEqualTo("document-changed");
            }
        }
    }

    @Test
    void writersWhoDoNotCareDoNotFailEachOther() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                String name = "w" + writer;
                writers.add(threads.submit(() -> {
                    for (int round = 0; round < 10; round++) {
                        documents().put(ONE, "reports", new NewDocument("r" + round % 3, Map.of("by", name), report(name)));
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        for (StoredDocument<Report> one : all(Map.of(), 50)) {
            assertThat(one.labels()).containsEntry("by", one.body().title());
        }
    }

    @Test
    void documentsAreFoundByLabelsInPagesTheLastFirst() {
        for (int i = 0; i < 25; i++) {
            Map<String, String> labels = Map.of("project", "p" + i % 2, "kind", i % 5 == 0 ? "plan" : "Plan");
            documents().put(ONE, "reports", new NewDocument("d" + i, labels, report("t" + i)));
        }
        documents().put(OTHER, "reports", new NewDocument("theirs", Map.of("project", "p0"), report("x")));
        documents().put(ONE, "others", new NewDocument("other", Map.of("project", "p0"), report("x")));
        assertThat(ids(all(Map.of(), 7))).hasSize(25).doesNotHaveDuplicates().startsWith("d24", "d23").endsWith("d1", "d0");
        assertThat(ids(all(Map.of("project", "p0", "kind", "plan"), 2))).containsExactly("d20", "d10", "d0");
        assertThat(all(Map.of("project", "p"), 2)).isEmpty();
        assertThat(all(Map.of("unknown", "p0"), 2)).isEmpty();

        documents().put(ONE, "reports", new NewDocument("d0", Map.of("project", "elsewhere"), report("moved")));
        assertThat(ids(all(Map.of(), 30))).startsWith("d0", "d24");
        assertThat(ids(all(Map.of("kind", "plan"), 2))).containsExactly("d20", "d15", "d10", "d5");
        documents().delete(ONE, "reports", "d20");
        assertThat(ids(all(Map.of("kind", "plan"), 2))).containsExactly("d15", "d10", "d5");
    }

    @Test
    void whatIsBeyondTheLimitsIsRefused() {
        Report body = report("x");
        for (NewDocument wrong : List.of(
                new NewDocument("", Map.of(), body),
                new NewDocument("x".repeat(201), Map.of(), body),
                new NewDocument("a\u0000b", Map.of(), body),
                new NewDocument("r", Map.of("Upper", "x"), body),
                new NewDocument("r", Map.of("a=b", "x"), body),
                new NewDocument("r", Map.of("a", "x".repeat(201)), body),
                new NewDocument("r", Map.of(), "x".repeat(8_000_001)))) {
            assertThatThrownBy(() -> documents().put(ONE, "reports", wrong)).satisfies(error -> code(error, "document-invalid"));
        }
        assertThatThrownBy(() -> documents().put(ONE, "../x", document("r", "x"))).satisfies(error -> code(error, "document-invalid"));
        assertThatThrownBy(() -> documents().find(ONE, "reports", new Query(Map.of(), null, 0), Report.class))
                .satisfies(error -> code(error, "document-invalid"));
        assertThatThrownBy(() -> documents().find(ONE, "reports", new Query(Map.of(), "?", 1), Report.class))
                .satisfies(error -> code(error, "cursor-invalid"));
        documents().put(ONE, "reports", new NewDocument("large", Map.of(), "x".repeat(7_000_000)));
        assertThat(documents().get(ONE, "reports", "large", String.class).orElseThrow().body()).hasSize(7_000_000);
    }

    private List<StoredDocument<Report>> all(Map<String, String> labels, int page) {
        List<StoredDocument<Report>> all = new ArrayList<>();
        String after = null;
        do {
            Page<Report> found = documents().find(ONE, "reports", new Query(labels, after, page), Report.class);
            assertThat(found.documents()).hasSizeLessThanOrEqualTo(page);
            all.addAll(found.documents());
            after = found.next();
        } while (after != null);
        return all;
    }

    private static List<String> ids(List<StoredDocument<Report>> documents) {
        return documents.stream().map(StoredDocument::id).toList();
    }

    private String title(String id) {
        return documents().get(ONE, "reports", id, Report.class).orElseThrow().body().title();
    }

    protected static NewDocument document(String id, String title) {
        return new NewDocument(id, Map.of(), report(title));
    }

    protected static void code(Throwable error, String code) {
        assertThat(error).isInstanceOfSatisfying(AgentException.class, known -> {
            assertThat(known.code()).isEqualTo(code);
            assertThat(known.fact()).endsWith(".");
            assertThat(known.remedy()).endsWith(".");
        });
    }
}
