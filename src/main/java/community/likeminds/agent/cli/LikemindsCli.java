package community.likeminds.agent.cli;

import community.likeminds.agent.cli.commands.CommandSession;
import community.likeminds.agent.cli.commands.RootCommand;
import community.likeminds.agent.cli.terminal.Terminal;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Entry of the command line. */
public final class LikemindsCli {

    private static final long CLEAN_UP_SECONDS = 20;

    private LikemindsCli() {}

    /**
     * Runs a command line on the process's own streams and returns its exit status. On an interrupt from outside, the command
     * is interrupted as well and given time to roll back.
     */
    public static int run(String[] arguments, ServiceStarter starter) {
        // The texts are English, so numbers in them are, too.
        Locale.setDefault(Locale.ENGLISH);
        CountDownLatch done = new CountDownLatch(1);
        Thread worker = Thread.currentThread();
        Thread hook = new Thread(() -> interrupt(worker, done), "interrupted-command");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return run(arguments, starter, Terminal.ofProcess());
        } finally {
            done.countDown();
        }
    }

    /** Runs a command line on a given terminal; for tests. */
    public static int run(String[] arguments, ServiceStarter starter, Terminal terminal) {
        try (CommandSession session = new CommandSession(terminal, starter)) {
            CommandLine line = RootCommand.commandLine(session);
            Errors errors = new Errors(session);
            return line.setOut(new java.io.PrintWriter(terminal.out(), true))
                    .setErr(new java.io.PrintWriter(terminal.err(), true))
                    .setColorScheme(CommandLine.Help.defaultColorScheme(
                            session.errStyle().on() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                    .setExecutionStrategy(parsed -> {
                        session.running(names(parsed));
                        return new CommandLine.RunLast().execute(parsed);
                    })
                    .setParameterExceptionHandler(errors::badUsage)
                    .setExecutionExceptionHandler(errors::failed)
                    .execute(arguments);
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    private static String names(CommandLine.ParseResult parsed) {
        return parsed.asCommandLineList().stream().skip(1).map(CommandLine::getCommandName).collect(Collectors.joining(" "));
    }

    private static void interrupt(Thread worker, CountDownLatch done) {
        if (done.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            if (!done.await(CLEAN_UP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The command did not end in time; the next one on this project cleans up after it.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
