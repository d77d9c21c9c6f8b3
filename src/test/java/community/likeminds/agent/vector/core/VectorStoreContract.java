package community.likeminds.agent.vector.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.core.Matches.Match;
import community.likeminds.agent.vector.core.StoreQuery.Filter;
import community.likeminds.agent.vector.core.snapshot.ZipSnapshots;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of entries does. */
public abstract class VectorStoreContract {

    protected static final Space SPACE =
            new Space("notes", 1, Set.of("platform", "language"), Map.of(SearchField.TITLE, 3f));
    protected static final String MODEL = "tiny-4";
    protected static final TenantId TENANT = TenantId.DEFAULT;
    protected static final CollectionId GUIDE = new CollectionId(TENANT, "guide");

    protected VectorStore store;

    /** Stores over the same data each time it is called within a test, as another process would see them. */
    protected abstract VectorStores open() throws Exception;

    @BeforeEach
    void start() throws Exception {
        store = open().of(SPACE);
    }

    @Test
    void givesEntriesBackAsTheyWere() {
        Entry entry = new Entry(
                Map.of(SearchField.TITLE, "Start", SearchField.BODY, "Sign \"in\"\nwith `sign_in`", SearchField.PATH, "a b/ü.md"),
                Map.of("platform", "react"),
                "Start\nSign in",
                "h1",
                "{\"lines\":[1,2]} \u00e9 \ud83d\ude00");
        Entry bare = new Entry(Map.of(), Map.of(), "", "h2", "");
        store.replace(GUIDE, List.of(new Group("a b/ü.md", List.of(entry, bare))), VectorSet.none(MODEL));
        assertThat(store.group(GUIDE, "a b/ü.md"))
                .containsExactly(new StoredEntry(GUIDE, "a b/ü.md", 0, entry), new StoredEntry(GUIDE, "a b/ü.md", 1, bare));
        assertThat(store.group(GUIDE, "unknown")).isEmpty();
        assertThat(search("sign", null)).singleElement().extracting(Match::stored).isEqualTo(new StoredEntry(GUIDE, "a b/ü.md", 0, entry));
    }

    @Test
    void anySourceNameHasACollectionOfItsOwn() {
        List<String> names = List.of("docs", "Docs", "a/b@1.2", "über uns", "x", "docs ", "d".repeat(600));
        for (String name : names) {
            store.replace(new CollectionId(TENANT, name), List.of(group("p", "text of " + name)), VectorSet.none(MODEL));
        }
        assertThat(store.sources(TENANT)).containsExactlyInAnyOrderElementsOf(names);
        assertThat(store.counts(new CollectionId(TENANT, "docs"), MODEL)).isEqualTo(new Counts(1, 0));
        assertThatThrownBy(() -> new CollectionId(TENANT, "a\u0000b")).isInstanceOf(AgentException.class);
    }

    @Test
    void replacesAllAtOnce() {
        store.replace(GUIDE, List.of(group("a", "apple"), group("b", "banana")), VectorSet.none(MODEL));
        store.replaceAll(GUIDE, List.of(group("b", "blueberry"), group("c", "cherry")), vectors("cherry", 1, 0));
        assertThat(store.counts(GUIDE, MODEL)).isEqualTo(new Counts(2, 1));
        assertThat(search("apple banana blueberry cherry", null)).extracting(this::text)
                .containsExactlyInAnyOrder("blueberry", "cherry");
        store.replaceAll(GUIDE, List.of(), VectorSet.none(MODEL));
        assertThat(store.sources(TENANT)).isEmpty();
        assertThat(store.counts(GUIDE, MODEL)).isEqualTo(Counts.NONE);
    }

    @Test
    void aGroupWithoutEntriesIsGone() {
        store.replace(GUIDE, List.of(group("a", "apple"), group("b", "banana")), VectorSet.none(MODEL));
        store.replace(GUIDE, List.of(new Group("a", List.of())), VectorSet.none(MODEL));
        assertThat(search("apple banana", null)).extracting(this::text).containsExactly("banana");
        store.replace(GUIDE, List.of(group("a", "avocado")), VectorSet.none(MODEL));
        assertThat(search("apple avocado", null)).extracting(this::text).containsExactly("avocado");
    }

