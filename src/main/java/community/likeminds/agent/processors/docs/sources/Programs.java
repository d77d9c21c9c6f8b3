package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.shared.AgentException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the programs that fetch sources: without a shell, without input, bounded in time. */
class Programs {

    private static final int LIMIT_SECONDS = 180;
    private static final int LONGEST_OUTPUT = 200_000;
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    /** @param exit exit status, or -1 when it was ended at its limit */
    record Result(int exit, String output) {}

    /** Where a program is on this machine's path. */
    Optional<Path> find(String program) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of(program + (WINDOWS ? ".cmd" : ""), program + (WINDOWS ? ".exe" : "")).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Result run(Path program, List<String> arguments, Path folder) throws IOException {
        return run(program, arguments, folder, Map.of());
    }

    /** @param environment variables of the program besides this process's own */
    Result run(Path program, List<String> arguments, Path folder, Map<String, String> environment) throws IOException {
        Path output = Files.createTempFile(folder, "output-", ".log");
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File(WINDOWS ? "NUL" : "/dev/null")));
        // Nobody is there to type a password.
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().putIfAbsent("GIT_SSH_COMMAND", "ssh -o BatchMode=yes");
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                end(process);
            }
            try (InputStream in = Files.newInputStream(output)) {
                return new Result(ended ? process.exitValue() : -1, new String(in.readNBytes(LONGEST_OUTPUT), StandardCharsets.UTF_8));
            }
        } catch (InterruptedException interrupted) {
            end(process);
            Thread.currentThread().interrupt();
            throw new AgentException(
                    AgentException.Kind.CONFLICT, "source-interrupted", "Fetching the source was interrupted.", "Run the command again.", interrupted);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
