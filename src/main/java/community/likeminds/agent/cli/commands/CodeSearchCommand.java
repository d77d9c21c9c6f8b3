package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.documentation.Codebases;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.ContextPrinter;
import community.likeminds.agent.cli.output.ExplanationPrinter;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.shared.TenantId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code code search}: finds passages of source code. */
@Command(
        name = "search",
        description = "Find passages of source code by name, by words and by meaning.",
        footer = {
            "  likeminds code search \"where is the session opened\"",
            "  likeminds code search OrderBook.add --language java --limit 3",
            "  likeminds code search \"close the session\" --path src/api --context     (with its type, what it calls and its neighbours)"
        })
final class CodeSearchCommand implements Callable<Integer> {

    private static final int EXCERPT_LINES = 8;

    private final CommandSession session;

    @Parameters(paramLabel = "QUERY", description = "A question, words or a name.")
    private String query = "";

    @Option(names = "--project", paramLabel = "NAME", defaultValue = "", description = "Only this codebase.")
    private String project = "";

    @Option(names = "--language", paramLabel = "NAME", defaultValue = "", description = "Only this language.")
    private String language = "";

    @Option(names = "--kind", paramLabel = "KIND", defaultValue = "", description = "Only this kind, for example class or method.")
    private String kind = "";

    @Option(
            names = "--path",
            paramLabel = "PATH",
            defaultValue = "",
            description = "Only files whose path begins like this; * stands for any characters.")
    private String path = "";

    @Option(names = "--context", description = "Show the type that holds each result, what it uses, and its neighbours.")
    private boolean context;

    @Option(
            names = "--context-tokens",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Most tokens of all context together (default: 2000).")
    private int contextTokens;

    @Option(names = "--explain", description = "Say how each score came about.")
    private boolean explain;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description = "Most results (default: 10).")
    private int limit;

    @Option(names = "--json", description = "Print the results as JSON.")
    private boolean json;

    CodeSearchCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Codebases.Search search =
                new Codebases.Search(query, project, language, kind, path, limit, explain, context ? contextTokens : 0);
        Codebases.Hits hits = session.get(Codebases.class).search(TenantId.DEFAULT, search);
        if (json) {
            session.out().println(Json.line(hits));
            return ExitCodes.DONE;
        }
        hits.notices().forEach(notice -> session.out().println(session.style().yellow(notice)));
        if (hits.results().isEmpty()) {
            session.out().println("Nothing was found. See what was indexed with: likeminds code list");
        } else {
            hits.results().forEach(this::print);
            session.out().println(session.style().dim("%d results in %.0f ms".formatted(hits.results().size(), hits.tookMs())));
        }
        return ExitCodes.DONE;
    }

    private void print(Codebases.Hit hit) {
        String symbol = hit.symbol().isEmpty() ? "" : " " + hit.symbol();
        session.out()
                .printf(
                        "%s%s %s%n",
                        session.style().bold("%s:%d-%d".formatted(hit.path(), hit.startLine(), hit.endLine())),
                        symbol,
                        session.style().dim("(%s, %.2f)".formatted(hit.codebase(), hit.score())));
        hit.text().lines().filter(line -> !line.isBlank()).limit(EXCERPT_LINES).forEach(line -> session.out().println("    " + line));
        if (hit.explanation() != null) {
            new ExplanationPrinter(session.out(), session.style()).print(hit.explanation());
        }
        new ContextPrinter(session.out(), session.style()).print(hit.context());
        session.out().println();
    }
}
