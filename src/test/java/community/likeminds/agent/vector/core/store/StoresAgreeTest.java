package community.likeminds.agent.vector.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.services.RealChroma;
import community.likeminds.agent.services.RealService;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.core.CollectionId;
import community.likeminds.agent.vector.core.Entry;
import community.likeminds.agent.vector.core.Group;
import community.likeminds.agent.vector.core.Matches;
import community.likeminds.agent.vector.core.Matches.Match;
import community.likeminds.agent.vector.core.Ranking;
import community.likeminds.agent.vector.core.SearchField;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.StoreQuery;
import community.likeminds.agent.vector.core.StoreQuery.Filter;
import community.likeminds.agent.vector.core.VectorSet;
import community.likeminds.agent.vector.core.VectorStore;
import community.likeminds.agent.vector.core.store.chroma.ChromaSettings;
import community.likeminds.agent.vector.core.store.chroma.ChromaVectorStores;
import community.likeminds.agent.vector.core.store.lucene.LuceneVectorStores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done in whatever order, both stores hold and find the same. */
@ExtendWith(RealChroma.class)
class StoresAgreeTest {

    private static final Space SPACE = new Space("notes", 1, Set.of("platform"), Map.of(SearchField.TITLE, 3f));
    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final String MODEL = "m";
    private static final List<String> SOURCES = List.of("one", "two");
    private static final List<String> PAGES = List.of("a", "b", "c", "d/e");
    private static final List<String> WORDS = List.of("apple", "banana", "cherry", "signIn", "user", "theme");
    private static final List<String> PLATFORMS = List.of("", "ios", "react");
    private static final int STEPS = 40;

    @TempDir
    Path data;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    /** Entries differ in a number, so that none is folded into another. */
    private int made;

    @Test
    void holdAndFindTheSame(RealService server) throws Exception {
        ChromaSettings settings = ChromaSettings.of(server.url(), "test-" + UUID.randomUUID(), "");
        try (LuceneVectorStores lucene = new LuceneVectorStores(new DataFolder(data.resolve("lucene")));
                ChromaVectorStores writing = new ChromaVectorStores(new DataFolder(data.resolve("writer")), settings);
                ChromaVectorStores reading = new ChromaVectorStores(new DataFolder(data.resolve("reader")), settings)) {
            List<VectorStore> written = List.of(lucene.of(SPACE), writing.of(SPACE));
            for (int step = 0; step < STEPS; step++) {
                String done = change(written);
                String context = "seed " + seed + ", step " + step + ": " + done;
                compare(lucene.of(SPACE), (step % 2 == 0 ? writing : reading).of(SPACE), context);
            }
        }
    }

    private String change(List<VectorStore> stores) {
        CollectionId collection = new CollectionId(TENANT, any(SOURCES));
        int deed = random.nextInt(14);
        List<Group> groups = groups();
        VectorSet known = vectors(groups);
        List<String> names = List.of(any(PAGES), any(PAGES), "unknown");
        VectorSet lacking = lacking(stores.getFirst(), collection, deed);
        for (VectorStore store : stores) {
            switch (deed) {
                case 0 -> store.delete(collection);
                case 1 -> store.replaceAll(collection, groups, known);
                case 2 -> store.deleteGroups(collection, names);
                case 3, 4, 5, 6 -> store.putVectors(collection, lacking);
                default -> store.replace(collection, groups, known);
            }
        }
        return deed + " on " + collection.source() + " " + groups.stream().map(Group::name).toList() + names;
    }

    private List<Group> groups() {
        Map<String, Group> groups = new TreeMap<>();
        for (int n = random.nextInt(3); n >= 0; n--) {
            List<Entry> entries = new ArrayList<>();
            for (int e = random.nextInt(4); e > 0; e--) {
                String text = any(WORDS) + " " + any(WORDS) + " number" + made++ + " " + any(WORDS);
                entries.add(new Entry(
                        Map.of(SearchField.BODY, text, SearchField.TITLE, any(WORDS)), Map.of("platform", any(PLATFORMS)), text, text, "p" + made));
            }
            String name = any(PAGES);
            groups.put(name, new Group(name, entries));
        }
        return List.copyOf(groups.values());
    }

