package community.likeminds.agent.vector.core.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.core.CollectionId;
import community.likeminds.agent.vector.core.Entry;
import community.likeminds.agent.vector.core.Explanation;
import community.likeminds.agent.vector.core.Group;
import community.likeminds.agent.vector.core.Matches;
import community.likeminds.agent.vector.core.Ranking;
import community.likeminds.agent.vector.core.SearchField;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.StoreQuery;
import community.likeminds.agent.vector.core.VectorSet;
import community.likeminds.agent.vector.core.VectorStore;
import community.likeminds.agent.vector.core.VectorStoreContract;
import community.likeminds.agent.vector.core.VectorStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneVectorStoreTest extends VectorStoreContract {

    @TempDir
    Path data;

    private final List<LuceneVectorStores> opened = new ArrayList<>();

    @Override
    protected VectorStores open() {
        LuceneVectorStores stores = new LuceneVectorStores(new DataFolder(data));
        opened.add(stores);
        return stores;
    }

    @AfterEach
    void close() throws IOException {
        for (LuceneVectorStores stores : opened) {
            stores.close();
        }
    }

    @Test
    void proseIsFoundByOtherWordsForTheSameAndByItsOwnFirst() {
        assertThat(asked(true, "remove a picture")).containsExactly("Removing a picture.", "Deleting an image.");
        assertThat(asked(true, "remove")).containsExactly("Removing a picture.", "Deleting an image.");
        assertThat(asked(false, "remove a picture")).containsExactly("Removing a picture.");
        // A name of code is that name.
        assertThat(asked(true, "removePicture")).containsExactly("Call removePicture() of the gallery.", "Removing a picture.");
    }

    private List<String> asked(boolean prose, String question) {
        VectorStore store = open().of(new Space("notes", prose ? 10 : 11, Set.of(), Map.of(), prose, ""));
        CollectionId collection = new CollectionId(TenantId.DEFAULT, "docs");
        List<String> texts = new ArrayList<>(List.of("Removing a picture.", "Deleting an image.", "Nothing of the kind."));
        if (question.contains("P")) {
            texts.add("Call removePicture() of the gallery.");
        }
        List<Group> groups = new ArrayList<>();
        for (String text : texts) {
            groups.add(new Group(text, List.of(new Entry(Map.of(SearchField.BODY, text), Map.of(), text, text, ""))));
        }
        store.replaceAll(collection, groups, VectorSet.none(""));
        return search(store, question, null).stream().map(match -> match.stored().entry().text(SearchField.BODY)).toList();
    }

    @Test
    void whatIsWrittenForTheOneWhoAsksComesBeforeWhatIsWrittenForAll() {
        assertThat(askedFor(Set.of("phone"), 1)).containsExactly("Open the feed for guests while nobody has signed in yet: they read posts and like nothing.", "A feed sends guests an event each time they tap what needs an account, once a second.");
        assertThat(askedFor(Set.of(), 1)).as("nobody in particular asks").startsWith("A feed sends guests an event each time they tap what needs an account, once a second.");
        assertThat(askedFor(Set.of("phone"), 4)).as("most of it is written for all").startsWith("A feed sends guests an event each time they tap what needs an account, once a second.");
    }

    /** @param general how many entries are written for all, beside two that are not */
    private List<String> askedFor(Set<String> platforms, int general) {
        VectorStore store = open().of(new Space("notes", 20 + general, Set.of("platform"), Map.of(), true, "platform"));
        List<Group> groups = new ArrayList<>(List.of(
                written("Open the feed for guests while nobody has signed in yet: they read posts and like nothing.", "phone"), written("A tablet is large.", "tablet"), written("A feed sends guests an event each time they tap what needs an account, once a second.", "")));
        for (int i = 1; i < general; i++) {
            groups.add(written("Nothing of the kind " + i + ".", ""));
        }
        store.replaceAll(new CollectionId(TenantId.DEFAULT, "docs"), groups, VectorSet.none(""));
        StoreQuery query = new StoreQuery(
                TenantId.DEFAULT, "guests feed", "", null, new StoreQuery.Filter(Set.of(), Map.of("platform", platforms)), 10, Ranking.ADAPTIVE, true, false);
        List<Matches.Match> found = store.search(query).matches();
        found.forEach(match -> assertThat(match.explanation().parts().stream().mapToDouble(Explanation.Part::value).sum())
                .isCloseTo(match.score(), within(1e-6)));
        return found.stream().map(match -> match.stored().entry().text(SearchField.BODY)).toList();
    }

    private static Group written(String text, String platform) {
        return new Group(text, List.of(new Entry(Map.of(SearchField.BODY, text), Map.of("platform", platform), text, text, "")));
    }

    @Test
    void whatWasWrittenIsReadNextHoweverManySearch() throws Exception {
        VectorStore store = open().of(new Space("notes", 8, Set.of(), Map.of()));
        CollectionId collection = new CollectionId(TenantId.DEFAULT, "docs");
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService others = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < 3; i++) {
                others.submit(() -> {
                    while (!done.get()) {
                        store.counts(collection, "model");
                    }
                });
            }
            try {
                for (int pages = 1; pages <= 60; pages++) {
                    String text = "page " + pages;
                    Entry entry = new Entry(Map.of(SearchField.BODY, text), Map.of(), text, text, text);
                    store.replace(collection, List.of(new Group(text, List.of(entry))), VectorSet.none("model"));
                    assertThat(store.counts(collection, "model").entries()).isEqualTo(pages);
                }
            } finally {
                done.set(true);
            }
        }
    }

    @Test
    void aDamagedIndexIsSaidWithItsRemedy() throws IOException {
        Path folder = Files.createDirectories(data.resolve("index/notes-4.7"));
        byte[] noise = new byte[300];
        new Random(11).nextBytes(noise);
        Files.write(folder.resolve("segments_1"), noise);
        try (LuceneVectorStores stores = new LuceneVectorStores(new DataFolder(data))) {
            assertThatThrownBy(() -> stores.of(new Space("notes", 7, Set.of(), Map.of()))
                            .counts(new CollectionId(TenantId.DEFAULT, "docs"), "model"))
                    .isInstanceOfSatisfying(AgentException.class, error -> {
                        assertThat(error.code()).isEqualTo("index-damaged");
                        assertThat(error.fact()).contains(folder.toString());
                    });
        }
    }
}
