package community.likeminds.agent.project.output;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes files of projects so that every byte can be brought back. Before the first change of a run a checkpoint is made
 * outside the project; every write goes to a temporary file that is then moved into place.
 */
public interface ChangeSets {

    /**
     * Starts a run on a project. Throws {@code project-busy} when another one is at work on it. An earlier run that was
     * interrupted is rolled back first.
     */
    Run begin(Path project);

    /**
     * Undoes the last run of a project; an interrupted one is rolled back, and an interrupted undo finished, instead.
     * Throws {@code nothing-to-undo}, {@code project-busy}.
     */
    Undone undo(Path project);

    /** Refuses paths that a run on the project must not change ({@code path-outside-project}); changes nothing. */
    void requireInside(Path project, List<String> paths);

    /** The last run of a project that can be undone. */
    Optional<String> lastRun(Path project);

    /** A run at work. Closing it without {@link #commit()} rolls everything back. */
    interface Run extends AutoCloseable {

        String id();

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
     */
    record Undone(List<String> restored, List<String> removed, List<String> kept) {}
}
