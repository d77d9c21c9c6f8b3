package community.likeminds.agent.fakes;

import community.likeminds.agent.agents.documentation.Answer;
import community.likeminds.agent.agents.documentation.AskRequest;
import community.likeminds.agent.agents.documentation.DocumentationAgent;
import community.likeminds.agent.agents.documentation.IngestResult;
import community.likeminds.agent.agents.documentation.SearchRequest;
import community.likeminds.agent.agents.documentation.SearchResult;
import community.likeminds.agent.agents.documentation.SourceSummary;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.processors.docs.ReadResult;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Knows one page and remembers what it was asked. */
public final class FakeDocumentationAgent implements DocumentationAgent {

    public final List<Object> calls = new ArrayList<>();

    @Override
    public IngestResult ingest(TenantId tenant, String location, Progress progress) {
        calls.add(location);
        if (location.endsWith("missing")) {
            throw AgentException.badInput("source-not-found", "There is nothing there.", "Name another source.");
        }
        progress.report("Reading pages", 1, 2, "a.md");
        progress.report("Reading pages", 2, 2, "b.md");
        return new IngestResult(
                "docs", "", 2, 2, 0, 0, 0, 7, 7, List.of(new ReadResult.LeftOut("logo.png", "It is binary.")), 1200);
    }

    private Function<TenantId, List<SourceSummary>> sources = tenant -> List.of(
            new SourceSummary("docs", "folder", "/srv/docs", "", 2, 7, 7, Instant.parse("2026-01-02T03:04:05Z"), null));

    /** Replaces the one source that it knows. */
    public FakeDocumentationAgent sourcesFrom(Function<TenantId, List<SourceSummary>> others) {
        sources = others;
        return this;
    }

    @Override
    public List<SourceSummary> sources(TenantId tenant) {
        return sources.apply(tenant);
    }

    @Override
    public void remove(TenantId tenant, String name) {
        calls.add("remove " + name);
        if (!name.equals("docs")) {
            throw AgentException.notFound(
                    "source-unknown", "There is no source '" + name + "'.", "List them with: likeminds sources");
        }
    }

    @Override
    public SearchResult search(TenantId tenant, SearchRequest request) {
        calls.add(request);
        return new SearchResult(
                List.of(new SearchResult.Hit("docs", "a.md", "Start", 3, 9, 0.5, "Call `init` first. ✓")), 1.5, "search-1");
    }

    @Override
    public Answer ask(TenantId tenant, AskRequest request) {
        calls.add(request);
        return new Answer(
                "Call `init` first [1].", List.of(new Citation("docs", "a.md", "Start", 3, 9)), false, List.of("Try it."));
    }
}
