package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.shared.AgentException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code plan} and {@code integrate} have in common: the project, the documentation, the wish, the values. */
final class IntegrationOptions {

    @Parameters(paramLabel = "PROJECT", description = "Folder of the project.")
    private Path project = Path.of(".");

    @Mixin
    private final ApplicationOption application = new ApplicationOption();

    @Option(
            names = "--docs",
            paramLabel = "SOURCE",
            description = "Documentation, as for ingest; may be repeated (default: everything that was ingested).")
    private List<String> docs = new ArrayList<>();

    @Option(
            names = "--request",
            required = true,
            paramLabel = "TEXT",
            description = "What is wanted, in a developer's words.")
    private String request = "";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Value of a placeholder such as a key; NAME alone takes the environment variable of that name.")
    private List<String> values = new ArrayList<>();

    private @Nullable Path chosen;

    Path project() {
        Path chosen = this.chosen;
        return chosen == null ? application.below(project.toAbsolutePath().normalize()) : chosen;
    }

    /** Asks which application of the repository is meant where that is not clear and a person is there. */
    void choose(CommandSession session) {
        chosen = application.choose(session, project.toAbsolutePath().normalize(), request);
    }

    String request() {
        return request;
    }

    IntegrationRequest toRequest(Map<String, String> asked, String branch, boolean allowDirty, List<String> skip) {
        Map<String, String> all = new LinkedHashMap<>(asked);
        all.putAll(values(System.getenv()));
        return new IntegrationRequest(project(), docs, request.strip(), all, branch, allowDirty, skip);
    }

    /** The values given by {@code --set}. */
    Map<String, String> values(Map<String, String> environment) {
        Map<String, String> result = new LinkedHashMap<>();
        for (String text : values) {
            int equals = text.indexOf('=');
            String name = equals < 0 ? text.strip() : text.substring(0, equals).strip();
            @Nullable String value = equals < 0 ? environment.get(name) : text.substring(equals + 1);
            if (name.isEmpty() || value == null) {
                throw AgentException.badInput(
                        "value-invalid",
                        name.isEmpty()
                                ? "The value '" + text + "' has no name."
                                : "There is no value for " + name + ".",
                        "Write --set NAME=VALUE, or --set NAME for a variable of the environment.");
            }
            result.put(name, value);
        }
        return result;
    }
}