    @Test
    void aDeletedCollectionCanBeMadeAgain() {
        store.replace(GUIDE, List.of(group("a", "apple")), vectors("apple", 1, 0));
        store.delete(GUIDE);
        assertThat(store.counts(GUIDE, MODEL)).isEqualTo(Counts.NONE);
        store.replace(GUIDE, List.of(group("a", "apple")), VectorSet.none(MODEL));
        assertThat(store.counts(GUIDE, MODEL)).isEqualTo(new Counts(1, 0));
        assertThat(search("zzz", unit(1, 0))).isEmpty();
    }

    @Test
    void filtersByEveryFacet() {
        store.replace(
                GUIDE,
                List.of(new Group("p", List.of(
                        entry("sign in one", Map.of("platform", "react", "language", "java")),
                        entry("sign in two", Map.of("platform", "vue", "language", "java")),
                        entry("sign in three", Map.of("platform", "vue", "language", "kotlin")),
                        entry("sign in four", Map.of("language", "kotlin")),
                        entry("sign in five", Map.of())))),
                new VectorSet(MODEL, Map.of(
                        "h:sign in one", unit(1, 0), "h:sign in two", unit(1, 0), "h:sign in three", unit(1, 0),
                        "h:sign in four", unit(1, 0), "h:sign in five", unit(1, 0))));
        for (float[] vector : new float[][] {null, unit(1, 0)}) {
            assertThat(filtered(vector, Map.of("platform", Set.of("react")))).containsExactlyInAnyOrder("one", "four", "five");
            assertThat(filtered(vector, Map.of("platform", Set.of("vue"), "language", Set.of("kotlin", "swift"))))
                    .containsExactlyInAnyOrder("three", "four", "five");
            assertThat(filtered(vector, Map.of("platform", Set.of("react", "vue"), "language", Set.of("java"))))
                    .containsExactlyInAnyOrder("one", "two", "five");
            assertThat(filtered(vector, Map.of("platform", Set.of()))).hasSize(5);
            assertThat(filtered(vector, Map.of("platform", Set.of("ios")))).containsExactlyInAnyOrder("four", "five");
        }
        assertThat(store.facet(TENANT, Set.of(), "platform")).isEqualTo(Map.of("", 2, "react", 1, "vue", 2));
        assertThat(store.facet(TENANT, Set.of("guide"), "language")).isEqualTo(Map.of("", 1, "java", 2, "kotlin", 2));
        assertThat(store.facet(TENANT, Set.of("other"), "language")).isEmpty();
    }

    private List<String> filtered(float @Nullable [] vector, Map<String, Set<String>> facets) {
        StoreQuery query = new StoreQuery(
                TENANT, "sign", MODEL, vector, new Filter(Set.of(), facets), 10, Ranking.ADAPTIVE);
        return store.search(query).matches().stream()
                .map(this::text)
                .map(text -> text.substring("sign in ".length()))
                .toList();
    }

    @Test
    void filtersBySources() {
        for (String source : List.of("one", "two", "three")) {
            store.replace(new CollectionId(TENANT, source), List.of(group("p", "apple " + source)), vectors("apple " + source, 1, 0));
        }
        for (float[] vector : new float[][] {null, unit(1, 0)}) {
            StoreQuery query = new StoreQuery(
                    TENANT, "apple", MODEL, vector, new Filter(Set.of("one", "three", "none"), Map.of()), 10, Ranking.ADAPTIVE);
            assertThat(store.search(query).matches()).extracting(match -> match.stored().collection().source())
                    .containsExactlyInAnyOrder("one", "three");
        }
        assertThat(search("apple", unit(1, 0))).hasSize(3);
    }

    @Test
    void filtersByHowNamesOfGroupsBegin() {
        for (String path : List.of("api/list.md", "apis/list.md", "web/api/[id]?.md", "web/a\\b.md")) {
            store.replace(GUIDE, List.of(group(path, "apple " + path)), vectors("apple " + path, 1, 0));
        }
        for (float[] vector : new float[][] {null, unit(1, 0)}) {
            assertThat(begin("api", vector)).containsExactlyInAnyOrder("api/list.md", "apis/list.md");
            assertThat(begin("api/", vector)).containsExactly("api/list.md");
            assertThat(begin("*list", vector)).containsExactlyInAnyOrder("api/list.md", "apis/list.md");
            assertThat(begin("web/api/[id]?", vector)).containsExactly("web/api/[id]?.md");
            assertThat(begin("web/a\\b", vector)).containsExactly("web/a\\b.md");
            assertThat(begin("web/a?b", vector)).isEmpty();
            assertThat(begin("list", vector)).isEmpty();
        }
    }

