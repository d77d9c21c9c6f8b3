package community.likeminds.agent.agents.documentation.solutionarchitect;

import community.likeminds.agent.agents.documentation.queryunderstanding.UnderstoodQuestion;
import community.likeminds.agent.processors.docs.Citation;
import java.util.ArrayList;
import java.util.List;

/** What a person can do with an answer. */
final class NextSteps {

    private NextSteps() {}

    static List<String> after(UnderstoodQuestion question, List<Citation> citations) {
        List<String> steps = new ArrayList<>();
        steps.add("Read " + place(citations.getFirst()) + ".");
        switch (question.intent()) {
            case INSTALL, HOW_TO -> steps.add("See what this means for your project with: likeminds plan PROJECT --docs DOCS --request \"…\".");
            case TROUBLESHOOT -> steps.add("If the error stays, ask again with its exact message.");
            case REFERENCE, CONCEPT -> steps.add("Ask how it is used to see an example.");
        }
        return steps;
    }

    static List<String> afterAbstaining(List<Citation> nearest) {
        List<String> steps = new ArrayList<>();
        steps.add("Ask in the documentation's own words, or without a platform or source filter.");
        if (!nearest.isEmpty()) {
            steps.add("Look at the nearest passage, " + place(nearest.getFirst()) + ".");
        }
        return steps;
    }

    private static String place(Citation citation) {
        return "\"" + citation.heading() + "\" in " + citation.page() + ", lines " + citation.startLine() + " to "
                + citation.endLine();
    }
}
