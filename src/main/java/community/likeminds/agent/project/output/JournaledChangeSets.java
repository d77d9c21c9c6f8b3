package community.likeminds.agent.project.output;

import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a write-ahead journal and the former bytes of every touched file below the data folder. */
final class JournaledChangeSets implements ChangeSets {

    private static final Logger LOG = LoggerFactory.getLogger(JournaledChangeSets.class);

    private final Path data;
    private final Branches branches;
    private final SecretEncryption encryption;
    private final Steps steps;

    /**
     * @param branches takes back the branch that a run has noted
     * @param encryption of what environment files held
     */
    JournaledChangeSets(Path data, Branches branches, SecretEncryption encryption, Steps steps) {
        this.encryption = encryption;
        this.data = data;
        this.branches = branches;
        this.steps = steps;
    }

    @Override
    public Run begin(Path project, String task) {
        Path root = root(project);
        Checkpoints checkpoints = checkpoints(root);
        Checkpoints.Lock lock = null;
        try {
            lock = checkpoints.lock();
            Undone recovered = recover(root, checkpoints, Progress.NONE);
            if (recovered != null && !recovered.kept().isEmpty()) {
                LOG.warn("An interrupted run was rolled back; files that somebody changed since stay: {}",
                        recovered.kept());
            }
            Checkpoint checkpoint = checkpoints.create();
            if (!task.isEmpty()) {
                checkpoint.keepTask(task);
            }
            return new JournaledRun(root, branches, checkpoints, checkpoint, lock, steps, new Touched());
        } catch (IOException | RuntimeException failure) {
            close(lock);
            throw failed(failure, root);
        }
    }

    @Override
    public Run resume(Path project) {
        Path root = root(project);
        Checkpoints checkpoints = checkpoints(root);
        Checkpoints.Lock lock = null;
        try {
            lock = checkpoints.lock();
            Checkpoint last = resumable(checkpoints);
            if (last == null) {
                throw AgentException.notFound(
                        "nothing-to-resume", "No run on " + root + " was interrupted, or what it was about is not known any more.",
                        "Start a new one with: likeminds integrate.");
            }
            requireUndisturbed(root, last.content());
            for (Entry entry : last.content().entries()) {
                Files.deleteIfExists(root.resolve(entry.path()).resolveSibling(Restoration.temporaryName(last.id())));
            }
            return new JournaledRun(root, branches, checkpoints, last, lock, steps, Touched.of(last.records()));
        } catch (IOException | RuntimeException failure) {
            close(lock);
            throw failed(failure, root);
        }
    }

    private static @Nullable Checkpoint resumable(Checkpoints checkpoints) throws IOException {
        List<Checkpoint> all = checkpoints.all();
        Checkpoint last = all.isEmpty() ? null : all.getLast();
        return last == null || last.committed() || last.folding() || last.task().isEmpty() ? null : last;
    }

