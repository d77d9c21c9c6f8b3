package community.likeminds.agent.project.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A formatter that reads a text and writes it formatted.
 *
 * @param name as in {@link ProjectTools}
 * @param program what is started
 * @param endings extensions of the files that it formats
 * @param arguments of the program, by the file's path
 */
record FormatTool(String name, String program, Set<String> endings, Function<String, List<String>> arguments) {

    private static final Set<String> WEB = Set.of("ts", "tsx", "js", "jsx", "mjs", "cjs", "mts", "cts", "json", "css", "scss", "less", "html", "vue", "yml", "yaml", "md");
    private static final List<FormatTool> KNOWN = List.of(
            new FormatTool("prettier", "prettier", WEB, path -> List.of("--stdin-filepath", path)),
            new FormatTool("biome", "biome", Set.of("ts", "tsx", "js", "jsx", "mjs", "cjs", "mts", "cts", "json", "css"),
                    path -> List.of("format", "--stdin-file-path=" + path)),
            new FormatTool("dprint", "dprint", WEB, path -> List.of("fmt", "--stdin", path)),
            new FormatTool("ruff", "ruff", Set.of("py", "pyi"), path -> List.of("format", "--stdin-filename", path, "-")),
            new FormatTool("black", "black", Set.of("py", "pyi"), path -> List.of("-q", "--stdin-filename", path, "-")),
            new FormatTool("gofmt", "gofmt", Set.of("go"), path -> List.of()),
            new FormatTool("dart format", "dart", Set.of("dart"), path -> List.of("format", "--output=show", "--summary=none", "--stdin-name=" + path)),
            new FormatTool("swiftformat", "swiftformat", Set.of("swift"), path -> List.of("--stdin-path", path, "--quiet")));

    static Optional<FormatTool> of(String name) {
        return KNOWN.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }

    boolean formats(String path) {
        return endings.contains(path.substring(path.lastIndexOf('.') + 1));
    }
}
