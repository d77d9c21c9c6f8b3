package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.Remote;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.List;

/** Takes indexed source code, with its vectors, into a file and back, as {@link DocumentationSnapshots} does with documentation. */
@Remote(limit = Remote.Limit.INGESTION)
public interface CodebaseSnapshots {

    /**
     * Writes a file, whole or not at all.
     *
     * @param codebases names, or empty for all
     * @throws community.likeminds.agent.shared.AgentException {@code code-unknown}, {@code code-busy}, {@code no-code}, {@code snapshot-…}
     */
    DocumentationSnapshots.Result save(TenantId tenant, List<String> codebases, Path file, Progress progress);

    /**
     * Puts the codebases of a file in the place of those of their names; others stay. Each codebase is replaced as a whole.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code code-busy}, or {@code snapshot-…} when the file is damaged, newer than
     *     this program or one of documentation, and nothing was changed
     */
    DocumentationSnapshots.Result restore(TenantId tenant, Path file, Progress progress);
}
