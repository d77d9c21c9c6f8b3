package community.likeminds.agent.vector.core.store.lucene;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.core.CollectionId;
import community.likeminds.agent.vector.core.Entry;
import community.likeminds.agent.vector.core.Group;
import community.likeminds.agent.vector.core.SearchField;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.VectorSet;
import community.likeminds.agent.vector.core.VectorStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A process of its own that replaces two pages over and over, saying each generation that is written, until it is killed. */
final class DyingWriter {

    static final Space SPACE = new Space("notes", 1, Set.of(), Map.of());
    static final CollectionId GUIDE = new CollectionId(TenantId.DEFAULT, "guide");
    static final int PARTS = 30;

    private DyingWriter() {}

    public static void main(String[] arguments) {
        VectorStore store = new LuceneVectorStores(new DataFolder(Path.of(arguments[0]))).of(SPACE);
        for (int generation = 1; ; generation++) {
            List<Group> groups = new ArrayList<>();
            Map<String, float[]> vectors = new HashMap<>();
            for (String page : List.of("a", "b")) {
                List<Entry> entries = new ArrayList<>();
                for (int part = 0; part < PARTS; part++) {
                    String text = "part " + part + " of " + page + " in " + generation;
                    entries.add(new Entry(Map.of(SearchField.BODY, text), Map.of(), text, text, Integer.toString(generation)));
                    vectors.put(text, new float[] {1, 0});
                }
                groups.add(new Group(page, entries));
            }
            store.replace(GUIDE, groups, new VectorSet("m", vectors));
            System.out.println(generation);
        }
    }
}
