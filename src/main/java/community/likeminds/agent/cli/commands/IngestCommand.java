package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.documentation.DocumentationAgent;
import community.likeminds.agent.agents.documentation.IngestResult;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.terminal.ProgressLine;
import community.likeminds.agent.shared.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest}: reads documentation and makes it searchable. */
@Command(
        name = "ingest",
        description = "Read documentation and make it searchable; unchanged pages cost nothing.",
        footer = {
            "  likeminds ingest ./docs README.md",
            "  likeminds ingest manual.pdf openapi.yaml docs.zip",
            "  likeminds ingest https://docs.example.org/sdk",
            "  likeminds ingest https://github.com/owner/name/tree/main/docs",
            "  likeminds ingest /path/to/repository.git#main:docs",
            "  likeminds ingest npm:@likeminds.community/feed-js",
            "  likeminds ingest maven:com.google.code.gson:gson",
            "",
            "Of a site, what llms.txt lists is read, else its sitemap, else its links.",
            "A repository without .git in its address is written git+https://…",
            "Sites on private networks are refused unless their hosts are named:",
            "  LIKEMINDS_SOURCES_WEB_PRIVATE_HOSTS=docs.corp,localhost"
        })
final class IngestCommand implements Callable<Integer> {

    private static final int SHOWN = 5;

    private final CommandSession session;

    @Parameters(
            arity = "1..*",
            paramLabel = "SOURCE",
            description = "A folder, a file, an archive, a site (https://…), a git repository (#branch:folder), npm:NAME[@VERSION]"
                            + " or maven:GROUP:ARTIFACT[:VERSION].")
    private List<String> sources = new ArrayList<>();

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    IngestCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        DocumentationAgent agent = session.get(DocumentationAgent.class);
        List<IngestResult> results = new ArrayList<>();
        for (String source : sources) {
            try (ProgressLine progress = session.progress()) {
                results.add(agent.ingest(TenantId.DEFAULT, source, progress));
            }
            if (!json) {
                print(results.getLast());
            }
        }
        if (json) {
            session.out().println(Json.line(Map.of("sources", results)));
        }
        return ExitCodes.DONE;
    }

    private void print(IngestResult result) {
        String version = result.version().isEmpty() ? "" : " " + Histories.shortened(result.version());
        session.out()
                .printf(
                        "%s %s%s: %,d pages (%,d new, %,d changed, %,d removed, %,d unchanged), %,d passages, %,d vectors"
                                + " made, %.1f s%n",
                        session.style().green("✓"),
                        session.style().bold(result.source()),
                        version,
                        result.pages(),
                        result.added(),
                        result.changed(),
                        result.removed(),
                        result.unchanged(),
                        result.chunks(),
                        result.embedded(),
                        result.millis() / 1000.0);
        if (result.history() != null) {
            session.out().println("  " + Histories.sentence(result.history()));
        }
        if (result.billedTokens() > 0) {
            String cost = result.cost() > 0 ? String.format(Locale.ROOT, ", %.4f USD", result.cost()) : "";
            session.out().printf("  %,d tokens were embedded by the provider%s%n", result.billedTokens(), cost);
        }
        result.leftOut().stream()
                .limit(session.options().verbose() ? Long.MAX_VALUE : SHOWN)
                .forEach(left -> session.out()
                        .println("  " + session.style().yellow("•") + " left out " + left.path() + ": " + left.reason()));
        if (result.leftOut().size() > SHOWN && !session.options().verbose()) {
            session.out().println("  … and " + (result.leftOut().size() - SHOWN) + " more (--verbose shows all)");
        }
    }
}
