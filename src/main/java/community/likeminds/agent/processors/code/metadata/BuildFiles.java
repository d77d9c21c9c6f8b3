package community.likeminds.agent.processors.code.metadata;

import community.likeminds.agent.processors.code.ProjectFacts.Build;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads names and dependencies off build files. What a build computes is not known; what stands there is. */
public final class BuildFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern POM = Pattern.compile(
            "(?s)<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>(?:\\s*<version>([^<]+)</version>)?");
    private static final Pattern POM_NAME = Pattern.compile("(?s)<artifactId>([^<]+)</artifactId>");
    private static final Pattern GRADLE = Pattern.compile(
            "(?m)^\\s*(?:\\w*[iI]mplementation|api|\\w*[cC]ompileOnly|\\w*[rR]untimeOnly|ksp|kapt|annotationProcessor)\\s*\\(?\\s*(?:platform\\()?"
                    + "[\"']([\\w.-]+:[\\w.-]+)(?::([^\"']+))?[\"']");
    private static final Pattern CATALOG = Pattern.compile("(?m)^[\\w.-]+\\s*=\\s*\\{\\s*(?:module\\s*=\\s*\"([^\"]+)\"|group\\s*=\\s*\"([^\"]+)\",\\s*name\\s*=\\s*\"([^\"]+)\")");
    private static final Pattern REQUIREMENT = Pattern.compile("(?m)^([A-Za-z][\\w.-]*)(?:\\[[^\\]]*\\])?\\s*((?:[=<>!~]=?[^#;\\n]*)?)");
    private static final Pattern PYPROJECT = Pattern.compile("\"([A-Za-z][\\w.-]*)(?:\\[[^\\]]*\\])?\\s*([=<>!~][^\";]*)?(?:;[^\"]*)?\"");
    private static final Pattern PUBSPEC = Pattern.compile("(?m)^  ([a-z_][a-z0-9_]*):[ \\t]*([^\\n#]*)");
    private static final Pattern GO = Pattern.compile("(?m)^\\s*(?:require\\s+)?([\\w.-]+\\.[\\w.-]+/\\S+)\\s+(v\\S+)");
    private static final Pattern GEM = Pattern.compile("(?m)^\\s*gem\\s+[\"']([^\"']+)[\"'](?:\\s*,\\s*[\"']([^\"']+)[\"'])?");
    private static final Pattern POD = Pattern.compile("(?m)^\\s*pod\\s+[\"']([^\"']+)[\"'](?:\\s*,\\s*[\"']([^\"']+)[\"'])?");
    private static final Pattern SWIFT = Pattern.compile("\\.package\\([^)]*?url:\\s*\"([^\"]+)\"\\s*,\\s*(?:from:\\s*\"([^\"]+)\")?");

    private BuildFiles() {}

    /** The names of files that are read. */
    public static boolean isBuildFile(String path) {
        return tool(path).isPresent();
    }

    private static Optional<String> tool(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return Optional.ofNullable(switch (name) {
            case "package.json" -> "npm";
            case "pom.xml" -> "maven";
            case "build.gradle", "build.gradle.kts" -> "gradle";
            case "libs.versions.toml" -> "gradle-catalog";
            case "requirements.txt" -> "pip";
            case "pyproject.toml" -> "pyproject";
            case "pubspec.yaml" -> "pub";
            case "go.mod" -> "go";
            case "Gemfile" -> "bundler";
            case "Podfile" -> "cocoapods";
            case "Package.swift" -> "swiftpm";
            default -> null;
        });
    }

    public static Optional<Build> read(String path, String text) {
        return tool(path).map(tool -> switch (tool) {
            case "npm" -> npm(path, text);
            case "maven" -> {
                Matcher name = POM_NAME.matcher(text.replaceAll("(?s)<parent>.*?</parent>|<dependencies>.*?</dependencies>", ""));
                yield new Build(path, tool, name.find() ? name.group(1) : "", coordinates(POM, text));
            }
            case "gradle" -> new Build(path, tool, "", pairs(GRADLE, text));
            case "gradle-catalog" -> new Build(path, tool, "", catalog(text));
            case "pip" -> new Build(path, tool, "", pairs(REQUIREMENT, text));
            case "pyproject" -> new Build(path, tool, first("(?m)^name\\s*=\\s*\"([^\"]+)\"", text), pairs(PYPROJECT, dependencies(text)));
            case "pub" -> new Build(path, tool, first("(?m)^name:\\s*(\\S+)", text), pairs(PUBSPEC, pubDependencies(text)));
            case "go" -> new Build(path, tool, first("(?m)^module\\s+(\\S+)", text), pairs(GO, text));
            case "bundler" -> new Build(path, tool, "", pairs(GEM, text));
            case "cocoapods" -> new Build(path, tool, first("(?m)^\\s*target\\s+[\"']([^\"']+)", text), pairs(POD, text));
            default -> new Build(path, tool, first("(?s)Package\\(\\s*name:\\s*\"([^\"]+)\"", text), pairs(SWIFT, text));
        });
    }

    private static Build npm(String path, String text) {
        Map<String, String> dependencies = new LinkedHashMap<>();
        try {
            JsonNode root = JSON.readTree(text);
            for (String group : new String[] {"peerDependencies", "devDependencies", "dependencies"}) {
                root.path(group).properties().forEach(one -> dependencies.put(one.getKey(), one.getValue().asString("")));
            }
            return new Build(path, "npm", root.path("name").asString(""), dependencies);
        } catch (JacksonException broken) {
            // A manifest that does not parse tells nothing; the syntax check reports it.
            return new Build(path, "npm", "", dependencies);
        }
    }

    private static Map<String, String> coordinates(Pattern pattern, String text) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher one = pattern.matcher(text);
        while (one.find()) {
            found.put(one.group(1).strip() + ":" + one.group(2).strip(), one.group(3) == null ? "" : one.group(3).strip());
        }
        return found;
    }

    private static Map<String, String> catalog(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher one = CATALOG.matcher(text);
        while (one.find()) {
            found.put(one.group(1) != null ? one.group(1) : one.group(2) + ":" + one.group(3), "");
        }
        return found;
    }

    private static Map<String, String> pairs(Pattern pattern, String text) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher one = pattern.matcher(text);
        while (one.find()) {
            found.put(one.group(1), one.group(2) == null ? "" : one.group(2).strip());
        }
        return found;
    }

    private static String first(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static String dependencies(String toml) {
        return first("(?ms)^dependencies\\s*=\\s*\\[(.*?)\\]\\s*$", toml);
    }

    private static String pubDependencies(String yaml) {
        StringBuilder found = new StringBuilder();
        boolean in = false;
        for (String line : yaml.lines().toList()) {
            if (!line.startsWith(" ") && !line.isBlank()) {
                in = line.matches("(?:dev_)?dependencies:\\s*");
            } else if (in) {
                found.append(line).append('\n');
            }
        }
        return found.toString();
    }
}
