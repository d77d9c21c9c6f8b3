package community.likeminds.agent.agents.documentation.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.IngestionJob;
import community.likeminds.agent.agents.documentation.IngestionJob.Failure;
import community.likeminds.agent.agents.documentation.IngestionJob.State;
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

/** What an ingestion keeps of sources, pages, jobs and vectors on every relational store. */
abstract class IngestionRecordsContract {

    private static final TenantId ONE = new TenantId("one");
    private static final TenantId OTHER = new TenantId("other");
    private static final Instant NOW = Instant.parse("2030-05-04T10:00:00.123456Z");
    private static final JobOwner OWNER = new JobOwner("here", 7, 1_000);

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
                data, database.properties(), beans -> {}, SourceRecords.class, JobRecords.class, EmbeddingCache.class);
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
    void aJobGoesItsWayOnce() {
        JobRecords records = context.getBean(JobRecords.class);
        records.add(ONE, job("j", NOW), true);
        assertThat(records.begin(ONE, "j", NOW)).isTrue();
        assertThat(records.begin(ONE, "j", NOW)).isFalse();
        assertThat(records.begin(OTHER, "j", NOW)).isFalse();
        records.named(ONE, "j", "docs");
        assertThat(records.beat(ONE, "j", "Embedding", 3, 9, NOW.plusSeconds(1))).isFalse();
        assertThat(records.cancel(ONE, "j")).isTrue();
        assertThat(records.beat(ONE, "j", "Embedding", 4, 9, NOW.plusSeconds(2))).isTrue();
        Failure failure = new Failure("x".repeat(50), "y".repeat(3_999) + "🦊 and more", "z".repeat(9_000));
        records.end(ONE, "j", State.CANCELLED, failure, null, NOW.plusSeconds(3));
        records.end(ONE, "j", State.DONE, null, null, NOW.plusSeconds(4));
        IngestionJob ended = records.find(ONE, "j").orElseThrow();
        assertThat(ended.state()).isEqualTo(State.CANCELLED);
        assertThat(ended.endedAt()).isEqualTo(NOW.plusSeconds(3));
        assertThat(ended.createdAt()).isEqualTo(NOW);
        assertThat(ended.failure()).isEqualTo(new Failure("x".repeat(50), "y".repeat(3_999), "z".repeat(4_000)));
        assertThat(ended.done()).isEqualTo(4);
        assertThat(records.cancel(ONE, "j")).isFalse();
        assertThat(records.left()).isEmpty();
    }

    @Test
    void oneOfManyTakesOverAJobThatWasLeft() throws Exception {
        JobRecords records = context.getBean(JobRecords.class);
        records.add(ONE, job("left", NOW), true);
        records.add(ONE, job("foreground", NOW), false);
        assertThat(records.left()).extracting(left -> left.job().id()).containsExactly("left");
        IngestionJob job = records.find(ONE, "left").orElseThrow();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> tries = new ArrayList<>();
            for (int process = 0; process < 4; process++) {
                JobOwner owner = new JobOwner("other", process, 1);
                tries.add(threads.submit(() -> records.takeOver(ONE, job, owner, 5, NOW)));
            }
            int taken = 0;
            for (Future<Boolean> one : tries) {
                taken += one.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
        assertThat(records.cancelQueued(ONE, "left", NOW)).isTrue();
    }

    @Test
    void jobsThatWaitAreNotLeftAlone() {
        JobRecords records = context.getBean(JobRecords.class);
        records.add(ONE, job("waits", NOW), true);
        records.add(OTHER, job("waits-too", NOW), true);
        records.add(ONE, job("runs", NOW), true);
        records.begin(ONE, "runs", NOW);
        records.beatQueued(new JobOwner("elsewhere", 7, 1_000), NOW.plusSeconds(100));
        assertThat(records.find(ONE, "waits").orElseThrow().heartbeatAt()).isEqualTo(NOW);
        records.beatQueued(OWNER, NOW.plusSeconds(200));
        assertThat(records.find(ONE, "waits").orElseThrow().heartbeatAt()).isEqualTo(NOW.plusSeconds(200));
        assertThat(records.find(OTHER, "waits-too").orElseThrow().heartbeatAt()).isEqualTo(NOW.plusSeconds(200));
        assertThat(records.find(ONE, "runs").orElseThrow().heartbeatAt()).isEqualTo(NOW);
    }

    @Test
    void anInterruptedJobThatWouldBeTakenUpAgainCanBeCancelled() {
        JobRecords records = context.getBean(JobRecords.class);
        records.add(ONE, job("background", NOW), true);
        records.add(ONE, job("foreground", NOW), false);
        for (String id : List.of("background", "foreground")) {
            records.begin(ONE, id, NOW);
            records.end(ONE, id, State.INTERRUPTED, new Failure("interrupted", "x", "y"), null, NOW);
        }
        assertThat(records.left()).extracting(left -> left.job().id()).containsExactly("background");
        assertThat(records.cancelQueued(ONE, "background", NOW)).isTrue();
        assertThat(records.cancelQueued(ONE, "foreground", NOW)).isFalse();
        assertThat(records.left()).isEmpty();
        assertThat(records.find(ONE, "background").orElseThrow().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void onlyWhatBeganCountsAsAnAttempt() {
        JobRecords records = context.getBean(JobRecords.class);
        records.add(ONE, job("j", NOW), true);
        JobOwner owner = OWNER;
        for (int restart = 0; restart < 8; restart++) {
            owner = new JobOwner("restarted", restart, 1);
            assertThat(records.takeOver(ONE, records.find(ONE, "j").orElseThrow(), owner, 2, NOW)).isTrue();
        }
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(records.takeOver(ONE, records.find(ONE, "j").orElseThrow(), owner, 2, NOW)).isTrue();
            assertThat(records.begin(ONE, "j", NOW)).isTrue();
        }
        assertThat(records.takeOver(ONE, records.find(ONE, "j").orElseThrow(), owner, 2, NOW)).isFalse();
    }

    @Test
    void onlyTheLatestJobsAreKept() {
        JobRecords records = context.getBean(JobRecords.class);
        for (int i = 0; i < 110; i++) {
            records.add(ONE, job("j" + i, NOW.plusSeconds(i)), true);
            records.end(ONE, "j" + i, State.DONE, null, null, NOW.plusSeconds(i));
        }
        assertThat(records.list(ONE)).hasSize(100).first().extracting(IngestionJob::id).isEqualTo("j109");
        assertThat(records.find(ONE, "j3")).isEmpty();
        records.deleteAll(ONE);
        assertThat(records.list(ONE)).isEmpty();
    }

    private static IngestionJob job(String id, Instant created) {
        return new IngestionJob(id, "", "./docs", State.QUEUED, "", 0, 0, created, created, null, OWNER.toString(), null, null);
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
