package community.likeminds.agent.project.output;

import community.likeminds.agent.project.output.ChangeSets.Change;
import community.likeminds.agent.project.output.ProjectPaths.Place;
import community.likeminds.agent.shared.Abandonable;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run: journals, then writes. Thread-safe by its monitor; the lock of the project is held until it is closed. */
final class JournaledRun implements ChangeSets.Run, Abandonable {

    private static final Logger LOG = LoggerFactory.getLogger(JournaledRun.class);

    private final Path root;
    private final Branches branches;
    private final ProjectPaths paths;
    private final Checkpoints checkpoints;
    private final Checkpoint checkpoint;
    private final Checkpoints.Lock lock;
    private final Journal journal;
    private final Steps steps;

    private final Touched touched;
    private final String task;
    private boolean open = true;

    /** @param touched empty for a new run, what the journal says for one that is taken up again */
    JournaledRun(
            Path root, Branches branches, Checkpoints checkpoints, Checkpoint checkpoint, Checkpoints.Lock lock, Steps steps, Touched touched)
            throws IOException {
        this.root = root;
        this.branches = branches;
        this.paths = new ProjectPaths(root);
        this.checkpoints = checkpoints;
        this.checkpoint = checkpoint;
        this.lock = lock;
        this.steps = steps;
        this.touched = touched;
        this.task = checkpoint.task();
        this.journal = checkpoint.open();
    }

    @Override
    public String id() {
        return checkpoint.id();
    }

    @Override
    public String task() {
        return task;
    }

    @Override
    public synchronized void note(String note) {
        attempt(new Place("", root), () -> {
            record("note", note);
            touched.notes.add(note);
        });
    }

    @Override
    public synchronized List<String> notes() {
        return List.copyOf(touched.notes);
    }

    @Override
    public synchronized byte @Nullable [] former(String path) {
        Place place = paths.place(path);
        FileState state = touched.former.get(place.path());
        try {
            if (state != null) {
                return state.absent() ? null : checkpoint.kept(state.hash());
            }
            return Disk.unlessMissing(() -> Files.readAllBytes(place.file()));
        } catch (IOException failure) {
            throw JournaledChangeSets.failed(failure, place.file());
        }
    }

    @Override
    public synchronized void rewind(Set<String> planned, Progress progress) {
        attempt(new Place("", root), () -> {
            Restoration restoration = new Restoration(root, branches, steps, progress);
            for (var tree : touched.trees.entrySet()) {
                if (!tree.getValue()) {
                    restoration.removeTree(tree.getKey());
                }
            }
            for (var one : touched.former.entrySet()) {
                if (!planned.contains(one.getKey())) {
                    restoration.restore(checkpoint, new Entry(one.getKey(), one.getValue(), true, Set.of()));
                    touched.intended.remove(one.getKey());
                }
            }
        });
    }

    @Override
    public synchronized void write(String path, byte[] content) {
        Place place = paths.place(path);
        attempt(place, () -> {
            Path file = place.file();
            FileState now = FileState.of(file);
            if (now.other()) {
                throw AgentException.badInput(
                        "path-is-folder",
                        "'" + path + "' is a folder or a special file, so it cannot be written.",
                        "Name a file.");
            }
            String hash = FileState.hash(content);
            if (now.hash().equals(hash)) {
                return;
            }
            remember(place, now);
            makeFoldersOf(file);
            record("wrote", place.path(), hash);
            touched.intended.put(place.path(), new FileState(hash, now.mode()));
            Disk.replace(
                    file,
                    content,
                    file.resolveSibling(Restoration.temporaryName(checkpoint.id())),
                    now.absent() ? null : file,
                    now.mode());
            steps.reached("written");
        });
    }

    @Override
    public synchronized void delete(String path) {
        Place place = paths.place(path);
        attempt(place, () -> {
            FileState now = FileState.of(place.file());
            if (now.absent() || now.other()) {
                return;
            }
            remember(place, now);
            record("wrote", place.path(), FileState.ABSENT.hash());
            touched.intended.put(place.path(), FileState.ABSENT);
            Files.delete(place.file());
            steps.reached("deleted");
        });
    }

