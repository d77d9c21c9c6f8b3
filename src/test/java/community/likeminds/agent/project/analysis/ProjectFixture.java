package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A small project on the disk. */
final class ProjectFixture {

    final Path root;

    ProjectFixture(Path root) {
        this.root = root;
    }

    ProjectFixture file(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** An installed package with its manifest's fields after name and version. */
    ProjectFixture installed(String path, String name, String version, String... more) {
        String fields = more.length == 0 ? "" : ", " + String.join(", ", more);
        return file(path + "/package.json",
                "{\"name\": \"" + name + "\", \"version\": \"" + version + "\"" + fields + "}");
    }

    Project npm() {
        return npm("");
    }

    Project npm(String app) {
        return new Project(root, app, "npm", "npm", Map.of());
    }

    Project of(String ecosystem) {
        return new Project(root, "", ecosystem, ecosystem, Map.of());
    }
}
