package community.likeminds.agent.agents.coding.requirementanalysis;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.ProjectProfile.DependencyUse;
import community.likeminds.agent.processors.code.CodeFile;
import community.likeminds.agent.processors.code.CodeProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Tells how far a project has integrated each of its dependencies: declared, installed, imported, configured, initialised. */
@Component
public class DependencyUsage {

    private static final List<String> STAGES = List.of("declared", "installed", "imported", "configured", "initialised");
    private static final int MOST_FILES = 3_000;
    private static final int LARGEST_FILE = 400_000;
    private static final Pattern SOURCE = Pattern.compile(".*\\.(?:[cm]?[jt]sx?|vue|svelte|astro|java|kts?|py|dart|swift|m|go|rb)");
    private static final Pattern SETTINGS = Pattern.compile(
            "(?:.*/)?(?:\\.env[\\w.-]*|application(?:-[\\w-]+)?\\.(?:properties|ya?ml)|[\\w.-]+\\.config\\.[cm]?[jt]s|angular\\.json|app\\.json|AndroidManifest\\.xml|Info\\.plist|settings\\.py)");

    private final CodeProcessor code;

    DependencyUsage(CodeProcessor code) {
        this.code = code;
    }

    /** The profile with its dependencies' stages; looks into 3,000 source files at most and says so as a fact. */
    public ProjectProfile add(ProjectProfile profile) {
        Path root = Path.of(profile.root());
        ProjectFiles files = ProjectFiles.scan(root);
        Map<String, Map<String, String>> seen = new LinkedHashMap<>();
        List<DependencyName> names = new ArrayList<>();
        profile.dependencies().keySet().stream().sorted().forEach(name -> {
            String group = organisation(name);
            boolean shared = name.contains(":") && profile.dependencies().keySet().stream().anyMatch(other -> !other.equals(name) && organisation(other).equals(group));
            names.add(new DependencyName(name, profile.ecosystem(), shared));
            seen.put(name, new LinkedHashMap<>());
            seen.get(name).put("declared", declared(files, profile, name));
            String installed = installed(root, profile, name);
            if (!installed.isEmpty()) {
                seen.get(name).put("installed", installed);
            }
        });
        String below = profile.app().isEmpty() ? "" : profile.app() + "/";
        List<String> sources = files.matching(path -> path.startsWith(below) && SOURCE.matcher(path).matches() && !SETTINGS.matcher(path).matches());
        List<String> settings = files.matching(path -> path.startsWith(below) && SETTINGS.matcher(path).matches());
        sources.stream().limit(MOST_FILES).forEach(path -> source(files, path, names, seen));
        settings.forEach(path -> {
            source(files, path, names, seen);
            configured(files, path, names, seen);
        });
        List<ProjectProfile.Fact> facts = new ArrayList<>(profile.facts());
        if (sources.size() > MOST_FILES) {
            facts.add(new ProjectProfile.Fact("not-looked-into", (sources.size() - MOST_FILES) + " source files", "",
                    "Uses of dependencies were looked for in the first " + MOST_FILES + " files only."));
        }
        return profile.withFacts(facts).withUses(seen.entrySet().stream()
                .map(entry -> use(entry.getKey(), profile.dependencies().getOrDefault(entry.getKey(), ""), entry.getValue()))
                .toList());
    }

    /** The first two parts of a group, which all of an organisation's packages begin with. */
    private static String organisation(String coordinate) {
        return coordinate.replaceFirst(":.*", "").replaceFirst("^([\\w-]+\\.[\\w-]+).*", "$1");
    }

    private static DependencyUse use(String name, String range, Map<String, String> seen) {
        Map<String, String> ordered = new LinkedHashMap<>();
        STAGES.stream().filter(seen::containsKey).forEach(stage -> ordered.put(stage, seen.getOrDefault(stage, "")));
        return new DependencyUse(name, range, List.copyOf(ordered.keySet()).getLast(), ordered);
    }

    private static String declared(ProjectFiles files, ProjectProfile profile, String name) {
        String artifact = name.contains(":") ? name.substring(name.indexOf(':') + 1) : name;
        for (String path : List.of(profile.manifest(), profile.roles().getOrDefault("version-catalog", ""))) {
            if (!path.isEmpty() && files.has(path) && files.text(path).contains(artifact)) {
                String literal = profile.ecosystem().equals("npm") ? "\"" + name + "\":" : artifact;
                return files.place(path, files.text(path).contains(literal) ? literal : artifact);
            }
        }
        return profile.manifest();
    }

    private static String installed(Path root, ProjectProfile profile, String name) {
        List<String> places = switch (profile.ecosystem()) {
            case "npm" -> List.of(Inspection.at(profile.app(), "node_modules/" + name + "/package.json"), "node_modules/" + name + "/package.json");
            case "cocoapods" -> List.of("Pods/" + name.replaceFirst("/.*", ""));
            default -> List.of();
        };
        return places.stream().filter(place -> Files.exists(root.resolve(place))).findFirst().orElse("");
    }

    private void source(ProjectFiles files, String path, List<DependencyName> names, Map<String, Map<String, String>> seen) {
        String text = files.text(path);
        List<DependencyName> mentioned = text.length() > LARGEST_FILE ? List.of() : names.stream().filter(name -> name.mentionedIn(text)).toList();
        if (mentioned.isEmpty() || mentioned.stream().allMatch(name -> seen.getOrDefault(name.name(), Map.of()).containsKey("initialised"))) {
            return;
        }
        CodeFile file = code.read(path, text);
        for (CodeFile.Import one : file.imports()) {
            for (DependencyName name : mentioned) {
                if (name.provides(one.module())) {
                    Map<String, String> places = seen.computeIfAbsent(name.name(), key -> new LinkedHashMap<>());
                    places.putIfAbsent("imported", path + ":" + one.line());
                    int line = Initialisation.line(file, one);
                    if (line > 0) {
                        places.putIfAbsent("initialised", path + ":" + line);
                    }
                }
            }
        }
        if (file.language().isEmpty()) {
            // No grammar for the whole of the file (.vue, .svelte, .astro): what it imports still shows.
            mentioned.forEach(name -> name.importedAt(text).ifPresent(offset ->
                    seen.computeIfAbsent(name.name(), key -> new LinkedHashMap<>()).putIfAbsent("imported", path + ":" + ProjectFiles.line(text, offset))));
        }
    }

    private static void configured(ProjectFiles files, String path, List<DependencyName> names, Map<String, Map<String, String>> seen) {
        String text = files.text(path);
        for (DependencyName name : names) {
            name.namedAt(text).ifPresent(offset -> seen.computeIfAbsent(name.name(), key -> new LinkedHashMap<>())
                    .putIfAbsent("configured", path + ":" + ProjectFiles.line(text, offset)));
        }
    }
}
