package community.likeminds.agent.project.output;

import community.likeminds.agent.project.output.ChangeSets.Change;
import community.likeminds.agent.project.output.ProjectPaths.Place;
import community.likeminds.agent.shared.AgentException;
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
final class JournaledRun implements ChangeSets.Run {

    private static final Logger LOG = LoggerFactory.getLogger(JournaledRun.class);

    private final Path root;
    private final ProjectPaths paths;
    private final Checkpoints checkpoints;
    private final Checkpoint checkpoint;
    private final Checkpoints.Lock lock;
    private final Journal journal;
    private final Steps steps;

    private final Map<String, FileState> former = new LinkedHashMap<>();
    private final Map<String, FileState> intended = new HashMap<>();
    private final Set<String> guarded = new HashSet<>();
    private final List<String> folders = new ArrayList<>();
    private final Map<String, Boolean> trees = new LinkedHashMap<>();
    private boolean open = true;

    JournaledRun(Path root, Checkpoints checkpoints, Checkpoint checkpoint, Checkpoints.Lock lock, Steps steps)
            throws IOException {
        this.root = root;
        this.paths = new ProjectPaths(root);
        this.checkpoints = checkpoints;
        this.checkpoint = checkpoint;
        this.lock = lock;
        this.steps = steps;
        this.journal = checkpoint.open();
    }

    @Override
    public String id() {
        return checkpoint.id();
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
            intended.put(place.path(), new FileState(hash, now.mode()));
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
            intended.put(place.path(), FileState.ABSENT);
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
            if (guarded.contains(place.path()) || now.other()) {
                return;
            }
            remember(place, now);
            record("guarded", place.path());
            guarded.add(place.path());
        });
    }

    private void guardTree(String path) {
        Place place = paths.tree(path);
        attempt(place, () -> {
            if (trees.containsKey(place.path())) {
                return;
            }
            boolean there = Files.exists(place.file(), LinkOption.NOFOLLOW_LINKS);
            record("tree", place.path(), Boolean.toString(there));
            trees.put(place.path(), there);
        });
    }

    @Override
    public synchronized Map<String, Change> changes() {
        Map<String, Change> changes = new TreeMap<>();
        former.forEach((path, state) -> attempt(new Place(path, root.resolve(path)), () -> {
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
            Checkpoint.Content content = outcome();
            Checkpoint earlier = lastCommitted();
            if (content.isEmpty()) {
                end(() -> {
                    new Restoration(root, steps).restore(checkpoint);
                    checkpoint.drop();
                });
            } else if (intended.isEmpty() && earlier != null) {
                // Only commands changed something, such as a second install: undo shall still reach what was integrated.
                Checkpoint.Content merged = merge(earlier.content(), content);
                end(() -> checkpoint.foldInto(earlier, merged));
            } else {
                end(() -> checkpoint.commit(content));
            }
        });
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

    private void rollBack() {
        if (open) {
            attempt(new Place("", root), () -> end(() -> {
                ChangeSets.Undone undone = new Restoration(root, steps).restore(checkpoint);
                checkpoint.drop();
                if (!undone.kept().isEmpty()) {
                    LOG.warn("The run was rolled back; files that somebody changed meanwhile stay: {}", undone.kept());
                }
            }));
        }
    }

    /** What is different from before the run, by whom it may have been changed. */
    private Checkpoint.Content outcome() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (var one : former.entrySet()) {
            String path = one.getKey();
            FileState meant = intended.get(path);
            FileState after =
                    meant == null || guarded.contains(path) ? FileState.of(root.resolve(path)) : meant;
            if (!after.sameContent(one.getValue())) {
                entries.add(new Entry(path, one.getValue(), false, Set.of(after.hash())));
            }
        }
        List<String> made = folders.stream().filter(path -> Files.isDirectory(root.resolve(path))).toList();
        Map<String, Boolean> filled = new LinkedHashMap<>();
        trees.forEach((path, there) -> {
            if (!there && Files.isDirectory(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                filled.put(path, false);
            }
        });
        boolean nothing = entries.isEmpty() && filled.isEmpty();
        return new Checkpoint.Content(List.copyOf(entries), nothing ? List.of() : made, filled);
    }

    private static Checkpoint.Content merge(Checkpoint.Content earlier, Checkpoint.Content later) {
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
        return new Checkpoint.Content(List.copyOf(entries.values()), List.copyOf(folders), trees);
    }

    private @Nullable Checkpoint lastCommitted() throws IOException {
        Checkpoint last = null;
        for (Checkpoint one : checkpoints.all()) {
            last = one.committed() ? one : last;
        }
        return last;
    }

    private void remember(Place place, FileState now) throws IOException {
        if (former.containsKey(place.path())) {
            return;
        }
        if (!now.absent()) {
            byte[] content = Files.readAllBytes(place.file());
            now = new FileState(FileState.hash(content), now.mode());
            checkpoint.keep(now.hash(), content);
        }
        record("former", place.path(), now.toString());
        former.put(place.path(), now);
    }

    private void makeFoldersOf(Path file) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path one = file.getParent(); one != null && !Files.exists(one); one = one.getParent()) {
            missing.push(one);
        }
        for (Path one : missing) {
            String path = root.relativize(one).toString().replace('\\', '/');
            record("folder", path);
            folders.add(path);
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
