package community.likeminds.agent.agents.documentation;

/**
 * @param query a question or words; 1 to 2,000 characters
 * @param platform only pages for this platform and pages for none, or empty for all
 * @param source only this source, or empty for all
 * @param limit most results, 1 to 100
 */
public record SearchRequest(String query, String platform, String source, int limit) {}
