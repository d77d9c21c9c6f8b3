package community.likeminds.agent.agents.documentation;

/**
 * @param query a question or words; 1 to 2,000 characters
 * @param platform only pages for this platform and pages for none, or empty for all
 * @param source only this source, or empty for all
 * @param limit most results, 1 to 100
 * @param narrowing what else the results must be, or nothing
 * @param explained whether results say how their score came about
 * @param contextTokens most tokens of the passages that help to understand the results, 0 for none, at most {@link #MOST_CONTEXT}
 * @param page which part of the results, from 1; {@code limit * page} is at most {@link #MOST_RESULTS}
 */
public record SearchRequest(
        String query, String platform, String source, int limit, Narrowing narrowing, boolean explained, int contextTokens, int page) {

    public static final int MOST_RESULTS = 500;

    public static final int MOST_CONTEXT = 16_000;

    /** Without context. */
    public SearchRequest(
            String query, String platform, String source, int limit, Narrowing narrowing, boolean explained) {
        this(query, platform, source, limit, narrowing, explained, 0, 1);
    }

    /** The first results. */
    public SearchRequest(
            String query, String platform, String source, int limit, Narrowing narrowing, boolean explained, int contextTokens) {
        this(query, platform, source, limit, narrowing, explained, contextTokens, 1);
    }

    /** Of every language, version and kind, without explanations. */
    public SearchRequest(String query, String platform, String source, int limit) {
        this(query, platform, source, limit, Narrowing.NONE, false);
    }

    /**
     * Pages that say nothing about themselves pass.
     *
     * @param language only pages whose code is in this language, such as {@code kotlin}, or empty for all
     * @param version only pages for this version of the SDK, or empty for all
     * @param kind only pages of this kind, such as {@code guide} or {@code reference}, or empty for all
     */
    public record Narrowing(String language, String version, String kind) {

        public static final Narrowing NONE = new Narrowing("", "", "");
    }
}
