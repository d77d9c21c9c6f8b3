package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.project.environment.Commands.Command;
import community.likeminds.agent.project.environment.Commands.Result;
import community.likeminds.agent.shared.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Runs the tests that the project had. Where they fail, they are run again on a copy of the project as it was, because tests that failed
 * before say nothing of the integration.
 */
final class TestRung {

    private static final String NAME = "tests";
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Pattern NONE = Pattern.compile("no test specified|^\\s*(?:true|:|exit 0)?\\s*$");
    private static final Pattern BROWSERS = Pattern.compile("\\b(?:playwright|cypress|e2e|puppeteer|wdio|webdriver\\w*|ng test|karma|detox|maestro)\\b");
    private static final Pattern WATCHES = Pattern.compile("--watch(?!=false|All=false)\\b");
    private static final Pattern NO_TESTS = Pattern.compile("(?i)no tests? (?:files? )?found|no test suite found|collected 0 items|no tests ran");

    private final Commands commands;

    TestRung(Commands commands) {
        this.commands = commands;
    }

    /** @return empty when the project has no tests of its own, or when its build runs them */
    Optional<Check> run(Project project, Map<String, Optional<String>> before, Progress progress) {
        return switch (project.ecosystem()) {
            case "npm" -> npm(project, before, progress);
            case "python" -> python(project, before, progress);
            case "go" -> commands.find("go").isPresent()
                    ? Optional.of(run(project, List.of("go", "test", "./..."), before, progress))
                    : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Check> npm(Project project, Map<String, Optional<String>> before, Progress progress) {
        PackageManager manager = new PackageManager(project, commands);
        String script = Manifest.of(manager.app()).map(manifest -> manifest.scripts().getOrDefault("test", "")).orElse("");
        if (NONE.matcher(script).find()) {
            return Optional.empty();
        }
        if (BROWSERS.matcher(script).find() || WATCHES.matcher(script).find()) {
            return Optional.of(notPossible("The project's tests ('" + script + "') need "
                    + (BROWSERS.matcher(script).find() ? "a browser of their own" : "a person who ends them") + "; run them by hand.", ""));
        }
        Optional<List<String>> program = manager.program();
        if (program.isEmpty()) {
            return Optional.of(notPossible("The package manager '" + manager.name() + "' is not installed here.", ""));
        }
        List<String> arguments = new ArrayList<>(program.get());
        arguments.addAll(List.of("run", "test"));
        return Optional.of(run(project, arguments, before, progress));
    }

    private Optional<Check> python(Project project, Map<String, Optional<String>> before, Progress progress) {
        boolean has = ProjectTools.of(project.root(), project.app()).stream().anyMatch(tool -> tool.name().equals("pytest")) || Files.isDirectory(project.root().resolve("tests"));
        if (!has) {
            return Optional.empty();
        }
        return Optional.of(new ToolPrograms(project, commands).find("pytest")
                .map(program -> run(project, List.of(program, "-q", "-x", "--no-header"), before, progress))
                .orElseGet(() -> notPossible("pytest is not installed in the project's environment; run the tests by hand.", "")));
    }

    private Check run(Project project, List<String> arguments, Map<String, Optional<String>> before, Progress progress) {
        String text = String.join(" ", arguments.getFirst().contains("/") ? List.of(Path.of(arguments.getFirst()).getFileName().toString()) : arguments.subList(0, 1))
                + " " + String.join(" ", arguments.subList(1, arguments.size()));
        progress.report("Running the project's tests", 0, 0, text);
        Path app = new ToolPrograms(project, commands).app();
        Result result = commands.run(command(app, arguments, project, progress));
        String output = Findings.tail(result.output(), project.environment().values());
        if (result.ok()) {
            return new Check(NAME, Status.PASSED, "The project's own tests pass.", text, output, result.millis());
        }
        if (NO_TESTS.matcher(result.output()).find()) {
            return new Check(NAME, Status.NOT_POSSIBLE, "The project's test command finds no tests.", text, output, result.millis());
        }
        if (result.exit() < 0) {
            return new Check(NAME, Status.NOT_POSSIBLE, "The project's tests were ended after " + LIMIT.toMinutes() + " minutes; run them by hand.", text, output, result.millis());
        }
        String first = Findings.masked(CompilerErrors.first(result.output()), project.environment().values());
        progress.report("Running the project's tests as it was before", 0, 0, text);
        try (BeforeCopy copy = BeforeCopy.of(project.root(), before)) {
            Result then = commands.run(command(project.app().isEmpty() ? copy.root() : copy.root().resolve(project.app()), arguments, project, progress));
            if (!then.ok()) {
                return new Check(NAME, Status.NOT_POSSIBLE, "The project's tests fail, and they failed before the integration as well: " + first, text, output,
                        result.millis() + then.millis());
            }
        }
        return new Check(NAME, Status.FAILED, "The project's tests passed before and fail now: " + first, text, output, result.millis());
    }

    private static Command command(Path folder, List<String> arguments, Project project, Progress progress) {
        return new Command(folder, arguments, project.environment(), LIMIT, line -> progress.report("Running the project's tests", 0, 0, Findings.oneLine(line, 120)));
    }

    private static Check notPossible(String sentence, String command) {
        return new Check(NAME, Status.NOT_POSSIBLE, sentence, command, "", 0);
    }
}
