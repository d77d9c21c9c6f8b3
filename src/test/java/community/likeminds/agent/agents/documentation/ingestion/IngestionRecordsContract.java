package community.likeminds.agent.agents.documentation.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.ingestion.SourceRecords.Known;
import community.likeminds.agent.agents.documentation.ingestion.SourceRecords.KnownPage;
import community.likeminds.agent.infrastructure.storage.StorageContext;
import community.likeminds.agent.infrastructure.storage.TestDatabase;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.DocumentVectors.VectorSet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What an ingestion keeps of sources, pages and vectors on every relational store. */
abstract class IngestionRecordsContract {

    private static final TenantId ONE = new TenantId("one");
    private static final TenantId OTHER = new TenantId("other");
    private static final Instant NOW = Instant.parse("2030-05-04T10:00:00.123456Z");

    private final TestDatabase database;
    private AnnotationConfigApplicationContext context;

    @TempDir
    Path data;

    IngestionRecordsContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        context = StorageContext.start(
                data, database.properties(), beans -> {}, SourceRecords.class, EmbeddingCache.class);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void sourcesAreListedByTheirCharactersNotByALanguage() {
        SourceRecords records = context.getBean(SourceRecords.class);
        List<String> names = List.of("Zebra", "a-b", "a.b", "aB", "ab", "ä", "über/🦊");
        for (String name : names.reversed()) {
            records.restore(ONE, new Known(name, "folder", "/docs/" + name, "1", NOW), List.of());
        }
        records.restore(OTHER, new Known("theirs", "folder", "/x", "1", NOW), List.of());
        assertThat(records.sources(ONE)).extracting(Known::name).containsExactlyElementsOf(names.stream().sorted().toList());
        assertThat(records.source(ONE, "ab")).map(Known::ingestedAt).contains(NOW);
        assertThat(records.source(ONE, "AB")).isEmpty();
        records.deleteSource(ONE, "ab");
        assertThat(records.source(ONE, "ab")).isEmpty();
        assertThat(records.sources(OTHER)).hasSize(1);
    }

    @Test
    void pagesThatAreBeingWrittenAreNotKnownYet() {
        SourceRecords records = context.getBean(SourceRecords.class);
        String longest = "p/" + "x".repeat(1_990) + ".md";
        records.startWriting(ONE, "docs", List.of("a.md", longest));
        assertThat(records.pages(ONE, "docs")).isEmpty();
        assertThat(records.unfinished(ONE, "docs")).containsExactlyInAnyOrder("a.md", longest);
        records.putPages(ONE, "docs", List.of(new KnownPage(longest, "h", 3)));
        assertThat(records.pages(ONE, "docs")).containsOnly(Map.entry(longest, new KnownPage(longest, "h", 3)));
        assertThat(records.unfinished(ONE, "docs")).containsExactly("a.md");
        assertThat(records.pageCount(ONE, "docs")).isEqualTo(1);
        records.deletePages(ONE, "docs", List.of(longest, "unknown"));
        assertThat(records.pageCount(ONE, "docs")).isZero();
    }

    @Test
    void aLongPathWithoutPatternIsAKeyLikeAnyOther() {
        SourceRecords records = context.getBean(SourceRecords.class);
        String path = new Random(11)
                .ints(3_000, 0x4e00, 0x9fa5)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        records.putPages(ONE, "docs", List.of(new KnownPage(path, "h", 1)));
        records.putPages(ONE, "docs", List.of(new KnownPage(path, "i", 2)));
        assertThat(records.pages(ONE, "docs")).containsOnly(Map.entry(path, new KnownPage(path, "i", 2)));
        records.startWriting(ONE, "docs", List.of(path));
        assertThat(records.unfinished(ONE, "docs")).containsExactly(path);
        records.deletePages(ONE, "docs", List.of(path));
        assertThat(records.unfinished(ONE, "docs")).isEmpty();
    }

    @Test
    void vectorsAreKeptByModelAndContent() {
        EmbeddingCache cache = context.getBean(EmbeddingCache.class);
        Map<String, float[]> many = new HashMap<>();
        IntStream.range(0, 1_200).forEach(i -> many.put("h" + i, new float[] {i, -i, Float.MIN_VALUE}));
        cache.put(ONE, new VectorSet("m", many));
        cache.put(ONE, new VectorSet("m", Map.of("h7", new float[] {0})));
        VectorSet found = cache.find(ONE, "m", IntStream.range(0, 1_500).mapToObj(i -> "h" + i).toList());
        assertThat(found.byContentHash()).hasSize(1_200);
        assertThat(found.byContentHash().get("h7")).containsExactly(7, -7, Float.MIN_VALUE);
        assertThat(cache.find(ONE, "n", List.of("h1")).byContentHash()).isEmpty();
        assertThat(cache.find(OTHER, "m", List.of("h1")).byContentHash()).isEmpty();
        cache.clear(ONE);
        assertThat(cache.find(ONE, "m", List.of("h1")).byContentHash()).isEmpty();
    }

    @Test
    void writersOfTheSameVectorsDoNotWaitForEachOtherForEver() throws Exception {
        EmbeddingCache cache = context.getBean(EmbeddingCache.class);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                int seed = writer;
                writers.add(threads.submit(() -> {
                    for (int round = 0; round < 10; round++) {
                        Map<String, float[]> vectors = new HashMap<>();
                        for (int i = 0; i < 100; i++) {
                            vectors.put(Integer.toHexString((i * 31 + seed) % 100) + "-" + round, new float[] {i});
                        }
                        cache.put(ONE, new VectorSet("m", vectors));
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        List<String> all = IntStream.range(0, 1_000).mapToObj(i -> Integer.toHexString(i % 100) + "-" + i / 100).toList();
        assertThat(cache.find(ONE, "m", all).byContentHash()).hasSize(1_000);
    }
}
