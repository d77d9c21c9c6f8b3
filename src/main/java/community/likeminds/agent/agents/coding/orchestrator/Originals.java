package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Texts of a project's files before anything is changed. */
record Originals(Path root) implements Function<String, @Nullable String> {

    /** Null for a file that is not there. Throws {@code file-not-text}: a file that is not UTF-8 would lose bytes. */
    @Override
    public @Nullable String apply(String path) {
        Path file = root.resolve(path);
        try {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Files.readString(file) : null;
        } catch (CharacterCodingException binary) {
            throw new AgentException(
                    AgentException.Kind.BAD_INPUT, "file-not-text",
                    "The file " + path + " of the project is not UTF-8 text and cannot be edited without loss.",
                    "Save it as UTF-8 and run again.", binary);
        } catch (NoSuchFileException vanished) {
            return null;
        } catch (IOException failure) {
            throw new AgentException(
                    AgentException.Kind.BAD_INPUT, "project-file-unreadable", "The file " + path + " of the project cannot be read.",
                    "Check its permissions.", failure);
        }
    }
}
