package community.likeminds.agent.project.output;

import community.likeminds.agent.shared.Remote;
import java.nio.file.Path;

/** Tells what git would do with files of a project. */
@Remote(limit = Remote.Limit.RUN, repeatable = true)
public interface GitFiles {

    /** Whether a file is in the index, so that its changes are committed; false without a repository. */
    boolean tracked(Path project, String path);

    /** Whether the project's own ignore files leave a file out, also without a repository. */
    boolean ignored(Path project, String path);
}
