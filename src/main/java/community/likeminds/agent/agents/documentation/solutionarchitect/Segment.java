package community.likeminds.agent.agents.documentation.solutionarchitect;

/**
 * A part of a passage that can be quoted by itself.
 *
 * @param kind what it is
 * @param text as on the page, a code block with its fences
 * @param startLine on the page, from 1
 * @param endLine on the page
 */
record Segment(Kind kind, String text, int startLine, int endLine) {

    enum Kind {
        SENTENCE,
        CODE,
        ROW
    }
}
