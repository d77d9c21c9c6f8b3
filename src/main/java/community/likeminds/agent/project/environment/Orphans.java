package community.likeminds.agent.project.environment;

import community.likeminds.agent.shared.Remote;
import java.nio.file.Path;

/** Programs that outlived the process of this product that had started them. */
@Remote(limit = Remote.Limit.RUN, repeatable = true)
public interface Orphans {

    /**
     * Ends every such program that works in a folder or below it, with everything that it started; returns when they are gone.
     *
     * @return how many there were
     */
    int end(Path folder);
}
