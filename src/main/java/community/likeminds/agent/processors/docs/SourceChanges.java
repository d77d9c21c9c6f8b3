package community.likeminds.agent.processors.docs;

import java.util.List;

/**
 * What the history of a source says has changed between two of its versions, in its files; one file can be part of many pages.
 *
 * @param from the version before, for example a commit
 * @param to the version now
 * @param commits how many commits lead from one to the other, or 0 when that is not known because the history was rewritten or is cut
 * @param added number of files that are new
 * @param changed number of files whose content differs
 * @param removed number of files that are gone
 * @param files the files, in path order, at most {@link #MOST_FILES}
 */
public record SourceChanges(String from, String to, int commits, int added, int changed, int removed, List<FileChange> files) {

    public static final int MOST_FILES = 500;

    public SourceChanges {
        files = List.copyOf(files);
    }

    /** What happened to a file. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    /** @param path below the source's root, with forward slashes */
    public record FileChange(String path, Kind kind) {}
}
