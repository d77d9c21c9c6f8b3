package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.agents.documentation.ContextPassage.Relation;
import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.Citation;
import java.util.List;

/**
 * A passage that may be shown with another one.
 *
 * @param reason why, a plain sentence
 * @param alternatives headings of what was left out because it says the same for somebody else
 */
record Related(Relation relation, String reason, Citation place, String text, List<String> alternatives) {

    static Related of(Relation relation, String reason, Chunk chunk) {
        return new Related(relation, reason, place(chunk), chunk.text(), List.of());
    }

    static Citation place(Chunk chunk) {
        Citation whole = chunk.citation();
        return new Citation(whole.source(), whole.page(), Headings.plain(whole.heading()), whole.startLine(), whole.endLine());
    }

    /** The same passage has the same key, whoever it is shown with. */
    String key() {
        return key(place);
    }

    static String key(Citation place) {
        return place.source() + '\0' + place.page() + '\0' + place.startLine() + '\0' + place.endLine();
    }
}
