package community.likeminds.agent.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The streams of a command and what stands at their other ends. Results go to {@link #out()}, everything about the way there
 * to {@link #err()}.
 */
public final class Terminal {

    /** Set by the launcher: which of the standard streams are terminals, for example {@code 012}. */
    public static final String STREAMS_VARIABLE = "LIKEMINDS_TTY";

    /** Set by the launcher: columns of the terminal. */
    public static final String COLUMNS_VARIABLE = "LIKEMINDS_COLUMNS";

    private final BufferedReader in;
    private final PrintStream out;
    private final PrintStream err;
    private final String streams;
    private final boolean colourAllowed;
    private final int columns;

    /**
     * @param in what a person types
     * @param out results
     * @param err progress, questions and errors
     * @param environment the process's variables, for {@code NO_COLOR}, {@code TERM} and the launcher's notes
     */
    public Terminal(Reader in, PrintStream out, PrintStream err, Map<String, String> environment) {
        this.in = new BufferedReader(in);
        this.out = out;
        this.err = err;
        this.streams = environment.getOrDefault(STREAMS_VARIABLE, "");
        this.colourAllowed = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
        this.columns = columns(environment.getOrDefault(COLUMNS_VARIABLE, ""));
    }

    /** The process's own streams, in UTF-8 whatever the locale says: machine formats must not depend on it. */
    public static Terminal ofProcess() {
        Map<String, String> environment = System.getenv();
        String terminals = environment.getOrDefault(STREAMS_VARIABLE, "");
        return new Terminal(
                new InputStreamReader(System.in, StandardCharsets.UTF_8),
                utf8(FileDescriptor.out, terminals.contains("1")),
                utf8(FileDescriptor.err, terminals.contains("2")),
                environment);
    }

    /** Files and pipes get every byte as it is. */
    private static PrintStream utf8(FileDescriptor descriptor, boolean terminal) {
        OutputStream out = new BufferedOutputStream(new FileOutputStream(descriptor), 8192);
        return terminal ? new SafeStream(out) : new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    private static int columns(String text) {
        return text.matches("[0-9]{2,4}") ? Integer.parseInt(text) : 100;
    }

    public PrintStream out() {
        return out;
    }

    public PrintStream err() {
        return err;
    }

    /** Whether a person sees what is written to {@link #err()}. */
    public boolean errIsTerminal() {
        return streams.contains("2");
    }

    /** Whether a person can be asked. */
    public boolean interactive() {
        return streams.contains("0") && streams.contains("2");
    }

    /** Width of the terminal, or 100 when it is not known. */
    public int columns() {
        return columns;
    }

    /** Style of text for {@link #out()}. */
    public Style style(boolean wanted) {
        return new Style(wanted && colourAllowed && streams.contains("1"));
    }

    /** Style of text for {@link #err()}. */
    public Style errStyle(boolean wanted) {
        return new Style(wanted && colourAllowed && errIsTerminal());
    }

    /**
     * Asks a question and reads a line.
     *
     * @return the line without surrounding blanks; empty at the end of the input
     */
    public String ask(String question) {
        err.print(question);
        err.flush();
        try {
            String line = in.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks for what nobody may read over somebody's shoulder. Comes back as {@link #ask} does. */
    public String askSecret(String question) {
        @Nullable Console console = interactive() ? System.console() : null;
        if (console == null) {
            return ask(question);
        }
        char @Nullable [] typed = console.readPassword("%s", question);
        return typed == null ? "" : new String(typed).strip();
    }

    /** Asks a question that is answered with yes only by {@code y} or {@code yes}. */
    public boolean confirm(String question) {
        String answer = ask(question + " [y/N] ");
        return answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes");
    }
}
