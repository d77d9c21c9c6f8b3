package community.likeminds.agent.agents.coding.requirementanalysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Which folders below a root its own files declare as parts: npm, yarn, pnpm and bun workspaces, Lerna, Maven modules, Gradle includes.
 *
 * @param globs declared patterns; one that begins with {@code !} takes folders out
 * @param seen the file that declares each
 */
record WorkspaceGlobs(List<String> globs, Map<String, String> seen) {

    private static final Logger log = LoggerFactory.getLogger(WorkspaceGlobs.class);
    private static final Pattern MODULE = Pattern.compile("<module>\\s*([^<]+?)\\s*</module>");
    private static final Pattern INCLUDE = Pattern.compile("(?m)^\\s*include\\s*\\(?((?:\\s*[\"'][^\"']+[\"']\\s*,?)+)");
    private static final Pattern QUOTED = Pattern.compile("[\"']([^\"']+)[\"']");
    private static final Pattern MOVED = Pattern.compile("project\\(\\s*[\"']:([^\"']+)[\"']\\s*\\)\\.projectDir\\s*=\\s*(?:new\\s+File|file)\\([^\"')]*[\"']([^\"']+)[\"']");

    static WorkspaceGlobs of(Path root) {
        Map<String, String> found = new LinkedHashMap<>();
        npm(root).forEach(glob -> found.putIfAbsent(glob, "package.json"));
        yaml(root).forEach(glob -> found.putIfAbsent(glob, "pnpm-workspace.yaml"));
        lerna(root).forEach(glob -> found.putIfAbsent(glob, "lerna.json"));
        Matcher modules = MODULE.matcher(text(root, "pom.xml").replaceAll("(?s)<!--.*?-->", ""));
        while (modules.find()) {
            found.putIfAbsent(modules.group(1).replaceFirst("/pom\\.xml$", ""), "pom.xml");
        }
        for (String name : List.of("settings.gradle.kts", "settings.gradle")) {
            includes(text(root, name)).forEach(folder -> found.putIfAbsent(folder, name));
        }
        return new WorkspaceGlobs(List.copyOf(found.keySet()), found);
    }

    /** Whether a folder below the root is one of the declared parts. */
    boolean contains(String folder) {
        boolean in = false;
        for (String glob : globs) {
            if (glob.startsWith("!")) {
                in &= !folder.matches(pattern(glob.substring(1)));
            } else {
                in |= folder.matches(pattern(glob));
            }
        }
        return in;
    }

    /** The declaration that a folder follows from, or the first one. */
    String seenOf(String folder) {
        return globs.stream().filter(glob -> folder.matches(pattern(glob))).findFirst().map(glob -> seen.getOrDefault(glob, "")).orElse("");
    }

    private static List<String> npm(Path root) {
        JsonNode declared = json(root, "package.json").path("workspaces");
        List<String> globs = new ArrayList<>();
        (declared.isObject() ? declared.path("packages") : declared).forEach(one -> globs.add(one.asString("")));
        return globs;
    }

    private static List<String> lerna(Path root) {
        List<String> globs = new ArrayList<>();
        json(root, "lerna.json").path("packages").forEach(one -> globs.add(one.asString("")));
        return globs;
    }

    private static List<String> yaml(Path root) {
        String text = text(root, "pnpm-workspace.yaml");
        if (text.isEmpty()) {
            return List.of();
        }
        try {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return read instanceof Map<?, ?> map && map.get("packages") instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        } catch (YAMLException broken) {
            log.warn("pnpm-workspace.yaml of {} cannot be read: {}", root, broken.getMessage());
            return List.of();
        }
    }

    private static List<String> includes(String settings) {
        String text = settings.replaceAll("(?m)//.*$", "").replaceAll("(?s)/\\*.*?\\*/", "");
        Map<String, String> moved = new LinkedHashMap<>();
        Matcher folders = MOVED.matcher(text);
        while (folders.find()) {
            moved.put(folders.group(1), folders.group(2));
        }
        List<String> modules = new ArrayList<>();
        Matcher include = INCLUDE.matcher(text);
        while (include.find()) {
            Matcher one = QUOTED.matcher(include.group(1));
            while (one.find()) {
                String path = one.group(1).replaceFirst("^:", "");
                modules.add(moved.getOrDefault(path, path.replace(':', '/')));
            }
        }
        return modules;
    }

    private static JsonNode json(Path root, String name) {
        String text = text(root, name);
        try {
            return Json.lenient().readTree(text.isBlank() ? "{}" : text);
        } catch (JacksonException broken) {
            log.debug("{} of {} cannot be read: {}", name, root, broken.getOriginalMessage());
            return Json.lenient().createObjectNode();
        }
    }

    private static String text(Path root, String name) {
        Path file = root.resolve(name);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= ProjectFiles.LARGEST ? Files.readString(file).replaceFirst("^\uFEFF", "") : "";
        } catch (IOException unreadable) {
            log.warn("{} cannot be read: {}", file, unreadable.getMessage());
            return "";
        }
    }

    private static String pattern(String glob) {
        StringBuilder pattern = new StringBuilder();
        for (String part : glob.replaceFirst("^\\./", "").replaceFirst("/$", "").split("(?<=\\*)(?!\\*)|(?=(?<!\\*)\\*)")) {
            pattern.append(switch (part) {
                case "**" -> ".*";
                case "*" -> "[^/]*";
                default -> Pattern.quote(part);
            });
        }
        return pattern.toString();
    }
}
