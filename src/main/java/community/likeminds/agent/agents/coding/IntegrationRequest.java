package community.likeminds.agent.agents.coding;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * @param project folder of the project
 * @param docs locations of documentation, as {@code likeminds ingest} takes them; empty means every ingested source
 * @param request what is wanted, in a developer's words
 * @param values values for placeholders such as keys and ids, by name
 * @param branch when not empty, the work is committed to this new git branch, one commit a step
 * @param allowDirty whether uncommitted changes in the project are acceptable
 * @param skip rungs of the proof that are not wanted: {@code install}, {@code build}
 * @param trackedValues whether values may be written into files that git commits
 */
public record IntegrationRequest(
        Path project,
        List<String> docs,
        String request,
        Map<String, String> values,
        String branch,
        boolean allowDirty,
        List<String> skip,
        boolean trackedValues) {

    public IntegrationRequest(
            Path project, List<String> docs, String request, Map<String, String> values, String branch, boolean allowDirty, List<String> skip) {
        this(project, docs, request, values, branch, allowDirty, skip, false);
    }

    public IntegrationRequest {
        docs = List.copyOf(docs);
        values = Map.copyOf(values);
        skip = List.copyOf(skip);
    }
}