    private List<String> begin(String groups, float @Nullable [] vector) {
        StoreQuery query = new StoreQuery(TENANT, "apple", MODEL, vector, new Filter(Set.of(), Map.of(), groups), 10, Ranking.ADAPTIVE);
        return store.search(query).matches().stream().map(match -> match.stored().group()).toList();
    }

    @Test
    void tenantsDoNotSeeEachOther() {
        TenantId other = new TenantId("other");
        store.replace(GUIDE, List.of(group("a", "apple")), vectors("apple", 1, 0));
        CollectionId theirs = new CollectionId(other, "guide");
        store.replace(theirs, List.of(group("a", "banana")), vectors("banana", 1, 0));
        assertThat(search("apple banana", unit(1, 0))).extracting(this::text).containsExactly("apple");
        assertThat(store.group(theirs, "a")).extracting(stored -> stored.entry().text(SearchField.BODY)).containsExactly("banana");
        store.deleteGroups(theirs, List.of("a"));
        store.delete(theirs);
        assertThat(store.sources(other)).isEmpty();
        assertThat(store.facet(other, Set.of(), "platform")).isEmpty();
        assertThat(search("apple", null)).hasSize(1);
    }

    @Test
    void givesTheVectorsAndCosines() {
        store.replace(GUIDE, List.of(group("a", "apple", "banana"), group("b", "cherry")), vectors("apple", 0.6, 0.8));
        List<Match> found = search("banana", unit(1, 0));
        assertThat(found).hasSize(2);
        for (Match match : found) {
            if (text(match).equals("apple")) {
                assertThat(match.cosine()).isEqualTo(0.6, Offset.offset(1e-5));
                assertThat(match.vector()).containsExactly(unit(0.6, 0.8), Offset.offset(1e-6f));
            } else {
                assertThat(match.cosine()).isNaN();
                assertThat(match.vector()).isNull();
            }
        }
    }

    @Test
    void anEntryHasAtMostOneVector() {
        store.replace(GUIDE, List.of(group("a", "apple")), vectors("apple", 1, 0));
        store.putVectors(GUIDE, new VectorSet("other", Map.of("h:apple", new float[] {0, 1})));
        assertThat(store.counts(GUIDE, "other")).isEqualTo(new Counts(1, 1));
        assertThat(store.counts(GUIDE, MODEL)).isEqualTo(new Counts(1, 0));
        assertThat(store.missing(GUIDE, MODEL)).isEqualTo(Map.of("h:apple", "apple"));
        assertThat(search("zzz", unit(1, 0))).isEmpty();
    }

    @Test
    void refusesVectorsOfAnotherLength() {
        store.replace(GUIDE, List.of(group("a", "apple")), vectors("apple", 1, 0));
        VectorSet wrong = new VectorSet(MODEL, Map.of("h:banana", new float[] {1, 0}));
        assertThatThrownBy(() -> store.replace(GUIDE, List.of(group("b", "banana")), wrong)).satisfies(this::wrongDimension);
        assertThatThrownBy(() -> search("apple", new float[] {1, 0})).satisfies(this::wrongDimension);
        assertThatThrownBy(() -> new VectorSet(MODEL, Map.of("a", new float[2], "b", new float[3]))).satisfies(this::wrongDimension);
        assertThat(store.counts(GUIDE, MODEL)).isEqualTo(new Counts(1, 1));
        store.replace(GUIDE, List.of(group("b", "banana")), VectorSet.none(MODEL));
        assertThat(store.counts(GUIDE, MODEL)).isEqualTo(new Counts(2, 1));
        assertThatThrownBy(() -> store.putVectors(GUIDE, wrong)).satisfies(this::wrongDimension);
    }

    private void wrongDimension(Throwable failure) {
        assertThat(failure).isInstanceOfSatisfying(
                AgentException.class, error -> assertThat(error.code()).isEqualTo("vector-dimension-wrong"));
    }

