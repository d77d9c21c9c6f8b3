package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Linting;
import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.project.environment.Commands.Command;
import community.likeminds.agent.project.environment.Commands.Filtered;
import community.likeminds.agent.shared.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs the project's own linter over changed files and counts what it says of them now and did not say before. */
final class LintRung {

    private static final String NAME = "lint";
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Commands commands;

    LintRung(Commands commands) {
        this.commands = commands;
    }

    Optional<Linting> run(Project project, Map<String, String> texts, Map<String, String> before, Progress progress) {
        long start = System.nanoTime();
        List<ProjectTools.Tool> linters = ProjectTools.of(project.root(), project.app()).stream().filter(tool -> tool.is(ProjectTools.Kind.LINTER)).toList();
        if (linters.isEmpty()) {
            return Optional.empty();
        }
        for (ProjectTools.Tool tool : linters) {
            Optional<LintTool> known = LintTool.of(tool.name());
            if (known.isEmpty()) {
                continue;
            }
            Map<String, String> own = new TreeMap<>(texts);
            own.keySet().removeIf(path -> !known.get().looksAt(path));
            if (!own.isEmpty()) {
                return Optional.of(run(project, known.get(), own, before, progress, start));
            }
        }
        ProjectTools.Tool first = linters.getFirst();
        return Optional.of(none(LintTool.of(first.name()).isPresent()
                ? "No changed file is of a kind that " + first.name() + " looks at."
                : first.name() + " (" + first.seen() + ") is part of the build, which runs it where the project wants that.", start));
    }

    private record Answer(@Nullable List<LintProblem> problems, Filtered result) {}

