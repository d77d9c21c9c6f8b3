package community.likeminds.agent.agents.documentation;

/**
 * @param question 1 to 2,000 characters
 * @param platform only pages for this platform and pages for none, or empty for all
 * @param source only this source, or empty for all
 */
public record AskRequest(String question, String platform, String source) {}