    @Test
    void holdsMoreThanABatch() {
        List<Entry> entries = new ArrayList<>();
        Map<String, float[]> made = new HashMap<>();
        Random random = new Random(3);
        for (int i = 0; i < 1300; i++) {
            String text = "number" + i + " of many";
            entries.add(entry(text, Map.of()));
            made.put("h:" + text, unit(random.nextGaussian(), random.nextGaussian()));
        }
        store.replace(GUIDE, List.of(new Group("p", entries.subList(0, 700)), new Group("q", entries.subList(700, 1300))), VectorSet.none(MODEL));
        store.putVectors(GUIDE, new VectorSet(MODEL, made));
        assertThat(store.counts(GUIDE, MODEL)).isEqualTo(new Counts(1300, 1300));
        assertThat(text(search("number1234", null).getFirst())).startsWith("number1234 ");
        store.replace(GUIDE, List.of(new Group("p", List.of())), VectorSet.none(MODEL));
        assertThat(store.counts(GUIDE, MODEL)).isEqualTo(new Counts(600, 600));
    }

    @Test
    void readersSeeAGroupAsItWasOrAsItIs() throws Exception {
        VectorStore reader = open().of(SPACE);
        write(0);
        AtomicBoolean done = new AtomicBoolean();
        Callable<Integer> reading = () -> {
            int seen = 0;
            while (!done.get()) {
                List<Match> found = search(reader, "generation", unit(1, 0));
                assertThat(found).hasSize(4);
                Set<String> generations = new HashSet<>();
                found.forEach(match -> generations.add(match.stored().entry().payload()));
                assertThat(generations).hasSize(1);
                assertThat(found).allMatch(match -> match.vector() != null);
                seen++;
            }
            return seen;
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> readers = List.of(pool.submit(reading), pool.submit(reading));
            for (int generation = 1; generation <= 25; generation++) {
                write(generation);
            }
            done.set(true);
            for (Future<Integer> one : readers) {
                assertThat(one.get()).isPositive();
            }
        }
    }

    private void write(int generation) {
        List<Group> groups = new ArrayList<>();
        Map<String, float[]> made = new HashMap<>();
        for (String page : List.of("a", "b")) {
            List<Entry> entries = new ArrayList<>();
            for (String part : List.of("first", "second")) {
                String text = "generation " + page + part + " x" + generation;
                entries.add(new Entry(Map.of(SearchField.BODY, text), Map.of(), text, "h:" + text, "g" + generation));
                made.put("h:" + text, unit(1, 0));
            }
            groups.add(new Group(page, entries));
        }
        store.replace(GUIDE, groups, new VectorSet(MODEL, made));
    }

    @Test
    void aSnapshotBringsEverythingBack(@TempDir Path folder) {
        CollectionId second = new CollectionId(TENANT, "second");
        Entry faceted = new Entry(
                Map.of(SearchField.TITLE, "T", SearchField.BODY, "apple pie"), Map.of("platform", "ios"), "e", "h:pie", "{\"a\":1}");
        store.replace(GUIDE, List.of(new Group("a", List.of(faceted, entry("banana", Map.of())))), new VectorSet(MODEL, Map.of("h:pie", unit(0.6, 0.8))));
        store.replace(second, List.of(group("b", "cherry")), new VectorSet("other", Map.of("h:cherry", new float[] {1, 0})));
        Snapshots snapshots = new ZipSnapshots();
        Path file = folder.resolve("s.zip");
        Counts saved = snapshots.save(
                store, SPACE, new Snapshots.Contents(TENANT, List.of("guide", "second"), Map.of("x.json", "{ü}")), file, Progress.NONE);
        assertThat(saved).isEqualTo(new Counts(3, 2));

        store.replace(GUIDE, List.of(group("a", "other"), group("new", "more")), VectorSet.none(MODEL));
        store.delete(second);
        TenantId tenant = new TenantId("moved");
        try (Snapshots.Opened opened = snapshots.open(SPACE, file, Progress.NONE)) {
            assertThat(opened.sources()).containsExactly("guide", "second");
            assertThat(opened.attachment("x.json")).isEqualTo("{ü}");
            assertThat(opened.attachment("y.json")).isEmpty();
            opened.restore(store, TENANT, "guide");
            opened.restore(store, tenant, "second");
        }
        assertThat(store.group(GUIDE, "a")).extracting(StoredEntry::entry).containsExactly(faceted, entry("banana", Map.of()));
        assertThat(store.group(GUIDE, "new")).isEmpty();
        assertThat(store.counts(GUIDE, MODEL)).isEqualTo(new Counts(2, 1));
        assertThat(store.counts(new CollectionId(tenant, "second"), "other")).isEqualTo(new Counts(1, 1));
        assertThat(search("zzz", unit(0.6, 0.8)).getFirst().vector()).containsExactly(unit(0.6, 0.8), Offset.offset(1e-6f));
        assertThat(store.sources(TENANT)).containsExactly("guide");
    }

