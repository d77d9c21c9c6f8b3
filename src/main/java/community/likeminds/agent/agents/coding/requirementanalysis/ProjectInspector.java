package community.likeminds.agent.agents.coding.requirementanalysis;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells what a project is from its files alone; runs nothing and changes nothing. */
@Component
public class ProjectInspector {

    private final GitInspector git = new GitInspector();

    /**
     * @param project folder of the project
     * @param request names the application that is meant in a monorepo; may be empty
     * @throws AgentException {@code project-not-found}, {@code project-not-a-folder}, {@code project-unknown}
     */
    public ProjectProfile inspect(Path project, String request) {
        Path root = existing(project);
        ProjectFiles files = ProjectFiles.scan(root);
        if (files.has("package.json")) {
            return new NpmInspector(files, git.state(root)).inspect(request);
        }
        if (files.has("pom.xml") || files.has("build.gradle") || files.has("build.gradle.kts")) {
            return new JvmInspector(files, git.state(root)).inspect();
        }
        return other(files);
    }

    private ProjectProfile other(ProjectFiles files) {
        record Kind(String manifest, String ecosystem, String language, String manager) {}
        List<Kind> kinds = List.of(
                new Kind("pyproject.toml", "python", "python", "pip"),
                new Kind("requirements.txt", "python", "python", "pip"),
                new Kind("setup.py", "python", "python", "pip"),
                new Kind("go.mod", "go", "go", "go"),
                new Kind("pubspec.yaml", "pub", "dart", "pub"),
                new Kind("Cargo.toml", "cargo", "rust", "cargo"),
                new Kind("Gemfile", "gem", "ruby", "bundler"),
                new Kind("composer.json", "composer", "php", "composer"),
                new Kind("Podfile", "cocoapods", "swift", "pod"),
                new Kind("Package.swift", "swiftpm", "swift", "swift"));
        for (Kind kind : kinds) {
            if (files.has(kind.manifest())) {
                return profile(files, kind.ecosystem(), kind.language(), kind.manager(), kind.manifest());
            }
        }
        throw AgentException.badInput(
                "project-unknown",
                "The folder " + files.root() + " holds no project that can be recognised: there is no package.json, pom.xml, "
                        + "build.gradle, pyproject.toml, go.mod or the like in it.",
                "Give the folder that holds the project's manifest.");
    }

    private ProjectProfile profile(ProjectFiles files, String ecosystem, String language, String manager, String manifest) {
        Map<String, String> dependencies = new LinkedHashMap<>();
        if (manifest.equals("requirements.txt")) {
            for (String line : files.text(manifest).lines().toList()) {
                String name = line.strip().split("[=<>~!\\[ ;]", 2)[0];
                if (!name.isEmpty() && !name.startsWith("#") && !name.startsWith("-")) {
                    dependencies.put(name, line.strip().substring(name.length()).strip());
                }
            }
        }
        String framework = dependencies.containsKey("flask") || dependencies.containsKey("Flask")
                ? "flask"
                : dependencies.containsKey("django") || dependencies.containsKey("Django")
                        ? "django"
                        : ecosystem.equals("pub") ? "flutter" : language;
        return new ProjectProfile(
                files.root().toString(), "", ecosystem, framework, List.of(framework, language), language, manager, "",
                manifest, Map.of(), dependencies, "", "", git.state(files.root()));
    }

    private static Path existing(Path project) {
        try {
            if (!Files.exists(project)) {
                throw AgentException.notFound(
                        "project-not-found", "There is no folder " + project + ".", "Check the path of the project.");
            }
            if (!Files.isDirectory(project)) {
                throw AgentException.badInput(
                        "project-not-a-folder", project + " is a file, not a project folder.", "Give the project's folder.");
            }
            return project.toRealPath();
        } catch (IOException error) {
            throw new AgentException(
                    AgentException.Kind.BAD_INPUT,
                    "project-unreadable",
                    "The folder " + project + " cannot be read.",
                    "Check its permissions.",
                    error);
        }
    }
}
