package community.likeminds.agent.processors.docs.formats.pdf;

/**
 * A line of text on a page.
 *
 * @param page number of the page, from 1
 * @param text without white space at its ends
 * @param size of most of its letters, in points
 * @param bold whether most of them are bold
 * @param mono whether most of them have the width of all others
 * @param left where it starts, in points
 * @param top distance from the page's upper edge, in points
 * @param advance width of a letter, in points
 */
record PdfLine(int page, String text, float size, boolean bold, boolean mono, float left, float top, float advance) {}
