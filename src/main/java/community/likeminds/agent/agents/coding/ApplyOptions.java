package community.likeminds.agent.agents.coding;

import java.util.List;
import java.util.Map;

/**
 * How a plan is applied.
 *
 * @param values values for placeholders such as keys and ids, by name
 * @param branch when not empty, the work is committed to this new git branch, one commit a step
 * @param allowDirty whether uncommitted changes in the project are acceptable
 * @param skip rungs of the proof that are not wanted: {@code install}, {@code build}
 * @param trackedValues whether values may be written into files that git commits
 */
public record ApplyOptions(Map<String, String> values, String branch, boolean allowDirty, List<String> skip, boolean trackedValues) {

    public ApplyOptions(Map<String, String> values, String branch, boolean allowDirty, List<String> skip) {
        this(values, branch, allowDirty, skip, false);
    }

    public ApplyOptions {
        values = Map.copyOf(values);
        skip = List.copyOf(skip);
    }
}
