package community.likeminds.agent.processors.docs.sources;

import java.io.IOException;
import java.nio.file.Path;

/** A way to reach repositories. */
interface GitRemote {

    /**
     * @param ref full name of the branch or tag, or {@code HEAD}
     * @param commit that it stands at
     */
    record Head(String ref, String commit) {}

    /**
     * What the location's branch stands at.
     *
     * @throws Unreachable when the network or the host does not answer
     * @throws community.likeminds.agent.shared.AgentException when there is no such repository or branch
     */
    Head head(GitLocation git) throws Unreachable, IOException;

    /**
     * Brings a branch into a bare repository.
     *
     * @param as full name of the reference that it gets there; moved also when the history was rewritten
     * @param depth how many commits at most
     */
    void fetch(GitLocation git, Path bare, String ref, String as, int depth) throws Unreachable, IOException;

    /** The network or the host does not answer. */
    final class Unreachable extends Exception {

        private static final long serialVersionUID = 1;

        Unreachable(Throwable cause) {
            super(cause);
        }

        Unreachable(String message) {
            super(message);
        }
    }
}
