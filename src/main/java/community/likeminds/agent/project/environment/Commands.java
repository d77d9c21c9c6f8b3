package community.likeminds.agent.project.environment;

import community.likeminds.agent.shared.Remote;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs programs in a project: without a shell, bounded in time and output, ended with everything they started. */
@Remote(limit = Remote.Limit.RUN)
public interface Commands {

    /** Where a program is on this machine's path. */
    @Remote(repeatable = true)
    Optional<Path> find(String program);

    /** Runs a program to its end or its limit. Throws {@code program-missing} when it is not there. */
    Result run(Command command);

    /**
     * Runs a program as a filter: it reads a text and writes another one, such as a formatter does. Its output is kept whole, up to 32 MB.
     * Throws {@code program-missing} when it is not there.
     */
    Filtered filter(Command command, byte[] input);

    /**
     * Starts a server and waits until it answers on its port of the loopback interface. The caller closes it.
     *
     * @param command {@code {port}} in its arguments stands for the port, which is also given as the variable {@code PORT}
     * @param port 0 for a free one
     * @param ready how long it may take to answer
     * @throws community.likeminds.agent.shared.AgentException {@code port-in-use}, {@code preview-ended},
     *     {@code preview-not-ready}
     */
    Preview preview(Command command, int port, Duration ready);

    /**
     * @param folder where it runs
     * @param arguments program and arguments, no shell
     * @param environment variables added to this process's own, less secrets
     * @param limit after which it is ended
     * @param lines told every line of output as it comes
     */
    record Command(
            Path folder,
            List<String> arguments,
            Map<String, String> environment,
            Duration limit,
            Consumer<String> lines) {

        public Command {
            arguments = List.copyOf(arguments);
            environment = Map.copyOf(environment);
        }
    }

    /**
     * @param exit exit status, or -1 when it was ended at its limit
     * @param output standard output and error together, its last 200 kB, without terminal codes
     * @param millis wall-clock time
     */
    record Result(int exit, String output, long millis) {

        public boolean ok() {
            return exit == 0;
        }
    }

    /**
     * @param exit exit status, or -1 when it was ended at its limit
     * @param output standard output, byte for byte
     * @param errors standard error, without terminal codes
     * @param millis wall-clock time
     */
    record Filtered(int exit, byte[] output, String errors, long millis) {

        public boolean ok() {
            return exit == 0;
        }

        public String text() {
            return new String(output, StandardCharsets.UTF_8);
        }
    }

    /** A server that runs until it is closed. */
    interface Preview extends AutoCloseable {

        /** Address on the loopback interface. */
        String address();

        boolean alive();

        /** What it has said so far, the last 200 kB. */
        String output();

        /** Blocks until the server ends. */
        void await() throws InterruptedException;

        @Override
        void close();
    }
}
