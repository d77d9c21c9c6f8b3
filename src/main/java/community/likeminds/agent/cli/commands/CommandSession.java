package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ServiceStarter;
import community.likeminds.agent.cli.Services;
import community.likeminds.agent.cli.Settings;
import community.likeminds.agent.cli.terminal.ProgressLine;
import community.likeminds.agent.cli.terminal.Style;
import community.likeminds.agent.cli.terminal.Terminal;
import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What all commands of one command line share: the terminal, the global options, the application once it runs. */
public final class CommandSession implements AutoCloseable {

    private final Terminal terminal;
    private final ServiceStarter starter;
    private final GlobalOptions options = new GlobalOptions();
    private @Nullable Services services;
    private String command = "";

    public CommandSession(Terminal terminal, ServiceStarter starter) {
        this.terminal = terminal;
        this.starter = starter;
    }

    /** Told the names of the command and of those above it, separated by spaces. */
    public void running(String command) {
        this.command = command;
    }

    public GlobalOptions options() {
        return options;
    }

    public Terminal terminal() {
        return terminal;
    }

    PrintStream err() {
        return terminal.err();
    }

    PrintStream out() {
        return terminal.out();
    }

    Style style() {
        return terminal.style(!options.noColour());
    }

    /** Colours for the stream that errors go to. */
    public Style errStyle() {
        return terminal.errStyle(!options.noColour());
    }

    ProgressLine progress() {
        return new ProgressLine(terminal, errStyle());
    }

    Path data() {
        return options.data();
    }

    /** An implementation of a module's interface; starts the application when it does not run yet. */
    <T> T get(Class<T> type) {
        return services(null).get(type);
    }

    /** Who starts the application, for what can be told without starting it. */
    ServiceStarter starter() {
        return starter;
    }

    Services services(Settings.@Nullable Server server) {
        Services running = services;
        if (running == null) {
            running = starter.start(new Settings(options.data(), options.verbose(), server));
            services = running;
            if (server == null) {
                running.begun(command);
            }
        }
        return running;
    }

    @Override
    public void close() {
        if (services != null) {
            services.close();
            services = null;
        }
    }
}
