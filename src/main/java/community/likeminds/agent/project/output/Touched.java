package community.likeminds.agent.project.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a run has touched so far. Not thread-safe. */
final class Touched {

    /** What stood at a path before the run, in the order of the first touch. */
    final Map<String, FileState> former = new LinkedHashMap<>();

    /** What the run itself gave a path last. */
    final Map<String, FileState> intended = new HashMap<>();

    final Set<String> guarded = new HashSet<>();
    final List<String> folders = new ArrayList<>();
    final Map<String, Boolean> trees = new LinkedHashMap<>();
    final List<String> notes = new ArrayList<>();

    /** What the journal of an interrupted run says. */
    static Touched of(List<List<String>> records) {
        Touched touched = new Touched();
        for (List<String> record : records) {
            String path = record.get(1);
            switch (record.getFirst()) {
                case "former" -> touched.former.putIfAbsent(path, FileState.parse(record.get(2)));
                case "wrote" -> touched.intended.put(path, new FileState(record.get(2), ""));
                case "guarded" -> touched.guarded.add(path);
                case "folder" -> touched.folders.add(path);
                case "tree" -> touched.trees.put(path, Boolean.valueOf(record.get(2)));
                case "note" -> touched.notes.add(path);
                default -> throw new IllegalStateException("Unknown record in a journal: " + record.getFirst());
            }
        }
        return touched;
    }

    /** What is different from before the run, by whom it may have been changed. */
    Checkpoint.Content outcome(Path root) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (var one : former.entrySet()) {
            String path = one.getKey();
            FileState meant = intended.get(path);
            FileState after = meant == null || guarded.contains(path) ? FileState.of(root.resolve(path)) : meant;
            if (!after.sameContent(one.getValue())) {
                entries.add(new Entry(path, one.getValue(), false, Set.of(after.hash())));
            }
        }
        List<String> made = folders.stream().distinct().filter(path -> Files.isDirectory(root.resolve(path))).toList();
        Map<String, Boolean> filled = new LinkedHashMap<>();
        trees.forEach((path, there) -> {
            if (!there && Files.isDirectory(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                filled.put(path, false);
            }
        });
        boolean nothing = entries.isEmpty() && filled.isEmpty();
        return new Checkpoint.Content(List.copyOf(entries), nothing ? List.of() : made, filled, List.copyOf(notes));
    }

    /** Two runs as one, so that one undo takes both back. */
    static Checkpoint.Content merged(Checkpoint.Content earlier, Checkpoint.Content later) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        earlier.entries().forEach(entry -> entries.put(entry.path(), entry));
        for (Entry entry : later.entries()) {
            Entry known = entries.get(entry.path());
            // Somebody else's change between the two runs is not the earlier run's to take back.
            if (known == null || known.ours().contains(entry.former().hash())) {
                FileState former = known == null ? entry.former() : known.former();
                entries.put(entry.path(), new Entry(entry.path(), former, false, entry.ours()));
            }
        }
        List<String> folders = new ArrayList<>(earlier.folders());
        folders.addAll(later.folders());
        Map<String, Boolean> trees = new LinkedHashMap<>(later.trees());
        trees.putAll(earlier.trees());
        return new Checkpoint.Content(List.copyOf(entries.values()), List.copyOf(folders), trees, earlier.notes());
    }
}
