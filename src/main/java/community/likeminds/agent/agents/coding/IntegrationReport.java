package community.likeminds.agent.agents.coding;

import community.likeminds.agent.processors.docs.Citation;
import java.util.List;
import java.util.Map;

/**
 * What a run did, as it was observed.
 *
 * @param id unique
 * @param status {@code verified}, {@code partial} or {@code failed}
 * @param summary one or two sentences for people
 * @param request what was asked for
 * @param project the project's folder
 * @param guide the guide that was followed, or null when none fits
 * @param guideWhy why this guide, or why none
 * @param steps every step with what became of it
 * @param checks every check with what it showed, in the order of the ladder
 * @param findings what is wrong in the documentation, one sentence each
 * @param openPoints what is left to do, one sentence each
 * @param changedFiles paths below the project's root, each with {@code created}, {@code changed} or {@code deleted}
 * @param diff unified diff of everything that changed, secrets masked
 * @param branch git branch with the work, or empty
 * @param tookMs milliseconds by phase: {@code read}, {@code plan}, {@code apply}, {@code prove}
 * @param plan id of the plan that was applied, or empty
 * @param runnersUp guides that came close, best first
 * @param feedback what the documentation should say better: steps that could not be applied and why, and what is wrong in it
 */
public record IntegrationReport(
        String id,
        String status,
        String summary,
        String request,
        String project,
        @org.jspecify.annotations.Nullable Citation guide,
        String guideWhy,
        List<StepOutcome> steps,
        List<CheckOutcome> checks,
        List<String> findings,
        List<String> openPoints,
        Map<String, String> changedFiles,
        String diff,
        String branch,
        Map<String, Long> tookMs,
        String plan,
        List<Citation> runnersUp,
        List<Feedback> feedback) {

    public static final String VERIFIED = "verified";
    public static final String PARTIAL = "partial";
    public static final String FAILED = "failed";

    /**
     * @param id of the plan's step
     * @param title one line
     * @param kind of the plan's step, lower case
     * @param status {@code applied}, {@code already-there}, {@code manual}, {@code failed} or {@code skipped}
     * @param detail what happened, one sentence; may be empty
     * @param why why this file and why this way
     * @param citations the passages that asked for it
     * @param files files that it changed, below the project's root
     * @param diff unified diff of this step alone, secrets masked; corrections that checks led to are in the report's diff only
     * @param quotes what the cited passages say, one for each citation, shortened
     */
    public record StepOutcome(
            String id,
            String title,
            String kind,
            String status,
            String detail,
            String why,
            List<Citation> citations,
            List<String> files,
            String diff,
            List<String> quotes) {}

    /**
     * A remark for whoever writes the documentation.
     *
     * @param citation the passage, or null when it is about the documentation as a whole
     * @param subject the step that could not be applied, or empty for a remark on the documentation itself
     * @param reason what is in the way, one sentence
     */
    public record Feedback(@org.jspecify.annotations.Nullable Citation citation, String subject, String reason) {}

    /**
     * @param name {@code syntax}, {@code symbols}, {@code install}, {@code build}, ...
     * @param status {@code passed}, {@code failed} or {@code not-possible}
     * @param detail what was observed, with the remedy when it failed
     * @param command the command that was run, or empty
     * @param output last lines of its output, secrets masked; may be empty
     * @param millis how long it took
     */
    public record CheckOutcome(String name, String status, String detail, String command, String output, long millis) {}
}
