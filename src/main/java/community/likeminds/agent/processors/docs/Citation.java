package community.likeminds.agent.processors.docs;

/**
 * Where a statement or an edit comes from.
 *
 * @param source name of the documentation source
 * @param page path below the source's root, with forward slashes
 * @param heading nearest heading above the passage, or the page's title
 * @param startLine first line of the passage, from 1
 * @param endLine last line of the passage
 */
public record Citation(String source, String page, String heading, int startLine, int endLine) {}