    @Test
    void writersTakeTurns() throws Exception {
        VectorStore second = open().of(SPACE);
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            VectorStore writer = i % 2 == 0 ? store : second;
            String page = "p" + i;
            work.add(() -> {
                writer.replace(GUIDE, List.of(group(page, "apple " + page)), vectors("apple " + page, 1, 0));
                return null;
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (Future<Void> one : pool.invokeAll(work)) {
                one.get();
            }
        }
        assertThat(store.counts(GUIDE, MODEL)).isEqualTo(new Counts(12, 12));
        assertThat(second.counts(GUIDE, MODEL)).isEqualTo(new Counts(12, 12));
    }

    @Test
    void explanationsAddUpToTheScore() {
        store.replace(
                GUIDE,
                List.of(group("a", "apple pie is baked", "apple juice"), group("b", "banana bread is baked"), group("c", "apple pie is baked")),
                vectors("apple pie is baked", 1, 0));
        for (float[] vector : new float[][] {null, unit(1, 1)}) {
            for (Ranking ranking : Ranking.values()) {
                StoreQuery query = new StoreQuery(TENANT, "how is apple pie baked", MODEL, vector, Filter.ALL, 10, ranking, true, false);
                List<Match> matches = store.search(query).matches();
                if (vector == null && ranking == Ranking.VECTORS) {
                    assertThat(matches).isEmpty();
                    continue;
                }
                assertThat(matches).isNotEmpty().allSatisfy(match -> {
                    Explanation explanation = Objects.requireNonNull(match.explanation());
                    double sum = explanation.parts().stream().mapToDouble(Explanation.Part::value).sum();
                    assertThat(sum).isCloseTo(match.score(), within(1e-9));
                    double terms = explanation.terms().stream().mapToDouble(Explanation.Term::score).sum();
                    assertThat(terms).isCloseTo(match.words(), within(1e-4)).isEqualTo(explanation.words(), within(1e-4));
                    assertThat(explanation.reasons()).isNotEmpty();
                    assertThat(explanation.terms()).allSatisfy(term -> assertThat(term.fields()).isNotEmpty());
                });
                Explanation best = Objects.requireNonNull(matches.getFirst().explanation());
                assertThat(best.folded()).hasSize(1).allMatch(folded -> folded.matches("guide/[ac]#0"));
            }
        }
        StoreQuery plain = new StoreQuery(TENANT, "apple", MODEL, null, Filter.ALL, 10, Ranking.ADAPTIVE);
        assertThat(store.search(plain).matches()).allSatisfy(match -> assertThat(match.explanation()).isNull());
    }

    protected final List<Match> search(String text, float @Nullable [] vector) {
        return search(store, text, vector);
    }

    protected static List<Match> search(VectorStore store, String text, float @Nullable [] vector) {
        return store.search(new StoreQuery(TENANT, text, MODEL, vector, Filter.ALL, 10, Ranking.ADAPTIVE)).matches();
    }

    protected final String text(Match match) {
        return match.stored().entry().text(SearchField.BODY);
    }

    protected static Group group(String name, String... texts) {
        List<Entry> entries = new ArrayList<>();
        for (String text : texts) {
            entries.add(entry(text, Map.of()));
        }
        return new Group(name, entries);
    }

    protected static Entry entry(String text, Map<String, String> facets) {
        return new Entry(Map.of(SearchField.BODY, text), facets, text, "h:" + text, "");
    }

    protected static VectorSet vectors(String text, double x, double y) {
        return new VectorSet(MODEL, Map.of("h:" + text, unit(x, y)));
    }

    protected static float[] unit(double x, double y) {
        double length = Math.sqrt(x * x + y * y);
        return new float[] {(float) (x / length), (float) (y / length), 0, 0};
    }
}
