package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.Remote;
import java.util.Set;

/** Looks for mistakes in documentation: what is broken, contradicts itself or names what does not exist. */
@Remote(limit = Remote.Limit.INGESTION, repeatable = true)
public interface DocumentationReview {

    /**
     * Reads a source and checks it. Stores nothing of it.
     *
     * @throws community.likeminds.agent.shared.AgentException with a code {@code source-…} when it cannot be read,
     *     {@code finding-unknown} when the request names a kind that there is not
     */
    Review review(ReviewRequest request, Progress progress);

    /**
     * What to check.
     *
     * @param location what {@link DocumentationAgent#ingest} takes
     * @param only codes of {@link FindingKind}s to look for, or empty for all
     * @param known fingerprints of findings that are not reported again
     * @param offline whether package registries are left alone
     */
    record ReviewRequest(String location, Set<String> only, Set<String> known, boolean offline) {

        public ReviewRequest {
            only = Set.copyOf(only);
            known = Set.copyOf(known);
        }
    }
}
