package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.AnalyticsPrinter;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.analytics.AnalyticsReport;
import community.likeminds.agent.vector.analytics.SearchAnalytics;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code analytics}: what people search for and what the documentation lacks. */
@Command(
        name = "analytics",
        description = "Show what was searched for, which pages helped, and what the documentation does not answer.",
        footer = {"  likeminds analytics", "  likeminds analytics --days 7 --json", "  likeminds analytics --forget"})
final class AnalyticsCommand implements Callable<Integer> {

    private final CommandSession session;

    @Option(names = "--days", paramLabel = "N", defaultValue = "30", description = "How far back (default: 30).")
    private int days;

    @Option(names = "--most", paramLabel = "N", defaultValue = "10", description = "Most pages and most gaps (default: 10).")
    private int most;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Option(names = "--forget", description = "Forget every search.")
    private boolean forget;

    AnalyticsCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (days < 1 || most < 1) {
            throw AgentException.badInput(
                    "period-invalid", "--days and --most are at least 1.", "Leave them out, or ask for 1 or more.");
        }
        SearchAnalytics analytics = session.get(SearchAnalytics.class);
        if (forget) {
            int forgotten = analytics.forget(TenantId.DEFAULT);
            session.out().println(session.style().green("✓") + " %,d searches are forgotten.".formatted(forgotten));
            return ExitCodes.DONE;
        }
        AnalyticsReport report = analytics.report(TenantId.DEFAULT, Instant.now().minus(Duration.ofDays(days)), most);
        if (json) {
            session.out().println(Json.line(report));
        } else {
            new AnalyticsPrinter(session.out(), session.style()).print(report);
        }
        return ExitCodes.DONE;
    }
}
