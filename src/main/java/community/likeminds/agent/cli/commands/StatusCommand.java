package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.output.StatusPrinter;
import community.likeminds.agent.infrastructure.remote.Installation;
import community.likeminds.agent.infrastructure.remote.SystemStatus;
import community.likeminds.agent.shared.TenantId;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code status}: the whole installation in one screen. */
@Command(
        name = "status",
        description = {
            "Say how the installation is: processes, stores and servers, what waits, the latest tasks, and what is unwell.",
            "Looks at the stores of this data folder, or asks a running server. Exit status 3 when something is unwell."
        },
        footer = {"  likeminds status", "  likeminds status --json", "  LIKEMINDS_TOKEN=... likeminds status --server https://agent.example.org"})
final class StatusCommand implements Callable<Integer> {

    private final CommandSession session;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Ask this server; the variable LIKEMINDS_TOKEN holds an API key or an access token where it asks who calls.")
    private @Nullable URI server;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    StatusCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        SystemStatus status = server == null
                ? session.get(Installation.class).status(TenantId.DEFAULT)
                : new RunningServer(server, System.getenv().getOrDefault("LIKEMINDS_TOKEN", "")).get("/api/v1/status", SystemStatus.class);
        if (json) {
            session.out().println(Json.line(status));
        } else {
            new StatusPrinter(session.out(), session.style()).print(status);
        }
        return status.unwell().isEmpty() ? ExitCodes.DONE : ExitCodes.PARTIAL;
    }
}
