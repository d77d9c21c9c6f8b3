package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.environment.Commands;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Answers as it is told and remembers what was asked. */
final class FakeCommands implements Commands {

    final List<String> asked = new ArrayList<>();
    private final Set<String> programs;
    private final Function<String, Result> answers;

    /** What a filter makes of a text, by its command line. */
    BiFunction<String, String, Filtered> filters = (command, input) -> {
        throw new UnsupportedOperationException("No filter is run in this test.");
    };

    /** Told every command that is run. */
    Consumer<Command> ran = command -> {};

    static Filtered wrote(int exit, String output, String errors) {
        return new Filtered(exit, output.getBytes(StandardCharsets.UTF_8), errors, 1);
    }

    FakeCommands(Set<String> programs, Function<String, Result> answers) {
        this.programs = programs;
        this.answers = answers;
    }

    static Result said(int exit, String output) {
        return new Result(exit, output, 1);
    }

    @Override
    public Optional<Path> find(String program) {
        return programs.contains(program) ? Optional.of(Path.of("/bin", program)) : Optional.empty();
    }

    @Override
    public Result run(Command command) {
        String text = String.join(" ", command.arguments());
        asked.add(text);
        ran.accept(command);
        return answers.apply(text);
    }

    @Override
    public Filtered filter(Command command, byte[] input) {
        String text = String.join(" ", command.arguments());
        asked.add(text);
        return filters.apply(text, new String(input, StandardCharsets.UTF_8));
    }

    @Override
    public Preview preview(Command command, int port, Duration ready) {
        throw new UnsupportedOperationException("No server is started in this test.");
    }
}
