package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.infrastructure.auth.AuditLog;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit}: who did what. */
@Command(
        name = "audit",
        description = "Show who did what over the server, newest first: when, from where, and how it ended.",
        footer = {"  likeminds audit", "  likeminds audit --actor anna@example.org --most 500 --json"})
final class AuditCommand implements Callable<Integer> {

    private final CommandSession session;

    @Mixin
    private final OrganisationOption organisation = new OrganisationOption();

    @Option(names = "--actor", paramLabel = "WHO", defaultValue = "", description = "Only what this id or name did.")
    private String actor = "";

    @Option(names = "--action", paramLabel = "TEXT", defaultValue = "", description = "Only actions that begin with this, for example sign-in.")
    private String action = "";

    @Option(names = "--before", paramLabel = "N", defaultValue = "0", description = "Only what is older than this number.")
    private long before;

    @Option(names = "--most", paramLabel = "N", defaultValue = "100", description = "At most so many, up to 1000 (default: 100).")
    private int most;

    @Option(names = "--json", description = "Print the events as JSON.")
    private boolean json;

    AuditCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        AuditLog.Page page =
                session.get(AuditLog.class).list(organisation.tenant(), new AuditLog.Query(before, most, actor, action));
        if (json) {
            session.out().println(Json.line(page));
        } else if (page.events().isEmpty()) {
            session.out().println("Nothing was written down yet.");
        } else {
            page.events()
                    .forEach(event -> session.out()
                            .printf(
                                    "%d  %s  %s  %s %s  from %s: %s%n",
                                    event.sequence(),
                                    event.at(),
                                    session.style().bold(event.actor().name()),
                                    event.action(),
                                    event.target(),
                                    event.origin(),
                                    event.outcome()));
            if (page.next() > 0) {
                session.err().println("There is more: likeminds audit --before " + page.next());
            }
        }
        return ExitCodes.DONE;
    }
}
