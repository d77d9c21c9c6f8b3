package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.processors.docs.Citation;
import java.util.List;

/**
 * An answer made of what the documents say.
 *
 * @param answer Markdown; every statement and snippet carries a mark such as {@code [1]} that points into the citations
 * @param citations in the order of their marks
 * @param abstained true when the documents do not cover the question; then {@code answer} says so and the citations are the
 *     nearest passages
 * @param nextSteps what the person can do next, plain sentences
 * @param confidence how sure it is that the documents cover the question, 0 to 1
 * @param context what helps to understand the quoted passages; some of it may be quoted in the answer
 * @param considered passages that were considered, best first; empty unless an explanation was asked for
 * @param notices what else is to be known about the answer, plain sentences
 * @param id of this question, for saying which pages were of use
 */
public record Answer(
        String answer,
        List<Citation> citations,
        boolean abstained,
        List<String> nextSteps,
        double confidence,
        List<ContextPassage> context,
        List<SearchResult.Hit> considered,
        List<String> notices,
        String id) {

    public Answer {
        citations = List.copyOf(citations);
        nextSteps = List.copyOf(nextSteps);
        context = List.copyOf(context);
        considered = List.copyOf(considered);
        notices = List.copyOf(notices);
    }

    /** An answer and nothing about it. */
    public Answer(String answer, List<Citation> citations, boolean abstained, List<String> nextSteps) {
        this(answer, citations, abstained, nextSteps, abstained ? 0 : 1, List.of(), List.of(), List.of(), "");
    }
}
