package community.likeminds.agent.agents.documentation.review;

import java.util.Optional;

/** Says whether packages are published. */
interface Registries {

    /**
     * @param ecosystem {@code npm} or {@code maven}
     * @return empty when the registry could not be asked
     */
    Optional<Boolean> has(String ecosystem, String name);

    /** What is known without asking; empty when nothing is. */
    Optional<Boolean> remembered(String ecosystem, String name);
}