    private Linting run(Project project, LintTool tool, Map<String, String> texts, Map<String, String> before, Progress progress, long start) {
        Optional<String> program = new ToolPrograms(project, commands).find(tool.program());
        if (program.isEmpty()) {
            return none("The project's linter " + tool.name() + " is not installed here.", start);
        }
        List<String> fresh = new ArrayList<>();
        Map<String, String> fixed = new TreeMap<>();
        List<String> fixes = new ArrayList<>();
        int old = 0;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            progress.report("Linting", 0, 0, text.getKey());
            Answer after = ask(project, program.get(), tool, text.getKey(), text.getValue());
            List<LintProblem> problems = after.problems();
            if (problems == null || problems.stream().anyMatch(LintProblem::unread)) {
                return impossible(project, tool, program.get(), text.getKey(), after, start);
            }
            List<LintProblem> errors = problems.stream().filter(LintProblem::error).toList();
            List<LintProblem> ours = errors.isEmpty() ? errors
                    : tool.filter() ? without(errors, before(project, program.get(), tool, text.getKey(), before))
                    : onNewLines(errors, text.getValue(), before.getOrDefault(text.getKey(), ""));
            old += errors.size() - ours.size();
            List<LintProblem> left = new ArrayList<>(ours);
            String repaired = fixed(text.getValue(), left, text.getKey(), fixes);
            if (!repaired.equals(text.getValue())) {
                fixed.put(text.getKey(), repaired);
            }
            left.forEach(problem -> fresh.add(text.getKey() + ":" + problem.line() + " " + Findings.oneLine(problem.message(), 200)
                    + (problem.rule().isEmpty() ? "" : " (" + problem.rule() + ")")));
        }
        String before2 = old == 0 ? "" : " " + old + (old == 1 ? " problem was" : " problems were") + " there before.";
        String command = Path.of(program.get()).getFileName() + " " + String.join(" ", tool.arguments().apply("FILE"));
        if (fresh.isEmpty() && fixed.isEmpty()) {
            return new Linting(new Check(NAME, Status.PASSED, tool.name() + " finds nothing new in the changed files." + before2, command, "", millis(start)),
                    Map.of(), List.of());
        }
        List<String> all = new ArrayList<>(fresh);
        all.addAll(fixes);
        return new Linting(new Check(NAME, Status.FAILED, tool.name() + " finds " + all.size() + (all.size() == 1 ? " new problem: " : " new problems, first: ")
                + all.getFirst() + (all.getFirst().endsWith(".") ? "" : ".") + before2, command, String.join("\n", all), millis(start)), fixed, fixes);
    }

    /** What the linter said of the file as it was; a file that was not there had no problems. */
    private List<LintProblem> before(Project project, String program, LintTool tool, String path, Map<String, String> before) {
        String was = before.get(path);
        if (was == null) {
            return List.of();
        }
        List<LintProblem> problems = ask(project, program, tool, path, was).problems();
        return problems == null ? List.of() : problems;
    }

    private static List<LintProblem> without(List<LintProblem> now, List<LintProblem> before) {
        Map<String, Integer> known = new HashMap<>();
        before.forEach(problem -> known.merge(problem.kind(), 1, Integer::sum));
        List<LintProblem> fresh = new ArrayList<>();
        for (LintProblem problem : now) {
            int left = known.getOrDefault(problem.kind(), 0);
            if (left == 0) {
                fresh.add(problem);
            } else {
                known.put(problem.kind(), left - 1);
            }
        }
        return fresh;
    }

    /** Of a linter that cannot be shown the text as it was: what it says of lines that were not there. */
    private static List<LintProblem> onNewLines(List<LintProblem> problems, String text, String before) {
        Set<String> known = before.lines().map(String::strip).collect(Collectors.toSet());
        List<String> lines = text.lines().toList();
        return problems.stream()
                .filter(problem -> problem.line() < 1 || problem.line() > lines.size() || !known.contains(lines.get(problem.line() - 1).strip()))
                .toList();
    }

    /** Makes the linter's own corrections, last first, none over another; what was corrected leaves the list. */
    private static String fixed(String text, List<LintProblem> problems, String path, List<String> told) {
        StringBuilder repaired = new StringBuilder(text);
        int free = text.length() + 1;
        List<LintProblem> fixable = problems.stream().filter(problem -> problem.fix() != null)
                .sorted((a, b) -> Integer.compare(end(b), end(a))).toList();
        for (LintProblem problem : fixable) {
            LintProblem.Fix fix = problem.fix();
            if (fix != null && fix.end() < free) {
                repaired.replace(fix.start(), fix.end(), fix.text());
                free = fix.start();
                problems.remove(problem);
                told.add(path + ":" + problem.line() + " " + Findings.oneLine(problem.message(), 200) + (problem.rule().isEmpty() ? "" : " (" + problem.rule() + ")"));
            }
        }
        return repaired.toString();
    }

    private static int end(LintProblem problem) {
        LintProblem.Fix fix = problem.fix();
        return fix == null ? -1 : fix.end();
    }

    private Answer ask(Project project, String program, LintTool tool, String path, String text) {
        List<String> arguments = new ArrayList<>(List.of(program));
        arguments.addAll(tool.arguments().apply(project.root().resolve(path).toAbsolutePath().toString()));
        Path folder = new ToolPrograms(project, commands).app();
        Filtered result = commands.filter(new Command(folder, arguments, project.environment(), LIMIT, line -> {}),
                tool.filter() ? text.getBytes(StandardCharsets.UTF_8) : new byte[0]);
        return new Answer(result.exit() < 0 ? null : tool.reader().apply(result.text(), text).orElse(null), result);
    }

    private Linting impossible(Project project, LintTool tool, String program, String path, Answer answer, long start) {
        Filtered result = answer.result();
        String said = answer.problems() != null
                ? answer.problems().stream().filter(LintProblem::unread).findFirst().map(LintProblem::message).orElse("")
                : result.exit() < 0 ? "it was ended after " + LIMIT.toSeconds() + " s" : reason(result);
        return new Linting(new Check(NAME, Status.NOT_POSSIBLE, tool.name() + " cannot look at " + path + ": "
                + Findings.masked(Findings.oneLine(said, 300), project.environment().values()) + (said.endsWith(".") ? "" : "."),
                Path.of(program).getFileName() + " " + String.join(" ", tool.arguments().apply(path)),
                Findings.tail(result.errors(), project.environment().values()), millis(start)), Map.of(), List.of());
    }

    private static String reason(Filtered result) {
        String said = (result.errors().isBlank() ? result.text() : result.errors()).strip();
        return said.lines().map(String::strip).filter(line -> line.matches("(?i).*\\b(?:error|cannot|could ?n.t|not found|invalid|failed)\\b.*")).findFirst()
                .orElse(said.isEmpty() ? "it said nothing" : said);
    }

    private static Linting none(String sentence, long start) {
        return new Linting(new Check(NAME, Status.NOT_POSSIBLE, sentence, "", "", millis(start)), Map.of(), List.of());
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
