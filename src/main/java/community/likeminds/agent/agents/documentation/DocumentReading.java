package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.Remote;
import community.likeminds.agent.shared.TenantId;
import java.util.List;

/** Reads documentation for work that needs its structure at once and cannot wait for an index. */
@Remote(limit = Remote.Limit.INGESTION, repeatable = true)
public interface DocumentReading {

    /**
     * Every readable page of the locations, in their order and then in path order. Stores nothing and embeds nothing.
     *
     * @param locations what {@link DocumentationAgent#ingest} takes; sources get names that tell them apart
     * @throws community.likeminds.agent.shared.AgentException with a code {@code source-…} when one cannot be read
     */
    List<Page> pages(TenantId tenant, List<String> locations, Progress progress);
}
