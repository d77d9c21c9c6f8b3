package community.likeminds.agent.project.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A {@code package.json}. Sections that are missing or of another shape are empty. */
record Manifest(JsonNode json) {

    private static final Logger LOG = LoggerFactory.getLogger(Manifest.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The manifest of a folder, or empty when it has none that can be read. */
    static Optional<Manifest> of(Path folder) {
        Path file = folder.resolve("package.json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Manifest(JSON.readTree(Files.readString(file))));
        } catch (IOException | JacksonException unreadable) {
            LOG.warn("{} cannot be read: {}", file, unreadable.getMessage());
            return Optional.empty();
        }
    }

    Map<String, String> section(String name) {
        Map<String, String> section = new LinkedHashMap<>();
        for (var property : json.path(name).properties()) {
            if (property.getValue().isString()) {
                section.put(property.getKey(), property.getValue().asString());
            }
        }
        return section;
    }

    Map<String, String> scripts() {
        return section("scripts");
    }

    /** Everything that an install must bring. */
    Map<String, String> installed() {
        Map<String, String> all = new LinkedHashMap<>(section("dependencies"));
        section("devDependencies").forEach(all::putIfAbsent);
        return all;
    }

    String text(String field) {
        JsonNode value = json.path(field);
        return value.isString() ? value.asString() : "";
    }

    String version() {
        return text("version");
    }

    /** Whether this is the root of a workspace. */
    boolean workspaces() {
        return !json.path("workspaces").isMissingNode();
    }

    List<String> entries() {
        return text("main").isEmpty() ? List.of() : List.of(text("main"));
    }
}
