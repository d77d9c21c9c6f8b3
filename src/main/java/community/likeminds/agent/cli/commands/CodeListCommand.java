package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.documentation.Codebases;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code code list}: lists or forgets what was indexed. */
@Command(
        name = "list",
        description = "List the source code that was indexed, or forget some of it.",
        footer = {"  likeminds code list", "  likeminds code list --remove my-app"})
final class CodeListCommand implements Callable<Integer> {

    private final CommandSession session;

    @Option(names = "--remove", paramLabel = "NAME", description = "Forget this codebase.")
    private @Nullable String remove;

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    CodeListCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Codebases codebases = session.get(Codebases.class);
        if (remove != null) {
            codebases.remove(TenantId.DEFAULT, remove);
        }
        List<Codebases.Summary> all = codebases.list(TenantId.DEFAULT);
        if (json) {
            session.out().println(Json.line(Map.of("codebases", all)));
        } else if (remove != null) {
            session.out().println(session.style().green("✓") + " " + remove + " is forgotten.");
        } else if (all.isEmpty()) {
            session.out().println("No source code has been indexed yet. Index some with: likeminds code index PROJECT");
        } else {
            all.forEach(one -> session.out()
                    .printf(
                            "%s  %,d files, %,d passages, %,d with vectors%n  %s%n",
                            session.style().bold(one.name()), one.files(), one.chunks(), one.embedded(), session.style().dim(one.location())));
        }
        return ExitCodes.DONE;
    }
}
