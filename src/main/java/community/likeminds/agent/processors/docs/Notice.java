package community.likeminds.agent.processors.docs;

/**
 * Something about a page that its readers or authors should know; the page is read all the same.
 *
 * @param code stable name: {@code fence-open}, {@code hidden-instructions}, {@code include-missing}, ...
 * @param lines where it stands on the page
 * @param text one sentence
 */
public record Notice(String code, LineRange lines, String text) {}
