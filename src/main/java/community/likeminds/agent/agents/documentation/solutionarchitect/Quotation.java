package community.likeminds.agent.agents.documentation.solutionarchitect;

import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.Citation;
import java.util.List;

/**
 * What is quoted of one passage.
 *
 * @param lead what it is to the question, or empty when it answers it
 * @param chunk the passage
 * @param segments in the order of the page, at least one
 */
record Quotation(String lead, Chunk chunk, List<Segment> segments) {

    Quotation {
        segments = List.copyOf(segments);
    }

    /** Exactly the lines that are quoted, from the first to the last. */
    Citation citation() {
        Citation whole = chunk.citation();
        int start = segments.stream().mapToInt(Segment::startLine).min().orElse(whole.startLine());
        int end = segments.stream().mapToInt(Segment::endLine).max().orElse(whole.endLine());
        return new Citation(whole.source(), whole.page(), whole.heading(), start, end);
    }
}
