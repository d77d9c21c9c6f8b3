package community.likeminds.agent.agents.coding.codeplanning;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Bounds what documentation may bring about: files that other programs run by themselves, and parts of a manifest that run
 * commands or bring in code from outside the registry, are shown to the person instead of being written.
 */
public final class Reach {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Read by package managers, git, editors or build servers, which run what stands in them without being asked. */
    private static final Pattern RUN_BY_OTHERS = Pattern.compile(
            "(?i)(?:.*/)?(?:\\.npmrc|\\.yarnrc(?:\\.yml)?|\\.pnpmfile\\.c?js|bunfig\\.toml|\\.gitlab-ci\\.yml|\\.travis\\.yml|azure-pipelines\\.yml|"
                    + "\\.git(?:modules|attributes|config)|\\.envrc|\\.(?:bash|zsh)rc|\\.(?:bash_)?profile|Makefile|gradle-wrapper\\.properties|Jenkinsfile|\\.pre-commit-config\\.yaml|lefthook\\.ya?ml|"
                    + "(?:\\.git|\\.ssh|\\.yarn|\\.husky|\\.github|\\.circleci|\\.vscode|\\.idea|\\.devcontainer|\\.mvn)/.*)");
    private static final Pattern OUTSIDE = Pattern.compile("(?:^|[/\\\\])\\.\\.(?:[/\\\\]|$)|^[/\\\\~]|^[A-Za-z]:|[\\x00-\\x1f]");
    private static final Pattern RANGE = Pattern.compile("[^:/]*|workspace:[^/]*|catalog:[^/]*");
    private static final Pattern LIFECYCLE = Pattern.compile("(?:pre|post)?(?:install|prepare|pack|publish|version)|dependencies|prepublishOnly");
    private static final Set<String> DEPENDENCIES = Set.of("dependencies", "devDependencies", "optionalDependencies", "peerDependencies");
    private static final Set<String> RESOLVING = Set.of(
            "overrides", "resolutions", "pnpm", "packageManager", "devEngines", "workspaces", "bin", "directories", "publishConfig",
            "trustedDependencies", "dependenciesMeta", "config");

    private Reach() {}

    /** Why a file is the person's own to write, or an empty string. */
    public static String file(String path) {
        if (OUTSIDE.matcher(path).find()) {
            return "The guide's " + path + " leads out of the project.";
        }
        return RUN_BY_OTHERS.matcher(path).matches()
                ? "Other programs run what stands in " + path + " without being asked, so it is yours to write."
                : "";
    }

    /** Why a change of a package.json is the person's own to make, or an empty string. */
    public static String manifest(String before, String after) {
        try {
            return manifest(JSON.readTree(plain(before)), JSON.readTree(plain(after)));
        } catch (JacksonException unreadable) {
            return "What it would change cannot be told apart (" + unreadable.getOriginalMessage() + "), so it is yours to make.";
        }
    }

    private static String manifest(JsonNode before, JsonNode after) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String key : new TreeSet<>(after.propertyNames())) {
            JsonNode was = before.path(key);
            JsonNode is = after.path(key);
            if (is.equals(was)) {
                continue;
            }
            if (RESOLVING.contains(key)) {
                reasons.put(key, "decides what is installed from where");
            }
            for (String name : is.propertyNames()) {
                if (is.path(name).equals(was.path(name))) {
                    continue;
                }
                if (key.equals("scripts") && runsByItself(name, after.path("scripts"))) {
                    reasons.put(key + "." + name, "is run without being asked");
                } else if (DEPENDENCIES.contains(key) && !RANGE.matcher(is.path(name).asString("")).matches()) {
                    reasons.put(key + "." + name, "does not come from the registry");
                }
            }
        }
        StringBuilder sentence = new StringBuilder();
        reasons.forEach((what, why) -> sentence.append(sentence.isEmpty() ? "" : ", ").append('`').append(what).append("` ").append(why));
        return sentence.isEmpty() ? "" : sentence.append(", so the change is yours to make.").toString();
    }

    /** Package managers run a script before and after an install, and before and after the script of the same name. */
    private static boolean runsByItself(String name, JsonNode scripts) {
        String other = name.replaceFirst("^(?:pre|post)", "");
        return LIFECYCLE.matcher(name).matches() || !other.equals(name) && scripts.has(other);
    }

    private static String plain(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
