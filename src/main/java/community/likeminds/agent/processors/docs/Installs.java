package community.likeminds.agent.processors.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads install commands of package managers out of shell snippets. */
public final class Installs {

    /** Scaffolding commands: the project that is integrated into exists already. */
    public static final Pattern CREATES = Pattern.compile(
            "\\b(?:npm|pnpm|yarn|bun)\\s+(?:create|init)\\s+\\S|\\b(?:npx|bunx|pnpm dlx|yarn dlx)\\s+(?:--?\\S+\\s+)*(?:create-|degit|@\\w+/create-)|"
                    + "\\b(?:flutter create|spring init|django-admin startproject|ng new|vue create|react-native init)\\b");

    private static final Pattern COMMAND = Pattern.compile(
            "^\\s*[$>%]?\\s*(?:sudo\\s+)?(?:python3?\\s+-m\\s+(?=pip\\s))?(npm|pnpm|yarn|bun|deno|npx expo|expo|pip3?|uv|poetry|go|flutter pub|dart pub|cargo|gem|composer)\\s+"
                    + "(install|i|add|get|require|pip install)\\s+(.+)$");
    private static final Pattern NUXT = Pattern.compile(
            "(?m)^\\s*[$>%]?\\s*(?:npx|bunx|pnpm dlx|pnpm exec|yarn dlx|bun x)\\s+(?:nuxi|nuxt)(?:@[\\w.]+)?\\s+modules?\\s+add\\s+([^|&;>]+)$");
    /** Characters of a command; nobody installs by longer ones, and patterns would take long for them. */
    private static final int LONGEST = 2000;
    private static final Set<String> DEV = Set.of("-D", "--save-dev", "--dev", "-d", "--saveDev");
    private static final Pattern NPM_NAME = Pattern.compile("(?:@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*", Pattern.CASE_INSENSITIVE);

    private static final Set<String> PYTHON = Set.of("pip", "pip3", "uv", "poetry");
    /** As PEP 508 writes it, in one word: name with extras, then the version. */
    private static final Pattern REQUIREMENT = Pattern.compile("([A-Za-z0-9][\\w.-]*(?:\\[[\\w,.-]+])?)((?:[=<>!~]=|[<>])=?[\\w.*,<>=!~+-]+)");

    /**
     * @param manager program of the command
     * @param name package, with the extras of a Python package: {@code name[extra]}
     * @param range version or range as written, or empty
     * @param dev whether it is for development only
     */
    public record Package(String manager, String name, String range, boolean dev) {

        /** Its packages' ecosystem: {@code npm}, {@code python}, {@code go}, {@code pub}, {@code cargo}, {@code gem} or {@code composer}. */
        public String ecosystem() {
            return switch (manager) {
                case "npm", "pnpm", "yarn", "bun", "deno", "npx expo", "expo" -> "npm";
                case "pip", "pip3", "uv", "poetry" -> "python";
                case "go" -> "go";
                case "flutter pub", "dart pub" -> "pub";
                case "cargo" -> "cargo";
                case "gem" -> "gem";
                default -> "composer";
            };
        }
    }

    private Installs() {}

    /** Modules that Nuxt's own command adds, by their full names: a short name may stand for a package of another name. */
    public static List<String> nuxtModules(String shell) {
        return NUXT.matcher(shell).results().flatMap(found -> Arrays.stream(found.group(1).strip().split("\\s+")))
                .filter(name -> NPM_NAME.matcher(name).matches() && (name.startsWith("@") || name.contains("nuxt"))).distinct().toList();
    }

    /** Every package that a shell snippet installs, in order, each manager's spelling kept apart. */
    public static List<Package> of(String shell) {
        List<Package> found = new ArrayList<>();
        for (String line : shell.replace("\\\n", " ").lines().toList()) {
            for (String part : line.split("&&|;")) {
                String command = part.strip();
                if (command.length() > LONGEST) {
                    continue;
                }
                Matcher matcher = COMMAND.matcher(command.replaceFirst("\\s#\\s.*$", ""));
                nuxtModules(command).forEach(name -> found.add(new Package("npm", name, "", false)));
                if (matcher.matches()) {
                    read(matcher.group(1), matcher.group(3), found);
                }
            }
        }
        return found;
    }

    private static void read(String manager, String arguments, List<Package> found) {
        List<String> words = List.of(arguments.strip().split("\\s+"));
        boolean dev = words.stream().anyMatch(DEV::contains);
        for (String word : words) {
            String spec = word.replaceAll("^[\"'`]|[\"'`,]$", "").replaceFirst("^npm:", "");
            if (spec.startsWith("-") || spec.isEmpty() || spec.equals(".") || spec.contains("://") || spec.startsWith("./")) {
                continue;
            }
            Matcher requirement = REQUIREMENT.matcher(spec);
            if (PYTHON.contains(manager) && requirement.matches()) {
                found.add(new Package(manager, requirement.group(1), requirement.group(2), dev));
                continue;
            }
            int at = spec.indexOf('@', 1);
            String name = at > 0 ? spec.substring(0, at) : spec;
            String range = at > 0 ? spec.substring(at + 1) : "";
            if (range.contains(":") || range.contains("/")) {
                continue; // Code from elsewhere than the registry is the person's own to install.
            }
            boolean extras = PYTHON.contains(manager) && name.matches("[A-Za-z0-9][\\w.-]*\\[[\\w,.-]+]");
            if (NPM_NAME.matcher(name).matches() || extras || manager.equals("go") && name.contains("/")) {
                found.add(new Package(manager, name, range.equals("latest") ? "" : range, dev));
            }
        }
    }
}
