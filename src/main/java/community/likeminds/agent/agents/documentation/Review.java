package community.likeminds.agent.agents.documentation;

import java.util.List;

/**
 * What a check of documentation found.
 *
 * @param source name of the source
 * @param location of the source, as it was given and made absolute
 * @param version commit or package version, or empty
 * @param pages pages that were read
 * @param snippets code blocks that were read
 * @param findings by page and line
 * @param known findings that the request knew already and that are not listed
 * @param notChecked what could not be checked and why, one sentence each
 * @param links what the relative links of its pages name
 * @param millis wall-clock time
 */
public record Review(
        String source,
        String location,
        String version,
        int pages,
        int snippets,
        List<Finding> findings,
        int known,
        List<String> notChecked,
        Links links,
        long millis) {

    public Review {
        findings = List.copyOf(findings);
        notChecked = List.copyOf(notChecked);
    }

    /** Number of findings of a level. */
    public long count(Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    /**
     * Relative links to pages, each counted as often as it is written.
     *
     * @param all how many there are
     * @param withoutFile those whose target is no file of the source
     * @param byAddress of these, those that lead to a page by its address on the site, so that nothing is wrong with them
     */
    public record Links(int all, int withoutFile, int byAddress) {

        public static final Links NONE = new Links(0, 0, 0);
    }

    /** How sure and how bad a finding is. */
    public enum Level {
        /** Proven. */
        ERROR,
        /** Likely. */
        WARNING,
        /** Worth a look. */
        INFO
    }

    /**
     * Something that its authors should look at.
     *
     * @param code of its {@link FindingKind}
     * @param level how sure it is
     * @param page path of the page below the source's root, forward slashes
     * @param heading nearest heading above it, or empty
     * @param startLine first line on the page, from 1
     * @param endLine last line on the page
     * @param message what is wrong, one sentence
     * @param remedy what to do, one sentence
     * @param candidates what may have been meant, nearest first; may be empty
     * @param fingerprint stays the same when lines are added elsewhere on the page; distinct within a review
     */
    public record Finding(
            String code,
            Level level,
            String page,
            String heading,
            int startLine,
            int endLine,
            String message,
            String remedy,
            List<String> candidates,
            String fingerprint) {

        public Finding {
            candidates = List.copyOf(candidates);
        }
    }
}
