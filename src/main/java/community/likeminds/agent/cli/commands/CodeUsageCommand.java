package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.documentation.Codebases;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.terminal.ProgressLine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code code usage}: prints which packages a project uses, and what of them. */
@Command(
        name = "usage",
        description = "Print which published symbols of which packages a project uses, and where.",
        footer = {"  likeminds code usage ./my-app", "  likeminds code usage ./my-app --package @likeminds.community/feed-js --json"})
final class CodeUsageCommand implements Callable<Integer> {

    private static final int PLACES = 3;

    private final CommandSession session;

    @Parameters(paramLabel = "PROJECT", description = "A folder, a git repository, or a package.")
    private String project = "";

    @Option(names = "--package", paramLabel = "NAME", defaultValue = "", description = "Only this package.")
    private String packageName = "";

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    CodeUsageCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Codebases codebases = session.get(Codebases.class);
        Codebases.Usage usage;
        try (ProgressLine progress = session.progress()) {
            usage = codebases.usage(project, packageName, progress);
        }
        if (json) {
            session.out().println(Json.line(usage));
        } else if (usage.packages().isEmpty()) {
            session.out().println(packageName.isEmpty() ? "The project uses no packages." : "The project does not use " + packageName + ".");
        } else {
            usage.packages().forEach(this::print);
        }
        return ExitCodes.DONE;
    }

    private void print(Codebases.UsedPackage used) {
        String declared = used.declared().isEmpty() ? "" : " " + used.declared();
        session.out().println(session.style().bold(used.name()) + declared + " " + session.style().dim("(" + used.language() + ")"));
        for (Codebases.UsedSymbol symbol : used.symbols()) {
            String more = symbol.places().size() > PLACES ? " and " + (symbol.places().size() - PLACES) + " more" : "";
            session.out()
                    .println("  " + (symbol.name().isEmpty() ? "(whole package)" : symbol.name()) + "  "
                            + session.style().dim(String.join(", ", symbol.places().stream().limit(PLACES).toList()) + more));
        }
    }
}
