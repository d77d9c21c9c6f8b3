package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.documentation.Codebases;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.terminal.ProgressLine;
import community.likeminds.agent.processors.code.CodeFile;
import community.likeminds.agent.processors.code.CodeSymbol;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code code symbols}: prints what source code defines. */
@Command(
        name = "symbols",
        description = "Print what a file or project defines; with --json also its imports, calls and complexity.",
        footer = {"  likeminds code symbols ./my-app/src/main.ts", "  likeminds code symbols ./my-app --json"})
final class CodeSymbolsCommand implements Callable<Integer> {

    private final CommandSession session;

    @Parameters(paramLabel = "FILE|PROJECT", description = "A source file, or a folder.")
    private String location = "";

    @Option(names = "--json", description = "Print everything that was read as JSON.")
    private boolean json;

    CodeSymbolsCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<CodeFile> files;
        Codebases codebases = session.get(Codebases.class);
        try (ProgressLine progress = session.progress()) {
            files = codebases.symbols(location, progress);
        }
        if (json) {
            session.out().println(Json.line(Map.of("files", files)));
        } else {
            files.forEach(this::print);
        }
        return ExitCodes.DONE;
    }

    private void print(CodeFile file) {
        if (file.symbols().isEmpty()) {
            return;
        }
        session.out().println(session.style().bold(file.path()));
        for (CodeSymbol symbol : file.symbols()) {
            String indent = "  ".repeat(1 + depth(file, symbol));
            String shown = symbol.signature().isEmpty() ? symbol.name() : symbol.signature();
            session.out()
                    .println(indent + shown + " "
                            + session.style().dim("(%s, %d-%d)".formatted(
                                    symbol.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '), symbol.startLine(), symbol.endLine())));
        }
    }

    /** How many types of the file it stands in. */
    private static int depth(CodeFile file, CodeSymbol symbol) {
        return (int) file.symbols().stream()
                .filter(other -> other != symbol && other.startLine() <= symbol.startLine() && other.endLine() >= symbol.endLine()
                        && symbol.qualifiedName().startsWith(other.qualifiedName() + "."))
                .count();
    }
}
