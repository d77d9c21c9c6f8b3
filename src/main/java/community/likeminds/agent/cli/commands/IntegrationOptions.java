package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.IntegrationRequest;
import java.nio.file.Path;
import java.util.ArrayList;
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

    @Mixin
    private final ValueOptions values = new ValueOptions();

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
        return new IntegrationRequest(project(), docs, request.strip(), values.with(asked), branch, allowDirty, skip);
    }
}
