package community.likeminds.agent.processors.docs.chunker;

import community.likeminds.agent.processors.docs.LineRange;

/**
 * A block or a part of one.
 *
 * @param text as it is shown
 * @param tokens of the text
 * @param lines where it stands
 * @param tight whether it follows its predecessor without an empty line, as items of a list do
 */
record Piece(String text, int tokens, LineRange lines, boolean heading, boolean code, boolean tight) {}
