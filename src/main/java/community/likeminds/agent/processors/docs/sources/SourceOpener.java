package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.shared.Progress;

/** Opens one kind of location. */
interface SourceOpener {

    /** Whether a location is of this kind. */
    boolean accepts(String location);

    Source open(String location, Progress progress);
}
