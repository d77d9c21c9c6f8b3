package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.environment.Commands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Answers as it is told and remembers what was asked. */
final class FakeCommands implements Commands {

    final List<String> asked = new ArrayList<>();
    private final Set<String> programs;
    private final Function<String, Result> answers;

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
        return answers.apply(text);
    }

    @Override
    public Preview preview(Command command, int port, Duration ready) {
        throw new UnsupportedOperationException("No server is started in this test.");
    }
}
