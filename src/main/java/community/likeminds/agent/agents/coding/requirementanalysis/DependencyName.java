package community.likeminds.agent.agents.coding.requirementanalysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a dependency is called in manifests, in imports and in settings. */
final class DependencyName {

    private static final Set<String> GENERIC = Set.of(
            "react", "node", "client", "core", "browser", "server", "next", "vite", "vitejs", "plugin", "types", "starter", "spring", "springframework",
            "boot", "java", "kotlin", "android", "flutter", "swift", "web", "http", "https", "github", "json", "data", "test", "tools", "utils", "common",
            "angular", "svelte", "express", "fastify", "typescript", "javascript", "native", "rest", "webapp", "library", "config", "apache", "google",
            "support", "runtime", "compiler", "components", "hooks", "router", "elements", "chat", "auth", "cloud", "storage", "database", "env", "port");

    private final String name;
    private final String ecosystem;
    private final List<String> tokens;
    private final Pattern importing;
    private final Optional<Pattern> setting;

    /** @param shared whether another dependency is of the same group, so that imports below the group may be of either */
    DependencyName(String name, String ecosystem, boolean shared) {
        this.name = name;
        this.ecosystem = ecosystem;
        this.tokens = tokens(name, ecosystem, shared);
        this.importing = Pattern.compile("(?:from|import|require\\(|import\\()\\s*['\"]" + Pattern.quote(name) + "(?:/[^'\"]*)?['\"]");
        List<String> words = new ArrayList<>();
        for (String word : name.toLowerCase(Locale.ROOT).replaceFirst("^(?:com|org|io|dev|net)\\.", "").split("[^a-z0-9]+")) {
            if (word.length() >= 4 && !GENERIC.contains(word)) {
                words.add(Pattern.quote(word));
            }
        }
        String any = String.join("|", words);
        this.setting = words.isEmpty() ? Optional.empty()
                : Optional.of(Pattern.compile("(?im)^[ \\t]*(?:export\\s+)?[\\w.-]*?(?<![a-z0-9])(?:" + any + ")(?![a-z0-9])[\\w.-]*\\s*[=:]|android:name=\"[\\w.]*\\b(?:" + any + ")\\b"));
    }

    String name() {
        return name;
    }

    /** What a file must contain to import it. */
    private static List<String> tokens(String name, String ecosystem, boolean shared) {
        return switch (ecosystem) {
            case "maven", "gradle" -> jvm(name.substring(0, Math.max(0, name.indexOf(':'))), name.substring(name.indexOf(':') + 1), shared);
            case "python" -> List.of("import " + python(name), "from " + python(name));
            case "pub" -> List.of("package:" + name + "/");
            case "cocoapods", "swiftpm" -> List.of("import " + apple(name));
            default -> List.of(name);
        };
    }

    /** A starter brings no classes of its own; what it brings in is another dependency's. */
    private static List<String> jvm(String group, String artifact, boolean shared) {
        if (artifact.contains("-starter")) {
            return List.of();
        }
        String last = artifact.substring(Math.max(artifact.lastIndexOf('-'), artifact.lastIndexOf('.')) + 1);
        if (shared) {
            return List.of("import " + group + "." + last + ".", "import " + group + "." + artifact.replace('-', '.') + ".");
        }
        String organisation = group.matches("[\\w-]+(?:\\.[\\w-]+){2,}") && !group.startsWith("org.springframework")
                ? group.replaceFirst("^([\\w-]+\\.[\\w-]+).*", "$1") : group;
        return List.of("import " + organisation + ".", "import " + group.substring(group.lastIndexOf('.') + 1).replace("-", "") + ".",
                "import " + artifact.replaceAll("[^A-Za-z0-9].*", "") + ".");
    }

    private static String python(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private static String apple(String name) {
        return name.replaceFirst("\\.git$", "").replaceFirst(".*/", "").replaceFirst("-(?:ios|swift|sdk).*$", "");
    }

    boolean mentionedIn(String text) {
        return tokens.stream().anyMatch(text::contains);
    }

    /** Whether an imported module comes from it. */
    boolean provides(String module) {
        return switch (ecosystem) {
            case "npm", "go", "cargo" -> module.equals(name) || module.startsWith(name + "/");
            case "pub" -> module.contains("package:" + name + "/");
            case "python" -> module.equals(python(name)) || module.startsWith(python(name) + ".");
            default -> tokens.stream().map(token -> token.replaceFirst("^import ", "")).anyMatch(token -> module.equals(token) || (module + ".").startsWith(token));
        };
    }

    OptionalInt importedAt(String text) {
        Matcher found = importing.matcher(text);
        return found.find() ? OptionalInt.of(found.start()) : OptionalInt.empty();
    }

    /** Where a file of settings names it. */
    OptionalInt namedAt(String text) {
        if (setting.isEmpty()) {
            return OptionalInt.empty();
        }
        Matcher found = setting.get().matcher(text);
        return found.find() ? OptionalInt.of(found.start()) : OptionalInt.empty();
    }
}
