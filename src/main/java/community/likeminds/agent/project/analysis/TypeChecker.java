package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import community.likeminds.agent.project.environment.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the types of a TypeScript project are checked without writing anything. */
final class TypeChecker {

    private static final Logger LOG = LoggerFactory.getLogger(TypeChecker.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA).build();

    private TypeChecker() {}

    /** The command, or empty when no checker is installed in the project. Single-file components need the checker of their framework. */
    static Optional<List<String>> command(Project project, Commands commands) {
        ToolPrograms programs = new ToolPrograms(project, commands);
        Optional<String> svelte = own(programs, "svelte-check");
        if (svelte.isPresent()) {
            return svelte.map(List::of);
        }
        return own(programs, "vue-tsc").or(() -> own(programs, "tsc")).map(program -> {
            List<String> arguments = new ArrayList<>(List.of(program, "--noEmit"));
            referenced(programs.app()).ifPresent(file -> arguments.addAll(List.of("-p", file)));
            return List.copyOf(arguments);
        });
    }

    private static Optional<String> own(ToolPrograms programs, String name) {
        return programs.find(name).filter(program -> program.contains("node_modules"));
    }

    /** The settings of the application where tsconfig.json itself names no file and only refers to others: the compiler alone would check nothing. */
    private static Optional<String> referenced(Path app) {
        Path file = app.resolve("tsconfig.json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode settings = JSON.readTree(Files.readString(file));
            boolean empty = settings.path("files").isArray() && settings.path("files").isEmpty() && settings.path("include").isMissingNode();
            List<String> others = settings.path("references").values().stream().map(one -> one.path("path").asString("")).filter(path -> !path.isEmpty()).toList();
            return empty ? others.stream().filter(path -> path.contains("app")).findFirst().or(() -> others.stream().findFirst()) : Optional.empty();
        } catch (IOException | JacksonException unreadable) {
            LOG.info("{} cannot be read: {}", file, unreadable.getMessage());
            return Optional.empty();
        }
    }
}
