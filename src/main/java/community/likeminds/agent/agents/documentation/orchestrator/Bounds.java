package community.likeminds.agent.agents.documentation.orchestrator;

import community.likeminds.agent.agents.documentation.AskRequest;
import community.likeminds.agent.agents.documentation.SearchRequest;
import community.likeminds.agent.processors.docs.PageFacts;
import community.likeminds.agent.shared.AgentException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a request may ask for. */
final class Bounds {

    private static final int MOST_AT_ONCE = 100;

    private Bounds() {}

    static void check(SearchRequest request) {
        if (request.limit() < 1 || request.limit() > MOST_AT_ONCE) {
            throw AgentException.badInput(
                    "limit-invalid",
                    "The limit " + request.limit() + " is not between 1 and " + MOST_AT_ONCE + ".",
                    "Ask for 1 to " + MOST_AT_ONCE + " results.");
        }
        if (request.page() < 1 || (long) request.page() * request.limit() > SearchRequest.MOST_RESULTS) {
            throw AgentException.badInput(
                    "page-invalid",
                    "Page " + request.page() + " of " + request.limit() + " results is not within the first " + SearchRequest.MOST_RESULTS + " results.",
                    "Turn fewer pages, or ask more precisely.");
        }
        context(request.contextTokens());
        kind(request.narrowing().kind());
    }

    static void check(AskRequest request) {
        context(request.contextTokens());
        kind(request.narrowing().kind());
    }

    private static void context(int tokens) {
        if (tokens < 0 || tokens > SearchRequest.MOST_CONTEXT) {
            throw AgentException.badInput(
                    "context-invalid",
                    "The context of " + tokens + " tokens is not between 0 and " + SearchRequest.MOST_CONTEXT + ".",
                    "Ask for up to " + SearchRequest.MOST_CONTEXT + " tokens of context, or for none.");
        }
    }

    private static void kind(String kind) {
        String wanted = kind.strip();
        if (!wanted.isEmpty() && Arrays.stream(PageFacts.Kind.values()).noneMatch(one -> one.name().equalsIgnoreCase(wanted))) {
            String known = Arrays.stream(PageFacts.Kind.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
            throw AgentException.badInput("kind-unknown", "There are no pages of the kind '" + wanted + "'.", "Ask for one of " + known + ".");
        }
    }
}
