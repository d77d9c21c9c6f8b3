package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Texts of a project's files before anything is changed, each as it was when it was asked for first. Not thread-safe. */
final class Originals implements Function<String, @Nullable String> {

    private final Path root;
    private final Map<String, Optional<String>> read = new TreeMap<>();

    Originals(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** Null for a file that is not there. Throws {@code file-not-text}: a file that is not UTF-8 would lose bytes. */
    @Override
    public @Nullable String apply(String path) {
        return read.computeIfAbsent(path, this::onDisk).orElse(null);
    }

    /**
     * Throws {@code project-changed} when a file that was read is another one by now: writing would take somebody's work away.
     *
     * @param present text of a file that nothing can change any more
     */
    void requireUnchanged(Function<String, @Nullable String> present) {
        List<String> changed = read.entrySet().stream()
                .filter(one -> !Objects.equals(one.getValue().orElse(null), present.apply(one.getKey()))).map(Map.Entry::getKey).toList();
        if (!changed.isEmpty()) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT, "project-changed", String.join(", ", changed) + " changed while the run was being prepared. Nothing was written.",
                    "Run it again.");
        }
    }

    private Optional<String> onDisk(String path) {
        Path file = root.resolve(path);
        try {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (CharacterCodingException binary) {
            throw new AgentException(
                    AgentException.Kind.BAD_INPUT, "file-not-text",
                    "The file " + path + " of the project is not UTF-8 text and cannot be edited without loss.",
                    "Save it as UTF-8 and run again.", binary);
        } catch (NoSuchFileException vanished) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new AgentException(
                    AgentException.Kind.BAD_INPUT, "project-file-unreadable", "The file " + path + " of the project cannot be read.",
                    "Check its permissions.", failure);
        }
    }
}
