package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.documentation.Codebases;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.terminal.ProgressLine;
import community.likeminds.agent.processors.code.CodeListing.LeftOut;
import community.likeminds.agent.processors.code.CodeListing.Reason;
import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code code index}: makes source code searchable. */
@Command(
        name = "index",
        description = "Read source code and make it searchable; unchanged files cost nothing.",
        footer = {"  likeminds code index ./my-app", "  likeminds code index npm:@likeminds.community/feed-js"})
final class CodeIndexCommand implements Callable<Integer> {

    private final CommandSession session;

    @Parameters(paramLabel = "PROJECT", description = "A folder, a git repository (#branch:folder), or a package.")
    private String project = "";

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    CodeIndexCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Codebases codebases = session.get(Codebases.class);
        Codebases.Indexed result;
        try (ProgressLine progress = session.progress()) {
            result = codebases.index(TenantId.DEFAULT, project, progress);
        }
        if (json) {
            session.out().println(Json.line(result));
        } else {
            print(result);
        }
        return ExitCodes.DONE;
    }

    private void print(Codebases.Indexed result) {
        session.out()
                .printf(
                        "%s %s: %,d files (%,d new, %,d changed, %,d removed, %,d unchanged), %,d passages, %,d vectors made, %.1f s%n",
                        session.style().green("✓"),
                        session.style().bold(result.name()),
                        result.files(),
                        result.added(),
                        result.changed(),
                        result.removed(),
                        result.unchanged(),
                        result.chunks(),
                        result.embedded(),
                        result.millis() / 1000.0);
        List<LeftOut> own = result.leftOut().stream().filter(one -> one.reason() != Reason.OTHER).toList();
        if (session.options().verbose()) {
            own.forEach(one -> session.out().println("  " + session.style().yellow("•") + " left out " + one.path() + ": " + one.detail()));
        } else if (!own.isEmpty()) {
            Map<Reason, Long> reasons = own.stream().collect(Collectors.groupingBy(LeftOut::reason, TreeMap::new, Collectors.counting()));
            session.out()
                    .println("  " + session.style().yellow("•") + " left out: "
                            + reasons.entrySet().stream()
                                    .map(one -> one.getValue() + " " + one.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                                    .collect(Collectors.joining(", "))
                            + " (--verbose shows all)");
        }
    }
}
