package community.likeminds.agent.agents.documentation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param results best first
 * @param tookMs wall-clock time in milliseconds, the query's embedding included
 * @param id of this search, for saying which of its results were used
 * @param notices what else is to be known about the results, plain sentences
 */
public record SearchResult(List<Hit> results, double tookMs, String id, List<String> notices) {

    public SearchResult {
        results = List.copyOf(results);
        notices = List.copyOf(notices);
    }

    /** Without notices. */
    public SearchResult(List<Hit> results, double tookMs, String id) {
        this(results, tookMs, id, List.of());
    }

    /**
     * @param source name of the source
     * @param page path below the source's root
     * @param heading nearest heading above the passage
     * @param startLine first line of the passage, from 1
     * @param endLine last line
     * @param score relevance, 0 to 1; comparable within one search
     * @param text the passage
     * @param explanation how the score came about, or null when that was not asked for
     * @param context what helps to understand the passage, the most needed first; empty when it was not asked for
     */
    public record Hit(
            String source,
            String page,
            String heading,
            int startLine,
            int endLine,
            double score,
            String text,
            @Nullable ScoreExplanation explanation,
            List<ContextPassage> context) {

        public Hit {
            context = List.copyOf(context);
        }

        /** Without explanation and context. */
        public Hit(String source, String page, String heading, int startLine, int endLine, double score, String text) {
            this(source, page, heading, startLine, endLine, score, text, null, List.of());
        }
    }
}
