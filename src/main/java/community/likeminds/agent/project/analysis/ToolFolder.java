package community.likeminds.agent.project.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One folder in which tools are configured; its files are read once. */
final class ToolFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ToolFolder.class);
    private static final Pattern FORMATTER_OFF = off("formatter");
    private static final Pattern LINTER_OFF = off("linter");

    private final Path root;
    private final String folder;
    private final Map<String, String> texts = new HashMap<>();

    ToolFolder(Path root, String folder) {
        this.root = root;
        this.folder = folder;
    }

    private static Pattern off(String part) {
        return Pattern.compile("\"" + part + "\"\\s*:\\s*\\{[^{}]*\"enabled\"\\s*:\\s*false");
    }

    Path path(String file) {
        return root.resolve(folder).resolve(file);
    }

    /** A file's path below the root. */
    String name(String file) {
        return folder.isEmpty() ? file : folder + "/" + file;
    }

    String text(String file) {
        return texts.computeIfAbsent(file, name -> {
            if (!Files.isRegularFile(path(name))) {
                return "";
            }
            try {
                return Files.readString(path(name));
            } catch (IOException unreadable) {
                LOG.info("{} cannot be read: {}", name(name), unreadable.getMessage());
                return "";
            }
        });
    }

    /** Where a pattern stands in a file, {@code path:line}, or empty. */
    String place(String file, Pattern pattern) {
        String text = text(file);
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            return "";
        }
        return name(file) + ":" + (1 + text.substring(0, found.start()).chars().filter(c -> c == '\n').count());
    }

    /** Where package.json configures a tool by a key of its own, or declares one of its packages. */
    String manifest(String key, List<String> packages) {
        if (text("package.json").isEmpty()) {
            return "";
        }
        Manifest manifest = Manifest.of(path("")).orElse(null);
        if (manifest == null) {
            return "";
        }
        if (!key.isEmpty() && !manifest.json().path(key).isMissingNode()) {
            return place("package.json", Pattern.compile("\"" + Pattern.quote(key) + "\"\\s*:\\s*[^\",\\s]"));
        }
        for (String name : packages) {
            if (manifest.json().path("devDependencies").has(name) || manifest.json().path("dependencies").has(name)) {
                return place("package.json", Pattern.compile("\"" + Pattern.quote(name) + "\"\\s*:"));
            }
        }
        return "";
    }

    /** What Biome is used for: either half can be switched off. */
    Set<ProjectTools.Kind> biome(Set<ProjectTools.Kind> all) {
        Set<ProjectTools.Kind> kinds = EnumSet.copyOf(all);
        String text = text("biome.json") + text("biome.jsonc");
        if (FORMATTER_OFF.matcher(text).find()) {
            kinds.remove(ProjectTools.Kind.FORMATTER);
        }
        if (LINTER_OFF.matcher(text).find()) {
            kinds.remove(ProjectTools.Kind.LINTER);
        }
        return kinds;
    }
}
