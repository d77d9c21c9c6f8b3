package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.documentation.DocumentationAgent;
import community.likeminds.agent.agents.documentation.SearchRequest;
import community.likeminds.agent.agents.documentation.SearchResult;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.ContextPrinter;
import community.likeminds.agent.cli.output.ExplanationPrinter;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code search}: finds passages. */
@Command(
        name = "search",
        description = "Find passages of the documentation by words and by meaning.",
        footer = {
            "  likeminds search \"initiate user\" --platform react --limit 5",
            "  likeminds search \"start a session\" --kind reference --language kotlin",
            "  likeminds search \"start a session\" --explain     (how each score came about)",
            "  likeminds search \"start a session\" --context --limit 3     (with steps before and after, and definitions)",
            "  likeminds search --batch questions.jsonl     (one result object a line)"
        })
final class SearchCommand implements Callable<Integer> {

    private static final int EXCERPT_LINES = 6;

    private final CommandSession session;

    @Parameters(arity = "0..1", paramLabel = "QUERY", description = "A question or words.")
    private @Nullable String query;

    @Option(names = "--platform", paramLabel = "NAME", defaultValue = "", description = "Only this platform's pages.")
    private String platform = "";

    @Option(
            names = "--language",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Only pages whose code is in this language, for example kotlin.")
    private String language = "";

    @Option(names = "--sdk-version", paramLabel = "V", defaultValue = "", description = "Only pages for this version.")
    private String version = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "",
            description = "Only guide, reference, concept or faq pages.")
    private String kind = "";

    @Option(names = "--explain", description = "Say how each score came about.")
    private boolean explain;

    @Option(
            names = "--context",
            description = "Show what introduces each result, what comes before and after it, and what its names mean.")
    private boolean context;

    @Option(
            names = "--context-tokens",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Most tokens of all context together (default: 2000).")
    private int contextTokens;

    @Option(names = "--source", paramLabel = "NAME", defaultValue = "", description = "Only this source.")
    private String source = "";

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description = "Most results (default: 10).")
    private int limit;

    @Option(names = "--json", description = "Print the results as JSON.")
    private boolean json;

    @Option(
            names = "--batch",
            paramLabel = "FILE",
            description = "Answer every line of a JSONL file of objects with id, question and platform.")
    private @Nullable Path batch;

    SearchCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if ((query == null) == (batch == null)) {
            throw AgentException.badInput(
                    "query-missing",
                    query == null ? "There is nothing to search for." : "A query and --batch exclude each other.",
                    "Give either a query or --batch FILE.");
        }
        if (batch != null) {
            List<BatchFile.Entry> entries = BatchFile.read(batch);
            DocumentationAgent agent = session.get(DocumentationAgent.class);
            entries.forEach(entry -> answer(agent, entry));
        } else if (query != null) {
            SearchResult result = search(session.get(DocumentationAgent.class), query, platform);
            if (json) {
                session.out().println(Json.line(result));
            } else {
                print(result);
            }
        }
        return ExitCodes.DONE;
    }

    private void answer(DocumentationAgent agent, BatchFile.Entry entry) {
        SearchResult result =
                search(agent, entry.question(), entry.platform().isEmpty() ? platform : entry.platform());
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", entry.id());
        line.put("results", result.results());
        line.put("tookMs", result.tookMs());
        line.put("notices", result.notices());
        session.out().println(Json.line(line));
    }

    private SearchResult search(DocumentationAgent agent, String words, String wantedPlatform) {
        return agent.search(TenantId.DEFAULT, new SearchRequest(
                        words, wantedPlatform, source, limit, new SearchRequest.Narrowing(language, version, kind), explain, context ? contextTokens : 0));
    }

    private void print(SearchResult result) {
        result.notices().forEach(notice -> session.out().println(session.style().yellow(notice)));
        if (result.results().isEmpty()) {
            session.out().println("Nothing was found. See what was read with: likeminds sources");
            return;
        }
        for (SearchResult.Hit hit : result.results()) {
            session.out()
                    .printf(
                            "%s %s%n",
                            session.style()
                                    .bold("%s › %s:%d-%d"
                                            .formatted(hit.page(), hit.heading(), hit.startLine(), hit.endLine())),
                            session.style().dim("(%s, %.2f)".formatted(hit.source(), hit.score())));
            hit.text().lines().filter(line -> !line.isBlank()).limit(EXCERPT_LINES).forEach(line -> session.out()
                    .println("    " + line));
            if (hit.explanation() != null) {
                new ExplanationPrinter(session.out(), session.style()).print(hit.explanation());
            }
            new ContextPrinter(session.out(), session.style()).print(hit.context());
            session.out().println();
        }
        session.out()
                .println(session.style()
                        .dim("%d results in %.0f ms".formatted(result.results().size(), result.tookMs())));
    }
}
