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
 */
public record Answer(String answer, List<Citation> citations, boolean abstained, List<String> nextSteps) {

    public Answer {
        citations = List.copyOf(citations);
        nextSteps = List.copyOf(nextSteps);
    }
}
