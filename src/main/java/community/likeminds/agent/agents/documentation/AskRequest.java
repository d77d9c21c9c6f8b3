package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.agents.documentation.SearchRequest.Narrowing;

/**
 * @param question 1 to 2,000 characters
 * @param platform only pages for this platform and pages for none, or empty for all
 * @param source only this source, or empty for all
 * @param narrowing what else the passages must be, or nothing
 * @param explained whether the answer names the passages that were considered, and how their scores came about
 * @param contextTokens most tokens of the passages that help to understand those that are quoted, 0 for none
 */
public record AskRequest(
        String question, String platform, String source, Narrowing narrowing, boolean explained, int contextTokens) {

    /** Tokens. */
    public static final int USUAL_CONTEXT = 800;

    /** Of every language, version and kind, without explanations. */
    public AskRequest(String question, String platform, String source) {
        this(question, platform, source, Narrowing.NONE, false, USUAL_CONTEXT);
    }
}
