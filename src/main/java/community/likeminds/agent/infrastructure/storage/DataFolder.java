package community.likeminds.agent.infrastructure.storage;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one folder that holds everything this installation keeps; made on first use.
 *
 * @param root its absolute path
 */
public record DataFolder(Path root) {

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * A folder below the root, made when it is not there.
     *
     * @throws AgentException {@code data-folder-unusable} when it cannot be made
     */
    public Path folder(String name) {
        Path folder = root.resolve(name);
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new AgentException(
                    Kind.BAD_INPUT,
                    "data-folder-unusable",
                    "The data folder " + root + " cannot be written: " + failure.getMessage() + ".",
                    "Name a folder that you may write to with --data.",
                    failure);
        }
    }
}
