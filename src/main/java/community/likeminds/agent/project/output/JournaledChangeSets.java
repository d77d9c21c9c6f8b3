package community.likeminds.agent.project.output;

import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a write-ahead journal and the former bytes of every touched file below the data folder. */
final class JournaledChangeSets implements ChangeSets {

    private static final Logger LOG = LoggerFactory.getLogger(JournaledChangeSets.class);

    private final Path data;
    private final Steps steps;

    JournaledChangeSets(Path data) {
        this(data, Steps.UNWATCHED);
    }

    JournaledChangeSets(Path data, Steps steps) {
        this.data = data;
        this.steps = steps;
    }

    @Override
    public Run begin(Path project) {
        Path root = root(project);
        Checkpoints checkpoints = new Checkpoints(data, root, steps);
        Checkpoints.Lock lock = null;
        try {
            lock = checkpoints.lock();
            Undone recovered = recover(root, checkpoints);
            if (recovered != null && !recovered.kept().isEmpty()) {
                LOG.warn("An interrupted run was rolled back; files that somebody changed since stay: {}",
                        recovered.kept());
            }
            return new JournaledRun(root, checkpoints, checkpoints.create(), lock, steps);
        } catch (IOException | RuntimeException failure) {
            close(lock);
            throw failed(failure, root);
        }
    }

    @Override
    public Undone undo(Path project) {
        Path root = root(project);
        Checkpoints checkpoints = new Checkpoints(data, root, steps);
        try (Checkpoints.Lock lock = checkpoints.lock()) {
            Undone recovered = recover(root, checkpoints);
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
            return takeBack(root, all.getLast());
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
            return new Checkpoints(data, root, steps)
                    .all().stream().filter(Checkpoint::committed).map(Checkpoint::id).reduce((a, b) -> b);
        } catch (IOException failure) {
            throw failed(failure, root);
        }
    }

    /** Ends what an interrupted process left: its run is rolled back, its undo is finished. Null when nothing was to be done. */
    private @Nullable Undone recover(Path root, Checkpoints checkpoints) throws IOException {
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
            return last.undoing() ? takeBack(root, last) : null;
        }
        boolean untouched = last.content().isEmpty();
        Undone undone = new Restoration(root, steps).restore(last);
        last.drop();
        return untouched ? null : undone;
    }

    private Undone takeBack(Path root, Checkpoint checkpoint) throws IOException {
        checkpoint.markUndoing();
        steps.reached("undoing");
        Undone undone = new Restoration(root, steps).restore(checkpoint);
        checkpoint.drop();
        return undone;
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
