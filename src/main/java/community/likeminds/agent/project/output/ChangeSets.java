package community.likeminds.agent.project.output;

import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.Remote;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes files of projects so that every byte can be brought back. Before the first change of a run a checkpoint is made
 * outside the project; every write goes to a temporary file that is then moved into place.
 */
@Remote(limit = Remote.Limit.RUN)
public interface ChangeSets {

    /**
     * Starts a run on a project. Throws {@code project-busy} when another one is at work on it. An earlier run that was
     * interrupted is rolled back first.
     */
    default Run begin(Path project) {
        return begin(project, "");
    }

    /** @param task what the run is about, kept for {@link #resume} and readable by its owner only; empty for a run that cannot be resumed */
    Run begin(Path project, String task);

    /**
     * Takes up the run of a project that was interrupted, as it was left. Throws {@code nothing-to-resume}, {@code project-busy}, and
     * {@code run-disturbed} when somebody changed a file of the run since.
     */
    Run resume(Path project);

    /** Runs of any project that were interrupted and can be resumed, the latest first. */
    List<Interrupted> interrupted();

    /** The run of one project that was interrupted and can be resumed. */
    Optional<Interrupted> interrupted(Path project);

    /**
     * Undoes the last run of a project; an interrupted one is rolled back, and an interrupted undo finished, instead.
     * Throws {@code nothing-to-undo}, {@code project-busy}.
     */
    default Undone undo(Path project) {
        return undo(project, Progress.NONE);
    }

    Undone undo(Path project, Progress progress);

    /** Rolls an interrupted run of a project back, or finishes an interrupted undo; empty when there is neither. Throws {@code project-busy}. */
    Optional<Undone> recover(Path project, Progress progress);

    /** Refuses paths that a run on the project must not change ({@code path-outside-project}); changes nothing. */
    void requireInside(Path project, List<String> paths);

    /** The last run of a project that can be undone. */
    Optional<String> lastRun(Path project);

    /** A run at work. Closing it without {@link #commit()} rolls everything back. */
    interface Run extends AutoCloseable {

        String id();

        /** What {@link ChangeSets#begin(Path, String)} was given. */
        String task();

        /** Keeps a note for good, for whoever resumes or undoes the run. */
        void note(String note);

        /** Every note so far, in order. */
        List<String> notes();

        /** Content of a file before the run, or null when it was not there. */
        byte @Nullable [] former(String path);

        /** Takes back what came after the steps: folders that commands filled are removed, files other than these are as before. */
        void rewind(Set<String> planned, Progress progress);

        /**
         * Writes a file, making its folders. Refuses paths that leave the project, also over symbolic links
         * ({@code path-outside-project}).
         */
        void write(String path, byte[] content);

        void delete(String path);

        /**
         * Takes note of files that a command is about to change by itself (a lockfile, a manifest), so that undo brings
         * them back as well. A path that ends in {@code node_modules} or in a slash is a folder that a command fills: undo
         * removes it when it was not there before the run, and leaves it alone when it was. A guarded file's content is
         * taken as the run's own until {@link #commit()}.
         */
        void guard(List<String> paths);

        /** What changed since the start of the run, by path. */
        Map<String, Change> changes();

        /** Unified diff of all changes; text that is secret is masked. */
        String diff(List<String> secrets);

        /**
         * Makes the changes stay; undo is possible from now on. A run that changed nothing leaves no checkpoint, and one in
         * which only guarded files changed is joined to the run before it, so that one undo takes both back.
         */
        void commit();

        @Override
        void close();
    }

    /**
     * @param before former content, or null when the file was created
     * @param after present content, or null when it was deleted
     */
    record Change(byte @Nullable [] before, byte @Nullable [] after) {

        public String kind() {
            return before == null ? "created" : after == null ? "deleted" : "changed";
        }
    }

    /**
     * @param restored files that have their former bytes again
     * @param removed files that the run had created
     * @param kept files that somebody else changed since and that were left alone
     * @param merged files that somebody else changed since: the run's lines are out again, the others stay
     */
    record Undone(List<String> restored, List<String> removed, List<String> kept, List<String> merged) {

        public Undone(List<String> restored, List<String> removed, List<String> kept) {
            this(restored, removed, kept, List.of());
        }
    }

    /**
     * A run whose process has ended before it was committed.
     *
     * @param id of the run
     * @param project its root
     * @param task what it was begun with
     */
    record Interrupted(String id, Path project, String task) {}
}
