package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.Remote;
import community.likeminds.agent.shared.TenantId;
import java.util.List;

/** Ingests documentation, finds passages in it and answers questions from it. */
@Remote(limit = Remote.Limit.SEARCH, repeatable = true)
public interface DocumentationAgent {

    /**
     * Reads a source and makes it searchable: by words at once, by meaning as soon as its vectors are made. Unchanged pages
     * cost nothing, pages that are gone vanish from the index.
     *
     * @throws community.likeminds.agent.shared.AgentException with a code {@code source-…} when it cannot be read
     */
    @Remote(limit = Remote.Limit.INGESTION)
    IngestResult ingest(TenantId tenant, String location, Progress progress);

    /** Every source that was ingested, by name. */
    List<SourceSummary> sources(TenantId tenant);

    /** Forgets a source and everything that was made of it. Throws {@code source-unknown} when there is none. */
    @Remote(limit = Remote.Limit.INTERACTIVE)
    void remove(TenantId tenant, String name);

    SearchResult search(TenantId tenant, SearchRequest request);

    /** Answers with quotations and citations, or abstains when the documents do not cover the question. */
    Answer ask(TenantId tenant, AskRequest request);
}
