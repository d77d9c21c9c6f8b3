package community.likeminds.agent.project.analysis;

import community.likeminds.agent.processors.code.SourceCode;
import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Missing;
import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import community.likeminds.agent.project.analysis.IntegrationValidator.Symbols;
import community.likeminds.agent.project.analysis.declarations.DeclarationGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks that what files use of packages is published. */
final class SymbolsRung {

    private static final String NAME = "symbols";

    private final SourceCode sourceCode;

    SymbolsRung(SourceCode sourceCode) {
        this.sourceCode = sourceCode;
    }

    Symbols run(Project project, Map<String, String> texts, List<String> packages) {
        long start = System.nanoTime();
        if (!project.ecosystem().equals("npm")) {
            return new Symbols(new Check(NAME, Status.NOT_POSSIBLE, "The compiler checks the symbols of a "
                    + project.ecosystem() + " project in the build.", "", "", 0), List.of());
        }
        Path root = real(project.root());
        SymbolCheck check = new SymbolCheck(sourceCode, new DeclarationGraph(root), packages);
        for (var file : new TreeMap<>(texts).entrySet()) {
            Path folder = root.resolve(file.getKey()).normalize().getParent();
            if (folder != null && sourceCode.knows(file.getKey())) {
                check.file(folder, file.getKey(), file.getValue());
            }
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new Symbols(outcome(check, millis), List.copyOf(check.missing));
    }

    /** Those of some packages whose declarations have a name. */
    List<String> exporting(Project project, String path, String name, List<String> packages) {
        Path root = real(project.root());
        Path folder = root.resolve(path).normalize().getParent();
        if (folder == null || !project.ecosystem().equals("npm")) {
            return List.of();
        }
        DeclarationGraph graph = new DeclarationGraph(root);
        return packages.stream().filter(one -> {
            DeclarationGraph.Loaded loaded = graph.load(folder, one);
            return loaded.state() == DeclarationGraph.Loaded.State.READ && graph.member(loaded.module(), name).isPresent();
        }).toList();
    }

    private static Check outcome(SymbolCheck check, long millis) {
        if (!check.missing.isEmpty()) {
            Missing first = check.missing.getFirst();
            String more = check.missing.size() == 1 ? "" : " (and " + (check.missing.size() - 1) + " more)";
            String instead = first.candidates().isEmpty() ? "" : "; it has " + String.join(", ", first.candidates());
            String all = String.join("\n", check.missing.stream()
                    .map(one -> one.path() + ":" + one.line() + ": " + one.symbol() + " is not published"
                            + (one.candidates().isEmpty() ? "" : "; nearest: " + String.join(", ", one.candidates())))
                    .toList());
            return new Check(NAME, Status.FAILED, first.path() + ":" + first.line() + " uses " + first.symbol()
                    + ", which the published package does not have" + instead + more + ".", "", all, millis);
        }
        if (check.read.isEmpty() && !(check.notInstalled.isEmpty() && check.untyped.isEmpty())) {
            String why = check.notInstalled.isEmpty()
                    ? String.join(", ", check.untyped) + " publishes no type declarations."
                    : String.join(", ", check.notInstalled) + " is not installed, so its declarations cannot be read.";
            return new Check(NAME, Status.NOT_POSSIBLE, why, "", "", millis);
        }
        String unread = String.join(", ", check.untyped) + String.join(", ", check.notInstalled);
        return new Check(NAME, Status.PASSED, (check.names == 0
                ? "No changed file uses a name of the packages."
                : check.names + (check.names == 1 ? " use of a name" : " uses of names") + " of "
                        + String.join(", ", check.read) + " agree with the published declarations.")
                + (unread.isEmpty() ? "" : " Not checked, for want of declarations: " + unread + "."), "", "", millis);
    }

    private static Path real(Path root) {
        try {
            return root.toRealPath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
