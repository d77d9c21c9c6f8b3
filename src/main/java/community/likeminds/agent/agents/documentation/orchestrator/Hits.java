package community.likeminds.agent.agents.documentation.orchestrator;

import community.likeminds.agent.agents.documentation.ContextPassage;
import community.likeminds.agent.agents.documentation.ScoreExplanation;
import community.likeminds.agent.agents.documentation.SearchResult;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.vector.docs.Found;
import java.util.List;

/** Passages as this module's users get them. */
final class Hits {

    private Hits() {}

    static SearchResult.Hit of(Found.Passage passage, List<ContextPassage> context) {
        Citation citation = passage.chunk().citation();
        return new SearchResult.Hit(
                citation.source(),
                citation.page(),
                citation.heading(),
                citation.startLine(),
                citation.endLine(),
                passage.score(),
                passage.chunk().text(),
                ScoreExplanation.of(passage.explanation()),
                context);
    }
}
