package community.likeminds.agent.vector.core;

import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Collections in a file, with their vectors: to keep, to move to another installation or to another store. */
public interface Snapshots {

    /**
     * Writes a file, whole or not at all.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code snapshot-exists}, {@code snapshot-unwritable}
     */
    Counts save(VectorStore store, Space space, Contents contents, Path file, Progress progress);

    /**
     * Opens a file after looking at all of it.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code snapshot-unreadable}, {@code snapshot-damaged}, {@code
     *     snapshot-newer}, {@code snapshot-older} or {@code snapshot-other}; nothing was changed
     */
    Opened open(Space space, Path file, Progress progress);

    /**
     * What goes into a snapshot.
     *
     * @param tenant whose collections
     * @param sources names of the collections
     * @param attachments texts that belong to them, by name; a name is made of letters, digits, dots and hyphens
     */
    record Contents(TenantId tenant, List<String> sources, Map<String, String> attachments) {

        public Contents {
            sources = List.copyOf(sources);
            attachments = Map.copyOf(attachments);
        }
    }

    /** A file that is whole. */
    interface Opened extends AutoCloseable {

        /** The collections in it. */
        List<String> sources();

        /** A text that was attached, or an empty one. */
        String attachment(String name);

        /** Makes the collection of a source hold what it held when the snapshot was taken, and nothing else. */
        Counts restore(VectorStore store, TenantId tenant, String source);

        @Override
        void close();
    }
}
