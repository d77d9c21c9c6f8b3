package community.likeminds.agent.project.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A linter that tells the problems of a text as JSON.
 *
 * @param name as in {@link ProjectTools}
 * @param program what is started
 * @param endings extensions of the files that it looks at
 * @param filter whether it reads the text from its standard input; otherwise it looks at the file itself
 * @param arguments of the program, by the file's path
 * @param reader problems of an answer and the text that it is about; empty when it is no answer
 */
record LintTool(
        String name, String program, Set<String> endings, boolean filter, Function<String, List<String>> arguments,
        BiFunction<String, String, Optional<List<LintProblem>>> reader) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> SCRIPTS = Set.of("ts", "tsx", "js", "jsx", "mjs", "cjs", "mts", "cts", "vue", "svelte", "astro");

    private static final List<LintTool> KNOWN = List.of(
            new LintTool("eslint", "eslint", SCRIPTS, true, path -> List.of("--format", "json", "--stdin", "--stdin-filename", path), LintTool::eslint),
            new LintTool("biome", "biome", Set.of("ts", "tsx", "js", "jsx", "mjs", "cjs", "mts", "cts", "json", "css"), false,
                    path -> List.of("lint", "--reporter=json", "--colors=off", path), LintTool::biome),
            new LintTool("ruff", "ruff", Set.of("py", "pyi"), true, path -> List.of("check", "--output-format", "json", "--stdin-filename", path, "-"), LintTool::ruff),
            new LintTool("pylint", "pylint", Set.of("py"), true, path -> List.of("--output-format=json", "--from-stdin", path), LintTool::pylint),
            new LintTool("swiftlint", "swiftlint", Set.of("swift"), true, path -> List.of("lint", "--quiet", "--use-stdin", "--reporter", "json"), LintTool::swiftlint));

    static Optional<LintTool> of(String name) {
        return KNOWN.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }

    boolean looksAt(String path) {
        return endings.contains(path.substring(path.lastIndexOf('.') + 1));
    }

    private static Optional<JsonNode> json(String answer, char open) {
        int start = answer.indexOf(open);
        if (start < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(answer.substring(start)));
        } catch (JacksonException noAnswer) {
            return Optional.empty();
        }
    }

    private static Optional<List<LintProblem>> eslint(String answer, String text) {
        return json(answer, '[').map(files -> {
            List<LintProblem> problems = new ArrayList<>();
            for (JsonNode file : files) {
                for (JsonNode message : file.path("messages")) {
                    JsonNode fix = message.path("fix");
                    int start = fix.path("range").path(0).asInt(-1);
                    int end = fix.path("range").path(1).asInt(-1);
                    boolean usable = start >= 0 && end >= start && end <= text.length();
                    problems.add(new LintProblem(
                            message.path("line").asInt(0), message.path("ruleId").asString(""), message.path("message").asString(""),
                            message.path("severity").asInt(0) > 1 || message.path("fatal").asBoolean(false),
                            usable ? new LintProblem.Fix(start, end, fix.path("text").asString("")) : null));
                }
            }
            return problems;
        });
    }

    private static Optional<List<LintProblem>> biome(String answer, String text) {
        return json(answer, '{').filter(all -> all.has("diagnostics")).map(all -> {
            List<LintProblem> problems = new ArrayList<>();
            for (JsonNode one : all.path("diagnostics")) {
                int line = one.path("location").path("start").path("line").asInt(0);
                String message = one.path("message").asString(one.path("description").asString(""));
                problems.add(new LintProblem(line, one.path("category").asString(""), message,
                        Set.of("error", "fatal").contains(one.path("severity").asString("")), null));
            }
            return problems;
        });
    }

    private static Optional<List<LintProblem>> ruff(String answer, String text) {
        return json(answer, '[').map(all -> all.values().stream()
                .map(one -> new LintProblem(one.path("location").path("row").asInt(0), one.path("code").asString(""), one.path("message").asString(""), true, null))
                .toList());
    }

    private static Optional<List<LintProblem>> pylint(String answer, String text) {
        return json(answer, '[').map(all -> all.values().stream()
                .map(one -> new LintProblem(one.path("line").asInt(0), one.path("symbol").asString(""), one.path("message").asString(""),
                        Set.of("error", "fatal", "warning").contains(one.path("type").asString("")), null))
                .toList());
    }

    private static Optional<List<LintProblem>> swiftlint(String answer, String text) {
        return json(answer, '[').map(all -> all.values().stream()
                .map(one -> new LintProblem(one.path("line").asInt(0), one.path("rule_id").asString(""), one.path("reason").asString(""),
                        one.path("severity").asString("").equalsIgnoreCase("error"), null))
                .toList());
    }
}
