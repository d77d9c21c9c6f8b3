package community.likeminds.agent.agents.coding.codevalidation;

import java.util.Optional;

/** Mends one kind of error from what a tool's message says of it. The same message always leads to the same correction. */
interface Repair {

    /** What to change, or empty when no message is of its kind or when it cannot be sure. */
    Optional<Mended> mend(Broken broken);
}
