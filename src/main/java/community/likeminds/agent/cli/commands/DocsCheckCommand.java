package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.documentation.DocumentationReview;
import community.likeminds.agent.agents.documentation.DocumentationReview.ReviewRequest;
import community.likeminds.agent.agents.documentation.Review;
import community.likeminds.agent.agents.documentation.Review.Level;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.output.ReviewPrinter;
import community.likeminds.agent.cli.output.Sarif;
import community.likeminds.agent.cli.terminal.ProgressLine;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code docs check}: looks for mistakes in documentation. */
@Command(
        name = "check",
        description = {
            "Look for mistakes in documentation: broken links and anchors, unbalanced fences, snippets that do not parse,",
            "packages and symbols that do not exist, names that contradict each other."
        },
        footer = {
            "  likeminds docs check ./docs",
            "  likeminds docs check ./docs --only link-broken,anchor-missing --offline",
            "  likeminds docs check ./docs --json > known.json",
            "  likeminds docs check ./docs --baseline known.json --sarif findings.sarif --fail-on warning",
            "",
            "Exit status: 0 no finding at or above the level of --fail-on, 3 findings, 2 bad input."
        })
final class DocsCheckCommand implements Callable<Integer> {

    private enum FailOn {
        error,
        warning,
        none
    }

    private final CommandSession session;

    @Parameters(paramLabel = "SOURCE", description = "A folder, a file, an archive, a site, a repository or a package, as for ingest.")
    private String source = "";

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Option(names = "--sarif", paramLabel = "FILE", description = "Write the findings to a SARIF 2.1.0 file, for code hosts and editors.")
    private @Nullable Path sarif;

    @Option(names = "--fail-on", paramLabel = "LEVEL", defaultValue = "error",
            description = "End with status 3 when a finding is at least an error, a warning, or never: error, warning, none (default: error).")
    private FailOn failOn = FailOn.error;

    @Option(names = "--only", paramLabel = "CODES", split = ",", description = "Look for these kinds of findings only.")
    private Set<String> only = new LinkedHashSet<>();

    @Option(names = "--baseline", paramLabel = "FILE", description = "Findings of this file (JSON or SARIF of an earlier run) are not reported again.")
    private @Nullable Path baseline;

    @Option(names = "--offline", description = "Do not ask package registries.")
    private boolean offline;

    DocsCheckCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Set<String> known = baseline == null ? Set.of() : Baseline.fingerprints(baseline);
        DocumentationReview reviews = session.get(DocumentationReview.class);
        Review review;
        try (ProgressLine progress = session.progress()) {
            review = reviews.review(new ReviewRequest(source, only, known, offline), progress);
        }
        if (sarif != null) {
            write(sarif, Json.indented(Sarif.of(review)));
        }
        if (json) {
            session.out().println(Json.indented(review));
        } else {
            new ReviewPrinter(session.out(), session.style()).print(review);
        }
        return status(review);
    }

    private int status(Review review) {
        boolean fails = switch (failOn) {
            case error -> review.count(Level.ERROR) > 0;
            case warning -> review.count(Level.ERROR) + review.count(Level.WARNING) > 0;
            case none -> false;
        };
        return fails ? ExitCodes.PARTIAL : ExitCodes.DONE;
    }

    private static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text + "\n");
        } catch (IOException failed) {
            throw new AgentException(
                    AgentException.Kind.BAD_INPUT,
                    "file-not-written",
                    "The file '" + file + "' cannot be written: " + failed.getMessage() + ".",
                    "Name a file in a folder that you may write to.",
                    failed);
        }
    }
}
