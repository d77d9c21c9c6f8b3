package community.likeminds.agent.agents.documentation.orchestrator;

import community.likeminds.agent.agents.documentation.Answer;
import community.likeminds.agent.agents.documentation.AskRequest;
import community.likeminds.agent.agents.documentation.ContextPassage;
import community.likeminds.agent.agents.documentation.DocumentationAgent;
import community.likeminds.agent.agents.documentation.IngestResult;
import community.likeminds.agent.agents.documentation.SearchRequest;
import community.likeminds.agent.agents.documentation.SearchResult;
import community.likeminds.agent.agents.documentation.SourceSummary;
import community.likeminds.agent.agents.documentation.contextretrieval.Context;
import community.likeminds.agent.agents.documentation.contextretrieval.ContextRetrieval;
import community.likeminds.agent.agents.documentation.contextretrieval.Surroundings;
import community.likeminds.agent.agents.documentation.ingestion.Ingestion;
import community.likeminds.agent.agents.documentation.ingestion.SourceHistory;
import community.likeminds.agent.agents.documentation.ingestion.SourceRecords;
import community.likeminds.agent.agents.documentation.ingestion.TaskJobs;
import community.likeminds.agent.agents.documentation.queryunderstanding.QueryUnderstanding;
import community.likeminds.agent.agents.documentation.queryunderstanding.UnderstoodQuestion;
import community.likeminds.agent.agents.documentation.solutionarchitect.SolutionArchitect;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.DocumentVectors;
import community.likeminds.agent.vector.docs.Found;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@link DocumentationAgent} in this process. */
@Component
class DocumentationOrchestrator implements DocumentationAgent {

    private static final int PASSAGES_FOR_AN_ANSWER = 10;

    private final Ingestion ingestion;
    private final TaskJobs jobs;
    private final SourceRecords records;
    private final SourceHistory history;
    private final DocumentVectors vectors;
    private final Embeddings embeddings;
    private final QueryUnderstanding understanding;
    private final ContextRetrieval retrieval;
    private final Surroundings surroundings;
    private final SolutionArchitect architect;
    private final SearchTrace trace;
    private final SearchCache cache;

    DocumentationOrchestrator(
            Ingestion ingestion,
            TaskJobs jobs,
            SourceRecords records,
            SourceHistory history,
            DocumentVectors vectors,
            Embeddings embeddings,
            QueryUnderstanding understanding,
            ContextRetrieval retrieval,
            Surroundings surroundings,
            SolutionArchitect architect,
            SearchTrace trace,
            SearchCache cache) {
        this.ingestion = ingestion;
        this.jobs = jobs;
        this.records = records;
        this.history = history;
        this.vectors = vectors;
        this.embeddings = embeddings;
        this.understanding = understanding;
        this.retrieval = retrieval;
        this.surroundings = surroundings;
        this.architect = architect;
        this.trace = trace;
        this.cache = cache;
    }

    @Override
    public IngestResult ingest(TenantId tenant, String location, Progress progress) {
        return jobs.run(tenant, location, progress);
    }

    @Override
    public List<SourceSummary> sources(TenantId tenant) {
        return records.sources(tenant).stream()
                .map(known -> {
                    DocumentVectors.Counts counts = vectors.counts(tenant, known.name(), embeddings.model());
                    return new SourceSummary(
                            known.name(),
                            known.kind(),
                            known.location(),
                            known.version(),
                            records.pageCount(tenant, known.name()),
                            counts.chunks(),
                            counts.embedded(),
                            known.ingestedAt(),
                            history.of(tenant, known.name(), known.version()).orElse(null));
                })
                .toList();
    }

    @Override
    public void remove(TenantId tenant, String name) {
        ingestion.remove(tenant, name);
    }

    @Override
    public SearchResult search(TenantId tenant, SearchRequest request) {
        long start = System.nanoTime();
        Bounds.check(request);
        UnderstoodQuestion question = understanding.understand(request.query(), request.platform());
        requireSource(tenant, request.source());
        SearchCache.Searched searched = cache.of(tenant, request, () -> searched(tenant, question, request));
        return trace.searched(tenant, request, searched, (System.nanoTime() - start) / 1e6);
    }

    private SearchCache.Searched searched(TenantId tenant, UnderstoodQuestion question, SearchRequest request) {
        ContextRetrieval.Results results = retrieval.search(tenant, question, request);
        List<Found.Passage> found = results.passages();
        List<List<ContextPassage>> context = request.contextTokens() == 0
                ? Collections.nCopies(found.size(), List.of())
                : surroundings.around(
                        tenant, found.stream().map(Found.Passage::chunk).toList(), question.identifiers(), request.contextTokens());
        List<SearchResult.Hit> hits = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            hits.add(Hits.of(found.get(i), context.get(i)));
        }
        return new SearchCache.Searched(List.copyOf(hits), results.confidence(), results.notices());
    }

    @Override
    public Answer ask(TenantId tenant, AskRequest request) {
        long start = System.nanoTime();
        Bounds.check(request);
        UnderstoodQuestion question = understanding.understand(request.question(), request.platform());
        requireSource(tenant, request.source());
        if (records.sources(tenant).isEmpty()) {
            throw AgentException.notFound(
                    "no-documentation",
                    "No documentation has been ingested yet.",
                    "Ingest some first with: likeminds ingest SOURCE.");
        }
        Context context = retrieval.retrieve(tenant, question, request, PASSAGES_FOR_AN_ANSWER);
        Answer answer = architect.answer(tenant, question, context, request.contextTokens());
        return trace.asked(tenant, request, answer, context, context.notices(), (System.nanoTime() - start) / 1e6);
    }

    private void requireSource(TenantId tenant, String source) {
        if (!source.isEmpty() && records.source(tenant, source).isEmpty()) {
            throw AgentException.notFound(
                    "source-unknown",
                    "There is no documentation source called '" + source + "'.",
                    "See the names with: likeminds sources.");
        }
    }
}
