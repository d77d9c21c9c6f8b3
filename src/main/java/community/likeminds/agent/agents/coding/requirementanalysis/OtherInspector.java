package community.likeminds.agent.agents.coding.requirementanalysis;

import community.likeminds.agent.agents.coding.ProjectProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises projects of other kinds by their manifests and reads what they depend on. */
final class OtherInspector {

    /**
     * @param dependency how a dependency is written, name and version as groups
     * @param frameworks names of frameworks, as dependencies are called, the deciding one first
     */
    private record Kind(String manifest, String ecosystem, String language, String manager, Pattern dependency, Map<String, String> frameworks) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("go.mod", "go", "go", "go", Pattern.compile("(?m)^\\s*(?:require\\s+)?([\\w.-]+\\.[\\w.-]+/\\S+)\\s+(v\\S+)"),
                    ordered("github.com/gin-gonic/gin", "gin", "github.com/labstack/echo", "echo", "github.com/gofiber/fiber", "fiber",
                            "github.com/go-chi/chi", "chi")),
            new Kind("Cargo.toml", "cargo", "rust", "cargo", Pattern.compile("(?m)^([a-z][\\w-]*)\\s*=\\s*(?:\\{[^}\\n]*version\\s*=\\s*)?\"([\\d.^~=<>* ,]+)\""),
                    ordered("axum", "axum", "actix-web", "actix", "rocket", "rocket")),
            new Kind("Gemfile", "gem", "ruby", "bundler", Pattern.compile("(?m)^\\s*gem\\s+[\"']([^\"']+)[\"'](?:\\s*,\\s*[\"']([^\"']+)[\"'])?"),
                    ordered("rails", "rails", "sinatra", "sinatra")),
            new Kind("composer.json", "composer", "php", "composer", Pattern.compile("\"([\\w.-]+/[\\w.-]+)\"\\s*:\\s*\"([\\d^~*<>=| .]+[^\"]*)\""),
                    ordered("laravel/framework", "laravel", "symfony/framework-bundle", "symfony")));

    private final Inspection inspection;
    private final ProjectFiles files;

    OtherInspector(Inspection inspection) {
        this.inspection = inspection;
        this.files = inspection.files();
    }

    /** The profile, or empty when there is no manifest that is known. */
    Optional<ProjectProfile> inspect() {
        return KINDS.stream().filter(kind -> files.has(kind.manifest())).findFirst().map(this::profile);
    }

    /** Whether a server framework of another language is the project, whatever its front end is packed with. */
    boolean decides() {
        return KINDS.stream().filter(kind -> files.has(kind.manifest()))
                .anyMatch(kind -> kind.frameworks().keySet().stream().anyMatch(name -> dependencies(kind).keySet().stream().anyMatch(one -> one.startsWith(name))));
    }

    private Map<String, String> dependencies(Kind kind) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher one = kind.dependency().matcher(files.text(kind.manifest()));
        while (one.find()) {
            found.put(one.group(1), one.group(2) == null ? "" : one.group(2));
        }
        return found;
    }

    private ProjectProfile profile(Kind kind) {
        Map<String, String> dependencies = dependencies(kind);
        String framework = kind.language();
        String sign = "";
        for (Map.Entry<String, String> known : kind.frameworks().entrySet()) {
            if (sign.isEmpty() && dependencies.keySet().stream().anyMatch(name -> name.startsWith(known.getKey()))) {
                framework = known.getValue();
                sign = known.getKey();
            }
        }
        inspection.facts().seen("package-manager", kind.manager(), kind.manifest());
        inspection.facts().seen("language", kind.language(), kind.manifest());
        if (sign.isEmpty()) {
            inspection.facts().concluded("framework", framework, kind.manifest(), "No framework is among the dependencies.");
        } else {
            inspection.seen("framework", framework, kind.manifest(), sign);
        }
        Map<String, String> roles = new LinkedHashMap<>();
        String entry = files.first(List.of("main.go", "cmd/main.go", "src/main.rs", "config.ru", "config/application.rb", "public/index.php", "artisan"));
        if (!entry.isEmpty()) {
            roles.put("entry", entry);
        }
        return new ProjectProfile(
                files.root().toString(), "", kind.ecosystem(), framework, List.of(framework, kind.language()).stream().distinct().toList(), kind.language(),
                kind.manager(), "", kind.manifest(), roles, dependencies, "", "", inspection.git());
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
