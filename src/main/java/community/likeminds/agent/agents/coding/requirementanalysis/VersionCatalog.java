package community.likeminds.agent.agents.coding.requirementanalysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gradle's {@code libs.versions.toml}.
 *
 * @param versions by name
 * @param libraries coordinates without version, by name
 * @param libraryVersions versions by the library's name, empty where it has none
 * @param plugins ids by name
 */
record VersionCatalog(Map<String, String> versions, Map<String, String> libraries, Map<String, String> libraryVersions, Map<String, String> plugins) {

    static final String FILE = "gradle/libs.versions.toml";

    private static final Pattern SECTION = Pattern.compile("^\\[(\\w+)\\]");
    private static final Pattern ENTRY = Pattern.compile("^\"?([\\w.-]+)\"?\\s*=\\s*(.+)$");
    private static final Pattern FIELD = Pattern.compile("(module|group|name|id|version(?:\\.ref)?)\\s*=\\s*\"([^\"]+)\"");

    static VersionCatalog of(ProjectFiles files) {
        VersionCatalog catalog = new VersionCatalog(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        if (files.has(FILE)) {
            catalog.read(files.text(FILE));
        }
        return catalog;
    }

    private void read(String text) {
        String section = "";
        for (String raw : text.lines().toList()) {
            String line = raw.strip();
            Matcher header = SECTION.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (header.find()) {
                section = header.group(1);
            } else if (entry.matches() && !line.startsWith("#")) {
                entry(section, entry.group(1), entry.group(2));
            }
        }
    }

    private void entry(String section, String name, String value) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(value);
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        String plain = value.startsWith("\"") ? value.substring(1).replaceFirst("\".*", "") : "";
        String version = fields.getOrDefault("version", versions.getOrDefault(fields.getOrDefault("version.ref", ""), ""));
        switch (section) {
            case "versions" -> versions.put(name, plain);
            case "plugins" -> plugins.put(name, fields.getOrDefault("id", plain.replaceFirst(":[^:]*$", "")));
            case "libraries" -> {
                String[] parts = plain.split(":");
                libraries.put(name, fields.containsKey("module") ? fields.getOrDefault("module", "")
                        : fields.containsKey("group") ? fields.get("group") + ":" + fields.getOrDefault("name", "")
                        : parts.length > 1 ? parts[0] + ":" + parts[1] : plain);
                libraryVersions.put(name, parts.length > 2 ? parts[2] : version);
            }
            default -> { }
        }
    }

    /** Libraries that a build file uses through its accessors, coordinates with versions. */
    Map<String, String> used(String build) {
        Map<String, String> used = new LinkedHashMap<>();
        libraries.forEach((name, coordinate) -> {
            if (uses(build, "libs." + accessor(name))) {
                used.put(coordinate, libraryVersions.getOrDefault(name, ""));
            }
        });
        return used;
    }

    /** Ids of the plug-ins that a build file applies through its accessors. */
    List<String> plugins(String build) {
        List<String> applied = new ArrayList<>();
        plugins.forEach((name, id) -> {
            Pattern use = Pattern.compile("alias\\s*\\(?\\s*libs\\.plugins\\." + Pattern.quote(accessor(name)) + "(?![\\w.])\\s*\\)?(?!\\s*(?:\\.|\\s)?apply\\s*\\(?\\s*false)");
            if (use.matcher(build).find()) {
                applied.add(id);
            }
        });
        return applied;
    }

    /** What {@code libs.versions.name.get()} stands for; other texts are given back. */
    String version(String expression) {
        if (!expression.startsWith("libs.versions.")) {
            return expression;
        }
        String accessor = expression.substring("libs.versions.".length()).replaceFirst("\\.get\\(\\).*", "");
        return versions.entrySet().stream().filter(entry -> accessor(entry.getKey()).equals(accessor)).findFirst().map(Map.Entry::getValue).orElse(expression);
    }

    private static String accessor(String name) {
        return name.replaceAll("[-_]", ".");
    }

    private static boolean uses(String build, String accessor) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(accessor) + "(?![\\w.])").matcher(build).find();
    }
}
