package community.likeminds.agent.cli;

import community.likeminds.agent.cli.commands.CommandSession;
import community.likeminds.agent.shared.AgentException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says errors in one sentence with a remedy; traces only on request. */
final class Errors {

    private final CommandSession session;

    Errors(CommandSession session) {
        this.session = session;
    }

    int badUsage(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        String fact = sentence(fact(error));
        say(fact + " See: " + command.getCommandSpec().qualifiedName() + " --help");
        if (error instanceof UnmatchedArgumentException) {
            UnmatchedArgumentException.printSuggestions(error, command.getErr());
        }
        return ExitCodes.BAD_INPUT;
    }

    private static String fact(ParameterException error) {
        if (error instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String first = unmatched.getUnmatched().getFirst();
            boolean command = error.getCommandLine().getParent() == null && !unmatched.isUnknownOption();
            return "There is no " + (command ? "command" : unmatched.isUnknownOption() ? "option" : "place for")
                    + " '" + first + "'";
        }
        return error.getMessage() == null ? "The command line is not understood" : error.getMessage();
    }

    int failed(Exception error, CommandLine command, ParseResult arguments) {
        AgentException known = cause(error, AgentException.class);
        if (session.options().verbose()) {
            error.printStackTrace(session.terminal().err());
        }
        if (known != null) {
            say(known.fact() + " " + known.remedy());
            return ExitCodes.of(known.kind());
        }
        if (cause(error, InterruptedException.class) != null || cause(error, InterruptedIOException.class) != null) {
            say("The command was interrupted.");
            return ExitCodes.INTERNAL;
        }
        say(sentence("Something unexpected happened (" + root(error) + ")")
                + (session.options().verbose() ? "" : " Run again with --verbose to see where."));
        return ExitCodes.INTERNAL;
    }

    private void say(String text) {
        PrintStream err = session.terminal().err();
        err.println(session.errStyle().red("Error:") + " " + text);
    }

    private static <E extends Throwable> @Nullable E cause(Throwable error, Class<E> type) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    private static String root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString().lines().findFirst().orElse("");
    }

    private static String sentence(String text) {
        String stripped = text.strip();
        return stripped.endsWith(".") || stripped.endsWith("?") || stripped.endsWith("!") ? stripped : stripped + ".";
    }
}
