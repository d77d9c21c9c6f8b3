package community.likeminds.agent.agents.documentation.orchestrator;

import community.likeminds.agent.agents.documentation.Answer;
import community.likeminds.agent.agents.documentation.AskRequest;
import community.likeminds.agent.agents.documentation.SearchRequest;
import community.likeminds.agent.agents.documentation.SearchResult;
import community.likeminds.agent.agents.documentation.contextretrieval.Context;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.analytics.SearchAnalytics;
import community.likeminds.agent.vector.analytics.SearchEvent;
import community.likeminds.agent.vector.analytics.SearchEvent.Outcome;
import community.likeminds.agent.vector.analytics.SearchEvent.PageRef;
import community.likeminds.agent.vector.analytics.SearchEvent.Purpose;
import community.likeminds.agent.vector.analytics.SearchEvent.Space;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Leaves a trace of searches and questions for the analytics. */
@Component
class SearchTrace {

    private final SearchAnalytics analytics;

    SearchTrace(SearchAnalytics analytics) {
        this.analytics = analytics;
    }

    SearchResult searched(TenantId tenant, SearchRequest request, SearchCache.Searched results, double millis) {
        List<SearchResult.Hit> hits = results.hits();
        String id = UUID.randomUUID().toString();
        List<String> notices = results.notices();
        Outcome outcome = hits.isEmpty() ? Outcome.NOTHING : Context.sure(results.confidence()) ? Outcome.ANSWERED : Outcome.UNSURE;
        if (request.page() > 1) {
            // Somebody turns pages: it is the same search, and its end is no gap.
            return new SearchResult(hits, millis, id, notices);
        }
        List<PageRef> shown =
                hits.stream().map(hit -> new PageRef(hit.source(), hit.page())).distinct().toList();
        analytics.record(
                tenant,
                new SearchEvent(
                        id, Instant.now(), Space.DOCUMENTS, Purpose.SEARCH, request.query(), request.platform(), millis, outcome, results.confidence(),
                        shown, List.of()));
        return new SearchResult(hits, millis, id, notices);
    }

    Answer asked(TenantId tenant, AskRequest request, Answer answer, Context context, List<String> notices, double millis) {
        String id = UUID.randomUUID().toString();
        Outcome outcome = context.passages().isEmpty() ? Outcome.NOTHING : answer.abstained() ? Outcome.UNSURE : Outcome.ANSWERED;
        List<PageRef> cited = pages(answer.citations());
        analytics.record(
                tenant,
                new SearchEvent(
                        id,
                        Instant.now(),
                        Space.DOCUMENTS,
                        Purpose.ANSWER,
                        request.question(),
                        request.platform(),
                        millis,
                        outcome,
                        context.confidence(),
                        pages(context.passages().stream().map(passage -> passage.chunk().citation()).toList()),
                        answer.abstained() ? List.of() : cited));
        return new Answer(
                answer.answer(),
                answer.citations(),
                answer.abstained(),
                answer.nextSteps(),
                answer.confidence(),
                answer.context(),
                request.explained() ? context.passages().stream().map(passage -> Hits.of(passage, List.of())).toList() : List.of(),
                notices,
                id);
    }

    private static List<PageRef> pages(List<Citation> citations) {
        return citations.stream()
                .map(citation -> new PageRef(citation.source(), citation.page()))
                .distinct()
                .toList();
    }
}
