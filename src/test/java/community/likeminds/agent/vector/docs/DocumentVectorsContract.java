package community.likeminds.agent.vector.docs;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.PageFacts;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.DocumentVectors.Counts;
import community.likeminds.agent.vector.docs.DocumentVectors.PageChunks;
import community.likeminds.agent.vector.docs.DocumentVectors.VectorSet;
import community.likeminds.agent.vector.docs.VectorQuery.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of documentation passages does. */
public abstract class DocumentVectorsContract {

    private static final String MODEL = "tiny-4";
    private static final TenantId TENANT = TenantId.DEFAULT;

    private DocumentVectors vectors;

    /** A store over the same data each time it is called within a test. */
    protected abstract DocumentVectors open() throws Exception;

    @BeforeEach
    void start() throws Exception {
        vectors = open();
    }

    @Test
    void findsByWordsBeforeThereAreVectors() {
        replace("guide", page("start.md", "", "Install the package with npm", "Sign a user in"));
        assertThat(pages(search("how do I install it?", null))).containsExactly("start.md");
        assertThat(vectors.counts(TENANT, "guide", MODEL)).isEqualTo(new Counts(2, 0));
        assertThat(vectors.missing(TENANT, "guide", MODEL)).hasSize(2).containsEntry("hash:Sign a user in", "Sign a user in");
    }

    @Test
    void findsByMeaningOnceThereAreVectors() {
        replace("guide", page("start.md", "", "Install the package"), page("theme.md", "", "Colours of the screen"));
        vectors.putVectors(
                TENANT,
                "guide",
                new VectorSet(
                        MODEL,
                        Map.of(
                                "hash:Install the package", new float[] {1, 0, 0, 0},
                                "hash:Colours of the screen", new float[] {0, 1, 0, 0},
                                "hash:nowhere", new float[] {0, 0, 0, 1})));
        assertThat(vectors.counts(TENANT, "guide", MODEL)).isEqualTo(new Counts(2, 2));
        assertThat(vectors.missing(TENANT, "guide", MODEL)).isEmpty();
        assertThat(vectors.missing(TENANT, "guide", "other-model")).hasSize(2);
        Found found = search("zzz", new float[] {0.6f, 0.8f, 0, 0});
        assertThat(pages(found)).first().isEqualTo("theme.md");
        assertThat(found.passages().getFirst().cosine()).isEqualTo(0.8, Offset.offset(1e-6));
        assertThat(found.unknownWords()).containsExactly("zzz");
    }

    @Test
    void keepsKnownVectorsWhenPagesAreReplaced() {
        VectorSet known = new VectorSet(MODEL, Map.of("hash:one", new float[] {1, 0, 0, 0}));
        vectors.replace(TENANT, "guide", List.of(page("a.md", "", "one", "two")), known);
        assertThat(vectors.counts(TENANT, "guide", MODEL)).isEqualTo(new Counts(2, 1));
        vectors.replace(TENANT, "guide", List.of(page("a.md", "", "one", "three", "four")), known);
        assertThat(vectors.counts(TENANT, "guide", MODEL)).isEqualTo(new Counts(3, 1));
        assertThat(pages(search("two", null))).isEmpty();
    }

    @Test
    void forgetsPagesAndSources() {
        replace("one", page("a.md", "", "apple"), page("b.md", "", "banana"));
        replace("two", page("a.md", "", "apple"));
        vectors.deletePages(TENANT, "one", List.of("a.md", "unknown.md"));
        assertThat(vectors.counts(TENANT, "one", MODEL).chunks()).isEqualTo(1);
        assertThat(search("apple", null).passages()).singleElement().extracting(hit -> hit.chunk().source()).isEqualTo("two");
        vectors.deleteSource(TENANT, "one");
        vectors.deleteSource(TENANT, "unknown");
        assertThat(vectors.counts(TENANT, "one", MODEL).chunks()).isZero();
        assertThat(vectors.counts(TENANT, "two", MODEL).chunks()).isEqualTo(1);
    }

    @Test
    void tenantsDoNotSeeEachOther() {
        replace("guide", page("a.md", "", "apple"));
        TenantId other = new TenantId("other");
        assertThat(vectors.search(query(other, "apple", null, "", "", 10)).passages()).isEmpty();
        assertThat(vectors.counts(other, "guide", MODEL).chunks()).isZero();
        vectors.deleteSource(other, "guide");
        assertThat(search("apple", null).passages()).hasSize(1);
    }

    @Test
    void filtersBySourceAndPlatform() {
        replace(
                "guide",
                page("react.md", "react", "sign in with a hook, then more"),
                page("native.md", "react-native", "sign in on the phone and so on"),
                page("all.md", "", "sign in explained for everybody here"));
        replace("other", page("x.md", "react", "sign in elsewhere at length"));
        assertThat(pages(vectors.search(query(TENANT, "sign in", null, "guide", "react", 10))))
                .containsExactlyInAnyOrder("react.md", "all.md");
        assertThat(pages(vectors.search(query(TENANT, "sign in", null, "other", "", 10)))).containsExactly("x.md");
        assertThat(vectors.platforms(TENANT, "guide")).containsOnly(
                Map.entry("", 1), Map.entry("react", 1), Map.entry("react-native", 1));
        assertThat(vectors.platforms(TENANT, "")).containsEntry("react", 2);
    }

