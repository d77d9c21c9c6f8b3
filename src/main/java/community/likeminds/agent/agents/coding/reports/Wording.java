package community.likeminds.agent.agents.coding.reports;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.processors.docs.Citation;

/** Words that every document uses for the same thing. */
final class Wording {

    private Wording() {}

    static String headline(IntegrationReport report) {
        return switch (report.status()) {
            case IntegrationReport.VERIFIED -> "Verified";
            case IntegrationReport.PARTIAL -> "Partly done";
            default -> "Not done";
        };
    }

    static String step(String status) {
        return switch (status) {
            case "applied" -> "applied";
            case "already-there" -> "there already";
            case "manual" -> "by hand";
            case "failed" -> "failed";
            default -> status;
        };
    }

    static String check(String status) {
        return status.equals("not-possible") ? "not possible here" : status;
    }

    static String place(Citation citation) {
        String lines = citation.startLine() == citation.endLine()
                ? "line " + citation.startLine()
                : "lines " + citation.startLine() + "-" + citation.endLine();
        return citation.page() + (citation.heading().isEmpty() ? "" : " › " + citation.heading()) + ", " + lines;
    }

    static String seconds(long millis) {
        return millis < 100 ? "" : "%.1f s".formatted(millis / 1000.0);
    }
}
