package community.likeminds.agent.vector.core.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.core.CollectionId;
import community.likeminds.agent.vector.core.Entry;
import community.likeminds.agent.vector.core.Group;
import community.likeminds.agent.vector.core.SearchField;
import community.likeminds.agent.vector.core.Space;
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
        VectorStore store = open().of(new Space("notes", prose ? 10 : 11, Set.of(), Map.of(), prose));
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
