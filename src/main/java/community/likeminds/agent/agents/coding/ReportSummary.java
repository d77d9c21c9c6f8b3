package community.likeminds.agent.agents.coding;

/**
 * A report in one line.
 *
 * @param id of the run
 * @param status {@code verified}, {@code partial} or {@code failed}
 * @param project folder of the project
 * @param request what was asked for
 * @param changedFiles how many files it changed
 */
public record ReportSummary(String id, String status, String project, String request, int changedFiles) {

    public static ReportSummary of(IntegrationReport report) {
        return new ReportSummary(report.id(), report.status(), report.project(), report.request(), report.changedFiles().size());
    }
}
