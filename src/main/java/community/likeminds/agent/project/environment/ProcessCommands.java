package community.likeminds.agent.project.environment;

import community.likeminds.agent.shared.AgentException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts programs as processes of this machine, each in a session of its own where the platform has {@code setsid}. */
final class ProcessCommands implements Commands, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessCommands.class);
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    private final Optional<Path> setsid;
    private final Set<ProcessGroup> running = ConcurrentHashMap.newKeySet();
    private final Thread atExit = new Thread(() -> running.forEach(ProcessGroup::end), "end-started-processes");

    private final @Nullable ProcessRecords records;

    /** Without a memory of what it started. */
    ProcessCommands() {
        this(null);
    }

    ProcessCommands(@Nullable ProcessRecords records) {
        this.records = records;
        boolean linux = System.getProperty("os.name", "").equals("Linux");
        this.setsid = linux && Files.isDirectory(Path.of("/proc/self")) ? find("setsid") : Optional.empty();
        // A session of its own does not get the terminal's Ctrl-C, so this process passes its end on.
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    @Override
    public Optional<Path> find(String program) {
        if (program.contains("/") || program.contains(File.separator)) {
            Path path = Path.of(program);
            return Files.isExecutable(path) && Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
        }
        String search = Optional.ofNullable(System.getenv("PATH")).orElse("");
        for (String folder : search.split(File.pathSeparator)) {
            for (String ending : endings()) {
                try {
                    Path path = Path.of(folder.isEmpty() ? "." : folder).resolve(program + ending);
                    if (Files.isRegularFile(path) && Files.isExecutable(path)) {
                        return Optional.of(path.toAbsolutePath());
                    }
                } catch (InvalidPathException odd) {
                    LOG.debug("A folder of PATH is not a valid path: {}", folder);
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> endings() {
        if (!WINDOWS) {
            return List.of("");
        }
        String known = Optional.ofNullable(System.getenv("PATHEXT")).orElse(".EXE;.CMD;.BAT");
        return List.of(known.toLowerCase(Locale.ROOT).split(";"));
    }

    @Override
    public Result run(Command command) {
        long start = System.nanoTime();
        Started started = start(command);
        int exit = -1;
        try {
            if (waitFor(started, command.limit())) {
                exit = started.process().exitValue();
                started.reader().join(Duration.ofSeconds(1));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw interrupted(command, interrupted);
        } finally {
            finish(started);
        }
        return new Result(exit, started.output().text(), millisSince(start));
    }

    /** Whether the program ended by itself in time; meanwhile its descendants are noted. */
    private static boolean waitFor(Started started, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return !started.process().isAlive();
            }
            if (started.process().waitFor(Math.min(left, 250_000_000L), TimeUnit.NANOSECONDS)) {
                return true;
            }
            started.group().look();
        }
    }

    @Override
    public Preview preview(Command command, int port, Duration ready) {
        int chosen = port == 0 ? Ports.free() : port;
        if (!Ports.isFree(chosen)) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT,
                    "port-in-use",
                    "The port " + chosen + " is in use by another program.",
                    "Choose another port or let a free one be chosen.");
        }
        List<String> arguments = command.arguments().stream()
                .map(argument -> argument.replace("{port}", Integer.toString(chosen)))
                .toList();
        Map<String, String> environment = new HashMap<>(command.environment());
        environment.putIfAbsent("PORT", Integer.toString(chosen));
        Started started =
                start(new Command(command.folder(), arguments, environment, command.limit(), command.lines()));
        ServerPreview preview = new ServerPreview(
                started.process(), started.output(), started.reader(), chosen, () -> finish(started));
        try {
            preview.awaitAnswer(ready);
            return preview;
        } catch (RuntimeException failure) {
            preview.close();
            throw failure;
        }
    }

    @Override
    public Filtered filter(Command command, byte[] input) {
        long start = System.nanoTime();
        try {
            Process process = builder(command).redirectInput(ProcessBuilder.Redirect.PIPE).redirectErrorStream(false).start();
            ProcessGroup group = new ProcessGroup(process, setsid.isPresent());
            running.add(group);
            try {
                FilterRun filter = new FilterRun(process, input);
                boolean ended = process.waitFor(command.limit().toNanos(), TimeUnit.NANOSECONDS);
                int exit = ended ? process.exitValue() : -1;
                group.end();
                return filter.result(exit, millisSince(start));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw interrupted(command, interrupted);
            } finally {
                group.end();
                running.remove(group);
            }
        } catch (IOException failure) {
            throw notStarted(command, failure);
        }
    }

    private record Started(Process process, ProcessGroup group, OutputTail output, Thread reader, @Nullable Path record) {}

    private Started start(Command command) {
        try {
            Process process = builder(command).redirectErrorStream(true).redirectInput(new File(WINDOWS ? "NUL" : "/dev/null")).start();
            ProcessGroup group = new ProcessGroup(process, setsid.isPresent());
            running.add(group);
            Path record = records == null ? null : records.add(process.toHandle(), setsid.isPresent(), command.folder());
            OutputTail output = new OutputTail(command.lines());
            Thread reader = Thread.ofPlatform().daemon().name("output of " + command.arguments().getFirst()).start(() -> drain(process, output));
            return new Started(process, group, output, reader, record);
        } catch (IOException failure) {
            throw notStarted(command, failure);
        }
    }

    private ProcessBuilder builder(Command command) {
        String program = command.arguments().getFirst();
        Path path = find(program).orElseThrow(() -> missing(program));
        List<String> arguments = new ArrayList<>(command.arguments());
        arguments.set(0, path.toString());
        setsid.ifPresent(wrapper -> arguments.addFirst(wrapper.toString()));
        ProcessBuilder builder = new ProcessBuilder(arguments).directory(command.folder().toFile());
        ProcessEnvironment.prepare(builder.environment(), command.environment());
        return builder;
    }

    private static AgentException notStarted(Command command, IOException failure) {
        return new AgentException(
                AgentException.Kind.UNAVAILABLE,
                "program-not-started",
                "'" + command.arguments().getFirst() + "' could not be started in " + command.folder() + " (" + failure.getMessage() + ").",
                "Check that the folder exists and that the program may be run.",
                failure);
    }

    private static AgentException interrupted(Command command, InterruptedException interrupted) {
        return new AgentException(
                AgentException.Kind.CONFLICT,
                "interrupted",
                "'" + String.join(" ", command.arguments()) + "' was interrupted.",
                "Start it again.",
                interrupted);
    }

    private static void drain(Process process, OutputTail output) {
        try {
            output.drain(process.getInputStream());
        } catch (IOException closed) {
            LOG.debug("The output of process {} was cut off: {}", process.pid(), closed.getMessage());
        }
    }

    /** Ends whoever is left, also after a normal end: nothing that a command started outlives it. */
    private void finish(Started started) {
        started.group().end();
        running.remove(started.group());
        if (records != null && started.record() != null) {
            records.remove(started.record());
        }
        try {
            started.reader().join(Duration.ofSeconds(2));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static AgentException missing(String program) {
        return new AgentException(
                AgentException.Kind.UNAVAILABLE,
                "program-missing",
                "The program '" + program + "' is not on this machine's path.",
                "Install it or add its folder to PATH.");
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    @Override
    public void close() {
        running.forEach(ProcessGroup::end);
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyEnding) {
            LOG.debug("The process is ending already.");
        }
    }
}
