package community.likeminds.agent.cli.commands;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes, before or after its name. */
public final class GlobalOptions {

    @Option(
            names = "--data",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Folder that holds the state (default: $$LIKEMINDS_DATA or ~/.likeminds).")
    private @Nullable Path data;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Log in detail and show the traces of errors.")
    private boolean verbose;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "No colours (also: NO_COLOR=1).")
    private boolean noColour;

    public boolean verbose() {
        return verbose;
    }

    boolean noColour() {
        return noColour;
    }

    Path data() {
        if (data != null) {
            return data.toAbsolutePath().normalize();
        }
        String variable = System.getenv("LIKEMINDS_DATA");
        Path folder = variable == null || variable.isBlank()
                ? Path.of(System.getProperty("user.home"), ".likeminds")
                : Path.of(variable);
        return folder.toAbsolutePath().normalize();
    }
}
