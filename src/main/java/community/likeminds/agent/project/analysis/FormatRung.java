package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Formatting;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Runs the project's own formatter over changed files, as a filter, so that nothing is written behind the checkpoint. A file that was
 * not formatted before is left as it is: formatting all of it would change what nobody asked for.
 */
final class FormatRung {

    private static final String NAME = "format";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Commands commands;

    FormatRung(Commands commands) {
        this.commands = commands;
    }

    Optional<Formatting> run(Project project, Map<String, String> texts, Map<String, String> before, Progress progress) {
        long start = System.nanoTime();
        List<ProjectTools.Tool> formatters = ProjectTools.of(project.root(), project.app()).stream().filter(tool -> tool.is(ProjectTools.Kind.FORMATTER)).toList();
        if (formatters.isEmpty()) {
            return Optional.empty();
        }
        for (ProjectTools.Tool tool : formatters) {
            Optional<FormatTool> known = FormatTool.of(tool.name());
            if (known.isEmpty()) {
                continue;
            }
            Map<String, String> own = new TreeMap<>(texts);
            own.keySet().removeIf(path -> !known.get().formats(path));
            if (!own.isEmpty()) {
                return Optional.of(run(project, known.get(), own, before, progress, start));
            }
        }
        ProjectTools.Tool first = formatters.getFirst();
        return Optional.of(none(FormatTool.of(first.name()).isPresent()
                ? "No changed file is of a kind that " + first.name() + " formats."
                : first.name() + " (" + first.seen() + ") is part of the build, which checks the format where the project wants that.", start));
    }

    private Formatting run(Project project, FormatTool tool, Map<String, String> texts, Map<String, String> before, Progress progress, long start) {
        ToolPrograms programs = new ToolPrograms(project, commands);
        Optional<String> program = programs.find(tool.program());
        if (program.isEmpty()) {
            return none("The project's formatter " + tool.name() + " is not installed here.", start);
        }
        Map<String, String> formatted = new TreeMap<>();
        List<String> unformatted = new ArrayList<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            progress.report("Checking the format", 0, 0, text.getKey());
            Filtered after = filter(project, program.get(), tool, text.getKey(), text.getValue());
            if (!after.ok()) {
                return new Formatting(new Check(NAME, Status.NOT_POSSIBLE, tool.name() + " cannot format " + text.getKey() + ": " + said(after),
                        command(program.get(), tool, text.getKey()), Findings.tail(after.errors(), project.environment().values()), millis(start)), Map.of());
            }
            // A formatter that is told to ignore a file writes nothing or the text as it came.
            if (after.text().equals(text.getValue()) || after.output().length == 0 && !text.getValue().isBlank()) {
                continue;
            }
            String was = before.get(text.getKey());
            if (was == null || filter(project, program.get(), tool, text.getKey(), was).text().equals(was)) {
                formatted.put(text.getKey(), after.text());
            } else {
                unformatted.add(text.getKey());
            }
        }
        List<String> told = new ArrayList<>();
        int fine = texts.size() - formatted.size() - unformatted.size();
        if (fine > 0) {
            told.add(fine + (fine == 1 ? " changed file is as " : " changed files are as ") + tool.name() + " wants it.");
        }
        if (!formatted.isEmpty()) {
            told.add(tool.name() + " formatted " + String.join(", ", formatted.keySet()) + ".");
        }
        if (!unformatted.isEmpty()) {
            told.add("Not formatted before either, so left alone: " + String.join(", ", unformatted) + ".");
        }
        String detail = String.join(" ", told);
        return new Formatting(new Check(NAME, Status.PASSED, detail, command(program.get(), tool, "FILE"), "", millis(start)), formatted);
    }

    private Filtered filter(Project project, String program, FormatTool tool, String path, String text) {
        List<String> arguments = new ArrayList<>(List.of(program));
        arguments.addAll(tool.arguments().apply(project.root().resolve(path).toAbsolutePath().toString()));
        Path folder = new ToolPrograms(project, commands).app();
        return commands.filter(new Command(folder, arguments, project.environment(), LIMIT, line -> {}), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String said(Filtered result) {
        return result.exit() < 0 ? "it was ended after " + LIMIT.toSeconds() + " s." : Findings.oneLine(result.errors().isBlank() ? "it said nothing." : result.errors(), 300);
    }

    private static String command(String program, FormatTool tool, String path) {
        return Path.of(program).getFileName() + " " + String.join(" ", tool.arguments().apply(path));
    }

    private static Formatting none(String sentence, long start) {
        return new Formatting(new Check(NAME, Status.NOT_POSSIBLE, sentence, "", "", millis(start)), Map.of());
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