    @Override
    public synchronized void guard(List<String> wanted) {
        for (String path : wanted) {
            if (path.endsWith("/") || path.equals(ProjectPaths.NODE_MODULES)
                    || path.endsWith("/" + ProjectPaths.NODE_MODULES)) {
                guardTree(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
            } else {
                guardFile(path);
            }
        }
    }

    private void guardFile(String path) {
        Place place = paths.place(path);
        attempt(place, () -> {
            FileState now = FileState.of(place.file());
            if (touched.guarded.contains(place.path()) || now.other()) {
                return;
            }
            remember(place, now);
            record("guarded", place.path());
            touched.guarded.add(place.path());
        });
    }

    private void guardTree(String path) {
        Place place = paths.tree(path);
        attempt(place, () -> {
            if (touched.trees.containsKey(place.path())) {
                return;
            }
            boolean there = Files.exists(place.file(), LinkOption.NOFOLLOW_LINKS);
            record("tree", place.path(), Boolean.toString(there));
            touched.trees.put(place.path(), there);
        });
    }

    @Override
    public synchronized Map<String, Change> changes() {
        Map<String, Change> changes = new TreeMap<>();
        touched.former.forEach((path, state) -> attempt(new Place(path, root.resolve(path)), () -> {
            Path file = root.resolve(path);
            byte @Nullable [] after = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Disk.unlessMissing(() -> Files.readAllBytes(file))
                    : null;
            byte @Nullable [] before = state.absent() ? null : checkpoint.kept(state.hash());
            if (!Arrays.equals(before, after)) {
                changes.put(path, new Change(before, after));
            }
        }));
        return changes;
    }

    @Override
    public String diff(List<String> secrets) {
        return new UnifiedDiff(secrets).of(changes());
    }

    @Override
    public synchronized void commit() {
        attempt(new Place("", root), () -> {
            Checkpoint.Content content = touched.outcome(root);
            Checkpoint earlier = lastCommitted();
            if (content.isEmpty()) {
                end(() -> {
                    new Restoration(root, branches, steps, Progress.NONE).restore(checkpoint);
                    checkpoint.drop();
                });
            } else if (touched.intended.isEmpty() && earlier != null) {
                // Only commands changed something, such as a second install: undo shall still reach what was integrated.
                Checkpoint.Content merged = Touched.merged(earlier.content(), content);
                end(() -> checkpoint.foldInto(earlier, merged));
            } else {
                keepOutcome(content);
                end(() -> checkpoint.commit(content));
            }
        });
    }

    /** What the run leaves of files that it edited: undo can tell it from what somebody adds later. Environment files hold values of keys. */
    private void keepOutcome(Checkpoint.Content content) throws IOException {
        for (Entry entry : content.entries()) {
            Path file = root.resolve(entry.path());
            boolean edited = !entry.former().absent() && touched.intended.containsKey(entry.path()) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
            if (edited && !Blobs.environment(entry.path()) && Files.size(file) <= ThreeWay.LARGEST) {
                byte[] left = Files.readAllBytes(file);
                String hash = FileState.hash(left);
                if (entry.ours().contains(hash) && ThreeWay.text(left)) {
                    checkpoint.keep(entry.path(), hash, left);
                }
            }
        }
    }

    @Override
    public synchronized void close() {
        // An interrupted thread can write to no file: what was begun is taken back first, then the interruption goes on.
        boolean interrupted = Thread.interrupted();
        try {
            rollBack();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Journal and lock are let go; what was done stays for {@link ChangeSets#resume} or {@link ChangeSets#undo}. */
    @Override
    public synchronized void abandon() {
        if (open) {
            attempt(new Place("", root), () -> end(() -> LOG.warn("The run {} on {} is left as it is.", checkpoint.id(), root)));
        }
    }

    private void rollBack() {
        if (open) {
            attempt(new Place("", root), () -> end(() -> {
                ChangeSets.Undone undone = new Restoration(root, branches, steps, Progress.NONE).restore(checkpoint);
                checkpoint.drop();
                if (!undone.kept().isEmpty()) {
                    LOG.warn("The run was rolled back; files that somebody changed meanwhile stay: {}", undone.kept());
                }
            }));
        }
    }

    private @Nullable Checkpoint lastCommitted() throws IOException {
        Checkpoint last = null;
        for (Checkpoint one : checkpoints.all()) {
            last = one.committed() ? one : last;
        }
        return last;
    }

    private void remember(Place place, FileState now) throws IOException {
        if (touched.former.containsKey(place.path())) {
            return;
        }
        if (!now.absent()) {
            byte[] content = Files.readAllBytes(place.file());
            now = new FileState(FileState.hash(content), now.mode());
            checkpoint.keep(place.path(), now.hash(), content);
        }
        record("former", place.path(), now.toString());
        touched.former.put(place.path(), now);
    }

    private void makeFoldersOf(Path file) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path one = file.getParent(); one != null && !Files.exists(one); one = one.getParent()) {
            missing.push(one);
        }
        for (Path one : missing) {
            String path = root.relativize(one).toString().replace('\\', '/');
            record("folder", path);
            touched.folders.add(path);
            Files.createDirectory(one);
            steps.reached("folder made");
        }
    }

    private void record(String... fields) throws IOException {
        journal.append(fields);
        steps.reached("recorded");
    }

    /** Something that touches the disk. */
    private interface Deed {
        void run() throws IOException;
    }

    private void end(Deed last) throws IOException {
        open = false;
        try (lock) {
            journal.close();
            last.run();
        }
    }

    private void attempt(Place place, Deed deed) {
        if (!open) {
            throw new IllegalStateException("The run " + checkpoint.id() + " has ended.");
        }
        try {
            deed.run();
        } catch (IOException failure) {
            throw JournaledChangeSets.failed(failure, place.file());
        }
    }
}
