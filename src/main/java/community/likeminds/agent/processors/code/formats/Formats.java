package community.likeminds.agent.processors.code.formats;

import community.likeminds.agent.processors.code.outline.Outline;
import community.likeminds.agent.processors.code.outline.Slot;
import java.util.Locale;
import java.util.Optional;

/** Readers of configuration files, by the file's name. */
public final class Formats {

    private static final Outline.Reader GRADLE = new GradleReader(false);
    private static final Outline.Reader SETTINGS = new GradleReader(true);
    private static final Outline.Reader TOML = new TomlReader();
    private static final Outline.Reader REQUIREMENTS = new LineReader(Slot.Kind.KEYED, Names::requirementLine);
    private static final Outline.Reader LINES = new LineReader(Slot.Kind.KEYED, Names::setting);
    private static final Outline.Reader DOCKER = new LineReader(Slot.Kind.ORDERED, Names::instruction);

    private Formats() {}

    /** The reader of a configuration file, or empty when its format is not known. */
    public static Optional<Outline.Reader> of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.matches("settings\\.gradle(\\.kts)?")) {
            return Optional.of(SETTINGS);
        }
        if (name.matches(".*\\.gradle(\\.kts)?")) {
            return Optional.of(GRADLE);
        }
        if (name.endsWith(".toml")) {
            return Optional.of(TOML);
        }
        if (name.matches("(?:requirements|constraints).*\\.(?:txt|in)")) {
            return Optional.of(REQUIREMENTS);
        }
        if (name.matches("\\.npmrc|\\.yarnrc|\\.(?:git|docker|prettier|eslint)ignore|\\.env(?:\\..*)?|gradle\\.properties|\\.editorconfig")) {
            return Optional.of(LINES);
        }
        if (name.matches("(?:.*\\.)?(?:dockerfile|containerfile)(?:\\..*)?")) {
            return Optional.of(DOCKER);
        }
        return MarkupKind.of(name).map(MarkupReader::new);
    }
}