    /** Every file of the run must be as it was before, or as the run left it. */
    private static void requireUndisturbed(Path root, Checkpoint.Content content) throws IOException {
        List<String> disturbed = new ArrayList<>();
        for (Entry entry : content.entries()) {
            FileState now = FileState.of(root.resolve(entry.path()));
            if (!now.sameContent(entry.former()) && !entry.guarded() && !entry.ours().contains(now.hash())) {
                disturbed.add(entry.path());
            }
        }
        if (!disturbed.isEmpty()) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT,
                    "run-disturbed",
                    "Somebody changed what the interrupted run had written: " + String.join(", ", disturbed) + ".",
                    "Bring the run's own text back, or take the run back with: likeminds undo.");
        }
    }

    @Override
    public List<Interrupted> interrupted() {
        List<Interrupted> found = new ArrayList<>();
        try {
            for (Path root : Checkpoints.projects(data)) {
                interruptedOn(root).ifPresent(found::add);
            }
        } catch (IOException failure) {
            throw failed(failure, data);
        }
        return List.copyOf(found);
    }

    @Override
    public Optional<Interrupted> interrupted(Path project) {
        Path root = root(project);
        try {
            return interruptedOn(root);
        } catch (IOException failure) {
            throw failed(failure, root);
        }
    }

    private Optional<Interrupted> interruptedOn(Path root) throws IOException {
        Checkpoints checkpoints = checkpoints(root);
        if (!checkpoints.any()) {
            return Optional.empty();
        }
        try (Checkpoints.Lock lock = checkpoints.lock()) {
            Checkpoint last = lock.held().isOpen() ? resumable(checkpoints) : null;
            return last == null ? Optional.empty() : Optional.of(new Interrupted(last.id(), root, last.task()));
        } catch (AgentException busy) {
            LOG.debug("A run is at work on {}, so none of it is interrupted.", root);
            return Optional.empty();
        }
    }

    @Override
    public Undone undo(Path project, Progress progress) {
        Path root = root(project);
        Checkpoints checkpoints = checkpoints(root);
        try (Checkpoints.Lock lock = checkpoints.lock()) {
            Undone recovered = recover(root, checkpoints, progress);
            if (recovered != null) {
                return recovered;
            }
            List<Checkpoint> all = checkpoints.all();
            if (all.isEmpty()) {
                throw AgentException.notFound(
                        "nothing-to-undo",
                        "No run has changed " + root + ", or every run was undone already.",
                        "Nothing needs to be done.");
            }
            return takeBack(root, all.getLast(), progress);
        } catch (IOException failure) {
            throw failed(failure, root);
        }
    }

    @Override
    public Optional<Undone> recover(Path project, Progress progress) {
        Path root = root(project);
        Checkpoints checkpoints = checkpoints(root);
        try {
            if (!checkpoints.any()) {
                return Optional.empty();
            }
            try (Checkpoints.Lock lock = checkpoints.lock()) {
                return lock.held().isOpen() ? Optional.ofNullable(recover(root, checkpoints, progress)) : Optional.empty();
            }
        } catch (IOException failure) {
            throw failed(failure, root);
        }
    }

    @Override
    public void requireInside(Path project, List<String> paths) {
        ProjectPaths inside = new ProjectPaths(root(project));
        paths.forEach(inside::place);
    }

    @Override
    public Optional<String> lastRun(Path project) {
        Path root = root(project);
        try {
            return checkpoints(root)
                    .all().stream().filter(Checkpoint::committed).map(Checkpoint::id).reduce((a, b) -> b);
        } catch (IOException failure) {
            throw failed(failure, root);
        }
    }

    /** Ends what an interrupted process left: its run is rolled back, its undo is finished. Null when nothing was to be done. */
    private @Nullable Undone recover(Path root, Checkpoints checkpoints, Progress progress) throws IOException {
        List<Checkpoint> all = checkpoints.all();
        if (all.isEmpty()) {
            return null;
        }
        Checkpoint last = all.getLast();
        if (last.folding() && all.size() > 1) {
            last.finishFold(all.get(all.size() - 2));
            return null;
        }
        if (last.committed()) {
            last.forgetTask();
            return last.undoing() ? takeBack(root, last, progress) : null;
        }
        boolean untouched = last.content().isEmpty();
        Undone undone = new Restoration(root, branches, steps, progress).restore(last);
        last.drop();
        return untouched ? null : undone;
    }

    private Undone takeBack(Path root, Checkpoint checkpoint, Progress progress) throws IOException {
        checkpoint.markUndoing();
        steps.reached("undoing");
        Undone undone = new Restoration(root, branches, steps, progress).restore(checkpoint);
        checkpoint.drop();
        return undone;
    }

    private Checkpoints checkpoints(Path root) {
        return new Checkpoints(data, root, encryption, steps);
    }

    private static Path root(Path project) {
        try {
            Path root = project.toRealPath();
            if (Files.isDirectory(root)) {
                return root;
            }
        } catch (IOException missing) {
            throw noFolder(project, missing);
        }
        throw noFolder(project, null);
    }

    private static AgentException noFolder(Path project, @Nullable Throwable cause) {
        return new AgentException(
                AgentException.Kind.NOT_FOUND,
                "project-not-found",
                "There is no folder " + project + ".",
                "Name the folder of an existing project.",
                cause);
    }

    private static void close(Checkpoints.@Nullable Lock lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static AgentException failed(Exception failure, Path where) {
        if (failure instanceof AgentException known) {
            return known;
        }
        return new AgentException(
                AgentException.Kind.UNAVAILABLE,
                "file-not-changed",
                "A file of " + where + " or of its checkpoint could not be read or written ("
                        + failure.getClass().getSimpleName() + ": " + failure.getMessage() + ").",
                "Check the permissions and the free space of the project and of the data folder.",
                failure);
    }
}
