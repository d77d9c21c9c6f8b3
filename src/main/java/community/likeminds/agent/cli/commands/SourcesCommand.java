package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.documentation.DocumentationAgent;
import community.likeminds.agent.agents.documentation.SourceSummary;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.shared.TenantId;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sources}: lists, forgets, keeps or takes back what was ingested. */
@Command(
        name = "sources",
        description = "List the documentation that was read, or forget some of it.",
        footer = {
            "  likeminds sources",
            "  likeminds sources --remove feed-docs",
            "  likeminds sources snapshot docs.zip",
            "  likeminds sources restore docs.zip"
        })
final class SourcesCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    private final CommandSession session;

    @Option(names = "--remove", paramLabel = "NAME", description = "Forget this source.")
    private @Nullable String remove;

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    SourcesCommand(CommandSession session) {
        this.session = session;
    }

    /** With its sub-commands. */
    static CommandLine commandLine(CommandSession session) {
        return new CommandLine(new SourcesCommand(session))
                .addSubcommand(new SnapshotCommand(session))
                .addSubcommand(new RestoreCommand(session));
    }

    @Override
    public Integer call() {
        DocumentationAgent agent = session.get(DocumentationAgent.class);
        if (remove != null) {
            agent.remove(TenantId.DEFAULT, remove);
        }
        List<SourceSummary> sources = agent.sources(TenantId.DEFAULT);
        if (json) {
            session.out().println(Json.line(Map.of("sources", sources)));
        } else if (remove != null) {
            session.out().println(session.style().green("✓") + " " + remove + " is forgotten.");
        } else if (sources.isEmpty()) {
            session.out().println("No documentation has been read yet. Read some with: likeminds ingest SOURCE");
        } else {
            sources.forEach(this::print);
        }
        return ExitCodes.DONE;
    }

    private void print(SourceSummary source) {
        String vectors = source.embedded() >= source.chunks()
                ? ""
                : session.style().yellow(" (%,d with vectors)".formatted(source.embedded()));
        session.out()
                .printf(
                        "%s  %s, %,d pages, %,d passages%s, read %s%n  %s%n",
                        session.style().bold(source.name()),
                        source.kind() + (source.version().isEmpty() ? "" : " " + Histories.shortened(source.version())),
                        source.pages(),
                        source.chunks(),
                        vectors,
                        TIME.format(source.ingestedAt()),
                        session.style().dim(source.location()));
        if (source.history() != null) {
            session.out().println("  " + session.style().dim(Histories.sentence(source.history())));
        }
    }
}
