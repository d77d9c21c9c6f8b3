package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.output.OutlinePrinter;
import community.likeminds.agent.cli.terminal.ProgressLine;
import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.processors.docs.GuideOutline;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.EditDistance;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code docs outline}: shows what a guide leads through. */
@Command(
        name = "outline",
        description = "Show what a guide leads through: prerequisites, steps, alternatives and the states of its code.",
        footer = {
            "  likeminds docs outline ./docs getting-started.md",
            "  likeminds docs outline https://github.com/owner/name guides/install.mdx --json"
        })
final class DocsOutlineCommand implements Callable<Integer> {

    private static final int SHOWN = 5;

    private final CommandSession session;

    @Parameters(index = "0", paramLabel = "SOURCE", description = "A folder, a file, an archive, a site, a repository or a package, as for ingest.")
    private String source = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "PAGE", description = "Path of the page, or the end of it; not needed when there is one page only.")
    private String wanted = "";

    @Option(names = "--json", description = "Print the outline as JSON.")
    private boolean json;

    DocsOutlineCommand(CommandSession session) {
        this.session = session;
    }

    /** @param outline of the page */
    private record Result(String source, String page, String title, GuideOutline outline) {}

    @Override
    public Integer call() {
        DocumentProcessor processor = session.get(DocumentProcessor.class);
        List<Page> pages;
        try (ProgressLine progress = session.progress()) {
            pages = processor.read(processor.open(source, progress), progress).pages();
        }
        Page page = page(pages);
        GuideOutline outline = processor.outline(page);
        if (json) {
            session.out().println(Json.indented(new Result(page.source(), page.path(), page.title(), outline)));
        } else {
            new OutlinePrinter(session.out(), session.style()).print(page, outline);
        }
        return ExitCodes.DONE;
    }

    private Page page(List<Page> pages) {
        List<Page> exact = pages.stream().filter(page -> page.path().equals(wanted)).toList();
        List<Page> fitting = !exact.isEmpty() ? exact
                : pages.stream().filter(page -> wanted.isEmpty() || ("/" + page.path()).endsWith("/" + wanted)
                        || ("/" + page.path()).replaceFirst("\\.\\w+$", "").endsWith("/" + wanted)).toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        if (fitting.isEmpty()) {
            throw AgentException.notFound("page-unknown", "The source has no page '" + wanted + "'.",
                    pages.isEmpty() ? "Name a source that has pages." : "Name one of its pages, for example " + names(nearest(pages)) + ".");
        }
        throw AgentException.badInput("page-ambiguous",
                wanted.isEmpty() ? "The source has " + fitting.size() + " pages." : fitting.size() + " pages of the source end with '" + wanted + "'.",
                "Name one of them, for example " + names(fitting) + ".");
    }

    private List<Page> nearest(List<Page> pages) {
        String name = name(wanted);
        return pages.stream().sorted(Comparator.comparingInt(page -> EditDistance.between(name, name(page.path()), name.length()))).toList();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static String names(List<Page> pages) {
        return String.join(", ", pages.stream().limit(SHOWN).map(page -> "'" + page.path() + "'").toList());
    }
}
