package community.likeminds.agent.agents.coding.codevalidation;

import community.likeminds.agent.agents.coding.IntegrationReport.CheckOutcome;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.codeplanning.Draft;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import community.likeminds.agent.project.output.ChangeSets;
import community.likeminds.agent.shared.Progress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Climbs the ladder of proof, cheapest rung first, and mends what the published package or a tool's message decides. */
@Component
public class Ladder {

    /** Rungs that only add to what the build proves: a package may publish no types, a machine may have no browser. */
    private static final Set<String> LOOKED_INTO = Set.of("symbols", "peers", "look", "format", "lint", "duplicates", "tests");

    private final IntegrationValidator validator;

    Ladder(IntegrationValidator validator) {
        this.validator = validator;
    }

    /**
     * What the climb showed.
     *
     * @param checks every rung that was tried, in order; {@code repairs} lists what was mended
     * @param findings what is wrong in the documentation
     * @param corrections what was corrected, one sentence each
     * @param moved files that have another name now, because the first one was wrong for what they hold: new names by old ones
     */
    public record Proof(List<CheckOutcome> checks, List<String> findings, List<String> corrections, Map<String, String> moved) {

        public Proof {
            moved = Map.copyOf(moved);
        }

        /** Whether every rung held that a proof needs: what cannot be looked into is said, what cannot be built is not proven. */
        public boolean holds() {
            return broken().isEmpty();
        }

        /** The checks that keep this from being a proof, those that failed first. */
        public List<CheckOutcome> broken() {
            return checks.stream()
                    .filter(check -> check.status().equals("failed") || check.status().equals("not-possible") && !LOOKED_INTO.contains(check.name()))
                    .sorted(Comparator.comparing(check -> !check.status().equals("failed")))
                    .toList();
        }
    }

    /**
     * @param draft what was planned
     * @param run the run that holds the changes; corrections are written through it
     * @param texts texts that the run wrote, by path
     * @param skip rungs that are not wanted
     */
    public Proof climb(
            Draft draft, ProjectProfile profile, ChangeSets.Run run, Map<String, String> texts, List<String> skip,
            Map<String, String> environment, Progress progress) {
        return new Climb(validator, draft, profile, run, texts, environment, progress).climb(skip);
    }
}
