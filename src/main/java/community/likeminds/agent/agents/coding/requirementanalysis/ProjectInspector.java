package community.likeminds.agent.agents.coding.requirementanalysis;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.ProjectProfile.GitState;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells what a project is from its files alone; runs nothing and changes nothing. */
@Component
public class ProjectInspector {

    private static final Set<String> MANIFESTS = Set.of(
            "package.json", "pom.xml", "build.gradle", "build.gradle.kts", "pyproject.toml", "requirements.txt", "Pipfile", "go.mod", "pubspec.yaml", "Cargo.toml",
            "Gemfile", "composer.json", "Podfile", "Package.swift");

    private final GitInspector git = new GitInspector();

    /**
     * @param project folder of the project; a part of a workspace leads to the whole of it, with that part as the application
     * @param request names the application that is meant in a monorepo; may be empty
     * @throws AgentException {@code project-not-found}, {@code project-not-a-folder}, {@code project-unknown}, {@code manifest-broken},
     *     {@code workspace-unclear}
     */
    public ProjectProfile inspect(Path project, String request) {
        ProjectRoot place = ProjectRoot.of(existing(project));
        ProjectFiles files = ProjectFiles.scan(place.root());
        Inspection inspection = new Inspection(files, git.state(place.root()), place.app(), request, new Facts());
        ProjectProfile profile = profile(inspection);
        new Surroundings(inspection).describe(profile);
        return profile.withFacts(inspection.facts().list());
    }

    /** The applications that could be meant, below the root; a single one when it is clear. Throws as {@link #inspect} does. */
    public List<String> candidates(Path project, String request) {
        ProjectRoot place = ProjectRoot.of(existing(project));
        Facts facts = new Facts();
        try {
            return List.of(profile(new Inspection(ProjectFiles.scan(place.root()), GitState.NONE, place.app(), request, facts)).app());
        } catch (AgentException error) {
            if (!error.code().equals("workspace-unclear")) {
                throw error;
            }
            List<ProjectProfile.Fact> parts = facts.list().stream().filter(fact -> fact.name().equals("workspace-part")).toList();
            List<ProjectProfile.Fact> applications = parts.stream().filter(fact -> fact.why().equals(Member.APPLICATION)).toList();
            return (applications.isEmpty() ? parts : applications).stream().map(ProjectProfile.Fact::value).toList();
        }
    }

    /** The folder that an integration of a project works in: the root of its workspace, or the folder itself. */
    public Path root(Path project) {
        return ProjectRoot.of(existing(project)).root();
    }

    private static ProjectProfile profile(Inspection inspection) {
        ProjectFiles files = inspection.files();
        boolean gradle = !files.first(GradleInspector.BUILDS).isEmpty() || !files.first(GradleInspector.SETTINGS).isEmpty();
        boolean jvm = files.has("pom.xml") || gradle;
        if (files.has("package.json") && !(jvm && onlyTools(files)) && !new OtherInspector(inspection).decides()) {
            return new NpmInspector(inspection).inspect();
        }
        if (files.has("pom.xml")) {
            return new MavenInspector(inspection).inspect();
        }
        if (gradle) {
            return new GradleInspector(inspection).inspect();
        }
        if (files.has("pubspec.yaml")) {
            return new MobileInspector(inspection).pub();
        }
        if (!files.first(PythonInspector.MANIFESTS).isEmpty()) {
            return new PythonInspector(inspection).inspect();
        }
        if (files.has("Podfile") || files.has("Package.swift") || files.paths().stream().anyMatch(path -> path.matches("[^/]+\\.xcodeproj/project\\.pbxproj"))) {
            return new MobileInspector(inspection).apple();
        }
        return new OtherInspector(inspection).inspect().or(() -> below(files).isEmpty() ? new StaticSite(inspection).inspect() : Optional.empty()).orElseThrow(() -> unknown(files));
    }

    /** Whether a package.json only brings tools for the repository of a project in another language. */
    private static boolean onlyTools(ProjectFiles files) {
        String text = files.text("package.json");
        return !text.contains("\"dependencies\"") && !text.contains("\"workspaces\"") && !files.has("index.html");
    }

    private static List<String> below(ProjectFiles files) {
        return files.paths().stream()
                .filter(path -> path.contains("/") && MANIFESTS.contains(path.substring(path.lastIndexOf('/') + 1)) && path.chars().filter(c -> c == '/').count() <= 2)
                .map(path -> path.substring(0, path.lastIndexOf('/')))
                .distinct().limit(12).toList();
    }

    private static AgentException unknown(ProjectFiles files) {
        List<String> below = below(files);
        if (!below.isEmpty()) {
            return AgentException.badInput(
                    "project-below",
                    "The folder " + files.root() + " holds no manifest itself, but there are projects below it: " + String.join(", ", below) + ".",
                    "Give one of them with --path.");
        }
        return AgentException.badInput(
                "project-unknown",
                "The folder " + files.root() + " holds no project that can be recognised: there is no package.json, pom.xml, "
                        + "build.gradle, pyproject.toml, go.mod or the like in it.",
                "Give the folder that holds the project's manifest.");
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
