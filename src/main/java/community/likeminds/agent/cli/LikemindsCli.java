package community.likeminds.agent.cli;

import community.likeminds.agent.cli.commands.CommandSession;
import community.likeminds.agent.cli.commands.RootCommand;
import community.likeminds.agent.cli.terminal.Terminal;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Entry of the command line. */
public final class LikemindsCli {

    private LikemindsCli() {}

    /**
     * Runs a command line on the process's own streams and returns its exit status. On an interrupt from outside, the command
     * is interrupted as well and given time to roll back.
     */
    public static int run(String[] arguments, ServiceStarter starter) {
        // The texts are English, so numbers in them are, too.
        Locale.setDefault(Locale.ENGLISH);
        Signals signals = Signals.interrupting(Thread.currentThread());
        int status = ExitCodes.INTERNAL;
        try {
            status = run(arguments, starter, Terminal.ofProcess());
        } finally {
            status = signals.ended(status);
        }
        return status;
    }

    /** Runs a command line on a given terminal; for tests. */
    public static int run(String[] arguments, ServiceStarter starter, Terminal terminal) {
        try (CommandSession session = new CommandSession(terminal, starter)) {
            CommandLine line = RootCommand.commandLine(session, arguments);
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
}
