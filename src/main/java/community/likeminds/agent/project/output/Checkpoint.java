package community.likeminds.agent.project.output;

import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one run, in a folder of its own: former bytes by hash, the journal while the run is at work, and the
 * manifest once it is committed.
 */
final class Checkpoint {

    private static final String MANIFEST = "committed";
    private static final String UNDOING = "undoing";
    private static final String FOLDING = "folding";
    private static final String TASK = "task";
    private static final String OWNER_ONLY = "rw-------";

    private final Path folder;
    private final Steps steps;

    private final Blobs blobs;

    Checkpoint(Path folder, SecretEncryption encryption, Steps steps) {
        this.folder = folder;
        this.blobs = new Blobs(folder.resolve("blobs"), encryption);
        this.steps = steps;
    }

    /**
     * @param entries touched files
     * @param folders folders that the run made, parents first
     * @param trees folders that a command fills, and whether they were there before
     * @param notes in the order in which they were made
     */
    record Content(List<Entry> entries, List<String> folders, Map<String, Boolean> trees, List<String> notes) {

        boolean isEmpty() {
            return entries.isEmpty() && folders.isEmpty() && trees.isEmpty();
        }
    }

    String id() {
        return folder.getFileName().toString();
    }

    Path folder() {
        return folder;
    }

    Blobs blobs() {
        return blobs;
    }

    /** Begins the journal, or goes on with it. */
    Journal open() throws IOException {
        blobs.open();
        return Journal.reopen(folder.resolve("journal"));
    }

    /** What the run is about. It may hold values of keys, hence nobody else may read it, and it goes with the end of the run. */
    void keepTask(String task) throws IOException {
        Path file = folder.resolve(TASK);
        Path temporary = folder.resolve(TASK + ".tmp");
        Files.deleteIfExists(temporary);
        Disk.writePrivate(temporary, task.getBytes(StandardCharsets.UTF_8), OWNER_ONLY);
        Disk.moveInto(temporary, file);
        steps.reached("task kept");
    }

    /** Empty for a run that cannot be resumed. */
    String task() throws IOException {
        Path file = folder.resolve(TASK);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    boolean committed() {
        return Files.exists(folder.resolve(MANIFEST));
    }

    boolean undoing() {
        return Files.exists(folder.resolve(UNDOING));
    }

    void markUndoing() throws IOException {
        if (!undoing()) {
            mark(UNDOING, "");
        }
    }

    /** Keeps bytes for good before anything happens to them. */
    void keep(String path, String hash, byte[] content) throws IOException {
        if (!blobs.has(hash)) {
            blobs.keep(path, hash, content);
            steps.reached("kept");
        }
    }

    void forgetTask() throws IOException {
        Files.deleteIfExists(folder.resolve(TASK));
    }

    /** What the journal of a run that is not committed says. */
    List<List<String>> records() throws IOException {
        return Journal.read(folder.resolve("journal"));
    }

    /** Throws {@code secret-unreadable} for an environment file whose key is gone. */
    byte[] kept(String hash) throws IOException {
        return blobs.get(hash).orElseThrow(() -> new AgentException(
                AgentException.Kind.CONFLICT, "secret-unreadable", "What an environment file held before the run is encrypted under a key that is gone.",
                "Bring the file with the keys back, from a backup for example."));
    }

    /** Null when it was not kept, or cannot be read any more. */
    byte @Nullable [] keptIfAny(String hash) throws IOException {
        return blobs.has(hash) ? blobs.get(hash).orElse(null) : null;
    }

    void commit(Content content) throws IOException {
        steps.reached("before commit");
        mark(MANIFEST, manifest(content));
        steps.reached("committed");
        forgetTask();
        steps.reached("task forgotten");
    }

    /** What the run touched: from the manifest when it was committed, otherwise from its journal. */
    Content content() throws IOException {
        return parse(Journal.read(folder.resolve(committed() ? MANIFEST : "journal")));
    }

    /** Adds what this run observed to the run before it, and ends this one. Can be repeated after an interruption. */
    void foldInto(Checkpoint earlier, Content merged) throws IOException {
        for (Entry entry : merged.entries()) {
            String hash = entry.former().hash();
            if (blobs.has(hash)) {
                earlier.keep(entry.path(), hash, kept(hash));
            }
        }
        steps.reached("before fold");
        mark(FOLDING, manifest(merged));
        steps.reached("folding");
        finishFold(earlier);
    }

    boolean folding() {
        return Files.exists(folder.resolve(FOLDING));
    }

    void finishFold(Checkpoint earlier) throws IOException {
        earlier.mark(MANIFEST, Files.readString(folder.resolve(FOLDING)));
        steps.reached("folded");
        drop();
    }

    /** Forgets the run. Its name goes first, so that half of it is never taken for the whole. */
    void drop() throws IOException {
        Path gone = folder.resolveSibling("gone-" + id());
        Disk.deleteTree(gone);
        Disk.moveInto(folder, gone);
        steps.reached("dropped");
        Disk.deleteTree(gone);
    }

    private void mark(String name, String text) throws IOException {
        Disk.replace(
                folder.resolve(name),
                text.getBytes(StandardCharsets.UTF_8),
                folder.resolve(name + ".tmp"),
                null,
                "");
    }

    private static String manifest(Content content) {
        StringBuilder text = new StringBuilder();
        for (Entry entry : content.entries()) {
            text.append(Journal.line("former", entry.path(), entry.former().toString()));
            for (String hash : entry.ours()) {
                text.append(Journal.line("wrote", entry.path(), hash));
            }
        }
        content.folders().forEach(path -> text.append(Journal.line("folder", path)));
        content.trees().forEach((path, there) -> text.append(Journal.line("tree", path, there.toString())));
        content.notes().forEach(note -> text.append(Journal.line("note", note)));
        return text.toString();
    }

    private static Content parse(List<List<String>> records) {
        Map<String, FileState> former = new LinkedHashMap<>();
        Map<String, Set<String>> ours = new HashMap<>();
        Set<String> guarded = new HashSet<>();
        List<String> folders = new ArrayList<>();
        Map<String, Boolean> trees = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        for (List<String> record : records) {
            String path = record.get(1);
            switch (record.getFirst()) {
                case "former" -> former.putIfAbsent(path, FileState.parse(record.get(2)));
                case "wrote" -> ours.computeIfAbsent(path, key -> new HashSet<>()).add(record.get(2));
                case "guarded" -> guarded.add(path);
                case "folder" -> folders.add(path);
                case "note" -> notes.add(path);
                case "tree" -> trees.put(path, Boolean.valueOf(record.get(2)));
                default -> throw new IllegalStateException("Unknown record in a journal: " + record.getFirst());
            }
        }
        List<Entry> entries = new ArrayList<>();
        former.forEach((path, state) -> entries.add(
                new Entry(path, state, guarded.contains(path), ours.getOrDefault(path, Set.of()))));
        return new Content(List.copyOf(entries), List.copyOf(folders), trees, List.copyOf(notes));
    }
}
