package community.likeminds.agent.processors.code.formats;

import community.likeminds.agent.processors.code.outline.Outline;
import community.likeminds.agent.processors.code.outline.Slot;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Readers of configuration files, by the file's name. */
public final class Formats {

    private static final Outline.Reader GRADLE = new GradleReader(false);
    private static final Outline.Reader SETTINGS = new GradleReader(true);
    private static final Outline.Reader TOML = new TomlReader();
    private static final Outline.Reader STYLE = new StyleReader();
    private static final Outline.Reader REQUIREMENTS = new LineReader(Slot.Kind.KEYED, Names::requirementLine);
    private static final Outline.Reader LINES = new LineReader(Slot.Kind.KEYED, Names::setting);
    private static final Outline.Reader DOCKER = new LineReader(Slot.Kind.ORDERED, Names::instruction);

    private static final Outline.Reader TEMPLATE = new MarkupReader(MarkupKind.TEMPLATE);
    private static final Pattern PAGE = Pattern.compile("(?i)<(?:html|body|head|!doctype)\\b");

    private Formats() {}

    /** The reader of what a component shows. */
    static Outline.Reader template() {
        return TEMPLATE;
    }

    /** The reader of a file by its name and, where HTML may be a page or a part of one, by its text; empty when its format is not known. */
    public static Optional<Outline.Reader> of(String path, String text) {
        boolean part = path.toLowerCase(Locale.ROOT).matches(".*\\.html?") && !text.isBlank() && !PAGE.matcher(text).find();
        return part ? Optional.of(TEMPLATE) : of(path);
    }

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
        if (name.matches(".*\\.(?:css|scss|less|pcss)")) {
            return Optional.of(STYLE);
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
