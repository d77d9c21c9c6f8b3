package community.likeminds.agent.agents.documentation.codebases;

import community.likeminds.agent.agents.documentation.Codebases.Hit;
import community.likeminds.agent.agents.documentation.Codebases.Hits;
import community.likeminds.agent.agents.documentation.Codebases.Search;
import community.likeminds.agent.agents.documentation.ContextPassage;
import community.likeminds.agent.agents.documentation.ScoreExplanation;
import community.likeminds.agent.agents.documentation.SearchRequest;
import community.likeminds.agent.agents.documentation.contextretrieval.CodeSurroundings;
import community.likeminds.agent.agents.documentation.contextretrieval.Meaning;
import community.likeminds.agent.processors.code.CodeChunk;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.analytics.SearchAnalytics;
import community.likeminds.agent.vector.analytics.SearchEvent;
import community.likeminds.agent.vector.analytics.SearchEvent.Outcome;
import community.likeminds.agent.vector.analytics.SearchEvent.PageRef;
import community.likeminds.agent.vector.analytics.SearchEvent.Purpose;
import community.likeminds.agent.vector.analytics.SearchEvent.Space;
import community.likeminds.agent.vector.code.CodeFound;
import community.likeminds.agent.vector.code.CodeMatch;
import community.likeminds.agent.vector.code.CodeQuery;
import community.likeminds.agent.vector.code.CodeVectors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds passages of source code, says whether they are what was asked for, and brings what they need to be understood. */
@Component
class CodeSearch {

    private static final int MOST_RESULTS = 100;
    private static final int NEAREST = 3;

    private final Meaning meaning;
    private final CodeVectors vectors;
    private final CodebaseRecords records;
    private final CodeSurroundings surroundings;
    private final SearchAnalytics analytics;

    CodeSearch(Meaning meaning, CodeVectors vectors, CodebaseRecords records, CodeSurroundings surroundings, SearchAnalytics analytics) {
        this.meaning = meaning;
        this.vectors = vectors;
        this.records = records;
        this.surroundings = surroundings;
        this.analytics = analytics;
    }

    Hits search(TenantId tenant, Search search) {
        check(tenant, search);
        long start = System.nanoTime();
        float[] vector = meaning.ofQuestion(search.query());
        CodeFound found = vectors.search(new CodeQuery(
                tenant,
                search.query(),
                meaning.model(),
                vector,
                search.codebase(),
                search.language(),
                search.kind().toLowerCase(Locale.ROOT),
                search.path(),
                search.limit(),
                CodeQuery.Ranking.ADAPTIVE,
                search.explained()));
        double confidence = CodeConfidence.of(search.query(), found);
        boolean abstained = !found.matches().isEmpty() && !CodeConfidence.sure(confidence);
        List<Hit> hits = hits(tenant, found.matches(), search);
        double millis = (System.nanoTime() - start) / 1e6;
        String id = UUID.randomUUID().toString();
        record(tenant, search, hits, confidence, millis, id);
        List<String> notices = new ArrayList<>();
        if (abstained) {
            notices.add(refusal(found.matches()));
        }
        if (vector == null) {
            notices.add(Meaning.NOTICE);
        }
        return new Hits(hits, abstained, confidence, millis, id, notices);
    }

    private void check(TenantId tenant, Search search) {
        if (search.query().isBlank() || search.limit() < 1 || search.limit() > MOST_RESULTS) {
            throw AgentException.badInput(
                    "query-invalid", "There is nothing to search for, or the limit is not within 1 to 100.", "Give some words and a limit within 1 to 100.");
        }
        if (search.contextTokens() < 0 || search.contextTokens() > SearchRequest.MOST_CONTEXT) {
            throw AgentException.badInput(
                    "context-invalid",
                    "The context may not have " + search.contextTokens() + " tokens.",
                    "Ask for 0 to " + SearchRequest.MOST_CONTEXT + " tokens.");
        }
        if (!search.codebase().isEmpty() && records.find(tenant, search.codebase()).isEmpty()) {
            throw CodebaseRecords.unknown(search.codebase());
        }
    }

    private static String refusal(List<CodeMatch> nearest) {
        return "The indexed code hardly has what was asked for. Nearest: "
                + nearest.stream()
                        .limit(NEAREST)
                        .map(CodeMatch::chunk)
                        .map(chunk -> chunk.qualifiedName().isEmpty() ? chunk.path() : chunk.qualifiedName() + " (" + chunk.path() + ")")
                        .distinct()
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private List<Hit> hits(TenantId tenant, List<CodeMatch> found, Search search) {
        List<List<ContextPassage>> context = search.contextTokens() == 0
                ? Collections.nCopies(found.size(), List.of())
                : surroundings.around(tenant, found, Set.of(search.query().split("\\W+")), search.contextTokens());
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            hits.add(hit(found.get(i), context.get(i)));
        }
        return hits;
    }

    private static Hit hit(CodeMatch match, List<ContextPassage> context) {
        CodeChunk chunk = match.chunk();
        return new Hit(
                match.project(),
                chunk.path(),
                chunk.qualifiedName(),
                chunk.kind(),
                chunk.signature(),
                chunk.startLine(),
                chunk.endLine(),
                match.score(),
                chunk.text(),
                ScoreExplanation.of(match.explanation()),
                context);
    }

    private void record(TenantId tenant, Search search, List<Hit> hits, double confidence, double millis, String id) {
        Outcome outcome = hits.isEmpty() ? Outcome.NOTHING : CodeConfidence.sure(confidence) ? Outcome.ANSWERED : Outcome.UNSURE;
        List<PageRef> shown = hits.stream().map(hit -> new PageRef(hit.codebase(), hit.path())).distinct().toList();
        analytics.record(
                tenant,
                new SearchEvent(
                        id, Instant.now(), Space.CODE, Purpose.SEARCH, search.query(), search.language(), millis, outcome, confidence, shown, List.of()));
    }
}