    @Test
    void givesChunksBackAsTheyWere() {
        Chunk chunk = new Chunk(
                "guide",
                "a/b.md",
                "Title of it",
                List.of("Outer", "Inner"),
                "ios",
                new LineRange(7, 19),
                "Text with `code`\n\nand lines",
                "Outer > Inner\nText",
                "hash:x",
                new PageFacts("/a/b", PageFacts.Kind.GUIDE, "feed", "2", "typescript"));
        vectors.replace(TENANT, "guide", List.of(new PageChunks("a/b.md", List.of(chunk))), VectorSet.none(MODEL));
        vectors.putVectors(TENANT, "guide", new VectorSet(MODEL, Map.of("hash:x", new float[] {0, 0, 1, 0})));
        assertThat(search("code", null).passages()).singleElement().extracting(Found.Passage::chunk).isEqualTo(chunk);
    }

    @Test
    void findsIdentifiersHoweverTheyAreWritten() {
        replace(
                "guide",
                page("a.md", "", "Call `ChatClient.initSession()` first, then wait for the answer"),
                page("b.md", "", "Set build.gradle and `max_retry_count` before anything else happens"));
        for (String question : List.of("initSession", "init session", "ChatClient.initSession", "chat client", "INITSESSION")) {
            assertThat(pages(search(question, null))).describedAs(question).containsExactly("a.md");
        }
        for (String question : List.of("build.gradle", "max_retry_count", "maxRetryCount retry", "retry counts")) {
            assertThat(pages(search(question, null))).describedAs(question).containsExactly("b.md");
        }
    }

    @Test
    void foldsPassagesThatSayTheSame() {
        String text = "Add the provider around your application and pass it the key of your project";
        replace("guide", page("react.md", "react", text), page("vue.md", "vue", text), page("c.md", "", "Provider of news"));
        assertThat(pages(search("provider key", null))).hasSize(2).contains("c.md");
    }

    @Test
    void scoresAreBetweenZeroAndOneAndFall() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Map<String, float[]> made = new HashMap<>();
        List<PageChunks> pages = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String text = "word" + random.nextInt(9) + " term" + random.nextInt(9) + " number" + i;
            pages.add(page("p" + i + ".md", "", text));
            made.put("hash:" + text, unit(random));
        }
        vectors.replace(TENANT, "guide", pages, new VectorSet(MODEL, made));
        for (Ranking ranking : Ranking.values()) {
            Found found = vectors.search(query(TENANT, "word3 term4 number", unit(random), "", "", 40).withRanking(ranking));
            List<Double> scores = found.passages().stream().map(Found.Passage::score).toList();
            assertThat(scores).describedAs("seed " + seed + " " + ranking).isNotEmpty().allMatch(score -> score >= 0 && score <= 1)
                    .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        }
    }

    @Test
    void answersNothingFromNothing() {
        assertThat(search("anything", new float[] {1, 0, 0, 0}).passages()).isEmpty();
        assertThat(vectors.missing(TENANT, "guide", MODEL)).isEmpty();
        assertThat(vectors.platforms(TENANT, "")).isEmpty();
        replace("guide", page("a.md", "", "apple"));
        assertThat(search("???", null).passages()).isEmpty();
        assertThat(search("what is the", null).passages()).isEmpty();
    }

    @Test
    void anotherInstanceSeesWhatWasWrittenAndMayWriteToo() throws Exception {
        replace("guide", page("a.md", "", "apple"));
        DocumentVectors second = open();
        assertThat(second.counts(TENANT, "guide", MODEL).chunks()).isEqualTo(1);
        second.replace(TENANT, "guide", List.of(page("b.md", "", "banana")), VectorSet.none(MODEL));
        assertThat(pages(search("banana", null))).containsExactly("b.md");
        replace("guide", page("c.md", "", "cherry"));
        assertThat(second.counts(TENANT, "guide", MODEL).chunks()).isEqualTo(3);
    }

    private static float[] unit(Random random) {
        float[] vector = new float[4];
        double length = 0;
        for (int i = 0; i < 4; i++) {
            vector[i] = (float) random.nextGaussian();
            length += vector[i] * vector[i];
        }
        for (int i = 0; i < 4; i++) {
            vector[i] /= (float) Math.sqrt(length);
        }
        return vector;
    }

    private void replace(String source, PageChunks... pages) {
        List<PageChunks> own = Arrays.stream(pages)
                .map(page -> new PageChunks(
                        page.path(),
                        page.chunks().stream().map(chunk -> of(source, chunk)).toList()))
                .toList();
        vectors.replace(TENANT, source, own, VectorSet.none(MODEL));
    }

    private static Chunk of(String source, Chunk chunk) {
        return new Chunk(
                source,
                chunk.page(),
                chunk.title(),
                chunk.headings(),
                chunk.platform(),
                chunk.lines(),
                chunk.text(),
                chunk.embedded(),
                chunk.contentHash(),
                chunk.facts());
    }

    private static PageChunks page(String path, String platform, String... texts) {
        List<Chunk> chunks = new ArrayList<>();
        for (String text : texts) {
            int line = 1 + chunks.size();
            chunks.add(new Chunk(
                    "guide", path, "", List.of(), platform, new LineRange(line, line), text, text, "hash:" + text, PageFacts.unknown()));
        }
        return new PageChunks(path, chunks);
    }

    private Found search(String text, float @Nullable [] vector) {
        return vectors.search(query(TENANT, text, vector, "", "", 10));
    }

    private static VectorQuery query(
            TenantId tenant, String text, float @Nullable [] vector, String source, String platform, int limit) {
        Set<String> platforms = platform.isEmpty() ? Set.of() : Set.of(platform);
        return new VectorQuery(tenant, text, MODEL, vector, source, platforms, limit, Ranking.ADAPTIVE);
    }

    private static List<String> pages(Found found) {
        return found.passages().stream().map(hit -> hit.chunk().page()).distinct().toList();
    }
}