    private VectorSet vectors(List<Group> groups) {
        Map<String, float[]> vectors = new HashMap<>();
        for (Group group : groups) {
            for (Entry entry : group.entries()) {
                if (random.nextBoolean()) {
                    vectors.put(entry.contentHash(), vector(entry.contentHash()));
                }
            }
        }
        return new VectorSet(MODEL, vectors);
    }

    /** The vector of a text is always the same one, as a model's is. */
    private static float[] vector(String text) {
        Random own = new Random(text.hashCode());
        double angle = own.nextDouble() * Math.PI / 2;
        return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    }

    private static VectorSet lacking(VectorStore store, CollectionId collection, int deed) {
        Map<String, float[]> vectors = new HashMap<>();
        store.missing(collection, MODEL).keySet().stream()
                .filter(hash -> deed >= 5 || hash.hashCode() % 2 == 0)
                .forEach(hash -> vectors.put(hash, vector(hash)));
        vectors.put("nobody's", vector("nobody's"));
        return new VectorSet(MODEL, vectors);
    }

    private void compare(VectorStore lucene, VectorStore chroma, String context) {
        assertThat(chroma.sources(TENANT)).describedAs(context).isEqualTo(lucene.sources(TENANT));
        assertThat(chroma.facet(TENANT, Set.of(), "platform")).describedAs(context).isEqualTo(lucene.facet(TENANT, Set.of(), "platform"));
        for (String source : SOURCES) {
            CollectionId collection = new CollectionId(TENANT, source);
            assertThat(chroma.counts(collection, MODEL)).describedAs(context).isEqualTo(lucene.counts(collection, MODEL));
            assertThat(chroma.missing(collection, MODEL)).describedAs(context).isEqualTo(lucene.missing(collection, MODEL));
            for (String page : PAGES) {
                assertThat(chroma.group(collection, page)).describedAs(context).isEqualTo(lucene.group(collection, page));
            }
        }
        Set<String> platforms = random.nextBoolean() ? Set.of() : Set.of(any(PLATFORMS.subList(1, 3)));
        Set<String> sources = random.nextBoolean() ? Set.of() : Set.of(any(SOURCES));
        float[] vector = random.nextInt(3) == 0 ? null : vector(any(WORDS));
        StoreQuery query = new StoreQuery(
                TENANT, any(WORDS) + " " + any(WORDS), MODEL, vector, new Filter(sources, Map.of("platform", platforms)), 100, Ranking.ADAPTIVE);
        Matches here = lucene.search(query);
        Matches there = chroma.search(query);
        if (!here.matches().isEmpty()) {
            assertThat(there.evidence().spread()).describedAs(context).isEqualTo(here.evidence().spread(), Offset.offset(1e-5));
        }
        Map<String, Match> one = byPayload(here.matches());
        Map<String, Match> other = byPayload(there.matches());
        assertThat(other.keySet()).describedAs(context).isEqualTo(one.keySet());
        other.forEach((payload, match) -> same(one.get(payload), match, context));
    }

    /** BM25 depends on what was deleted and not yet merged away, so only the other parts are the same to the last digit. */
    private static void same(@Nullable Match one, Match other, String context) {
        assertThat(one).isNotNull();
        if (Double.isNaN(one.cosine())) {
            assertThat(other.cosine()).describedAs(context).isNaN();
        } else {
            assertThat(other.cosine()).describedAs(context).isEqualTo(one.cosine(), Offset.offset(1e-5));
            assertThat(other.vector()).describedAs(context).containsExactly(one.vector(), Offset.offset(1e-6f));
        }
        assertThat(other.words() > 0).describedAs(context).isEqualTo(one.words() > 0);
    }

    private static Map<String, Match> byPayload(List<Match> matches) {
        Map<String, Match> byPayload = new HashMap<>();
        matches.forEach(match -> byPayload.put(match.stored().entry().payload(), match));
        return byPayload;
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
