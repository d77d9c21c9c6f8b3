package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import community.likeminds.agent.project.environment.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The package manager of one JavaScript project: where it works and how it is called. */
final class PackageManager {

    private static final Logger LOG = LoggerFactory.getLogger(PackageManager.class);

    private final Project project;
    private final Commands commands;

    PackageManager(Project project, Commands commands) {
        this.project = project;
        this.commands = commands;
    }

    String name() {
        return project.packageManager().isEmpty() ? "npm" : project.packageManager();
    }

    /** Folder of the application itself. */
    Path app() {
        return project.app().isEmpty() ? project.root() : project.root().resolve(project.app());
    }

    /** Folder in which dependencies are installed: the workspace's root, or the application's own. */
    Path installFolder() {
        boolean workspace = Files.exists(project.root().resolve("pnpm-workspace.yaml"))
                || Manifest.of(project.root()).filter(Manifest::workspaces).isPresent();
        boolean ownManifest = Files.exists(app().resolve("package.json"));
        return workspace || !ownManifest ? project.root() : app();
    }

    /** How the manager is started: by itself, or through Corepack where that is all there is. Empty when neither is there. */
    Optional<List<String>> program() {
        if (commands.find(name()).isPresent()) {
            return Optional.of(List.of(name()));
        }
        boolean shimmed = name().equals("yarn") || name().equals("pnpm");
        return shimmed && commands.find("corepack").isPresent()
                ? Optional.of(List.of("corepack", name()))
                : Optional.empty();
    }

    /** Arguments of an install that may write the lock file and that says only what matters. */
    List<String> install(boolean acceptPeerConflicts) {
        return switch (name()) {
            case "yarn" -> berry() ? List.of("install", "--no-immutable") : List.of("install", "--non-interactive", "--no-progress");
            case "pnpm" -> List.of("install", "--no-frozen-lockfile", "--reporter=append-only");
            case "bun" -> List.of("install", "--no-progress");
            default -> {
                List<String> arguments = new ArrayList<>(List.of("install", "--no-audit", "--no-fund", "--loglevel=error"));
                if (acceptPeerConflicts) {
                    arguments.add("--legacy-peer-deps");
                }
                yield arguments;
            }
        };
    }

    /** Lock file of this manager in the install folder, if there is one. */
    Optional<Path> lockFile() {
        List<String> names = switch (name()) {
            case "yarn" -> List.of("yarn.lock");
            case "pnpm" -> List.of("pnpm-lock.yaml");
            case "bun" -> List.of("bun.lock", "bun.lockb");
            default -> List.of("package-lock.json", "npm-shrinkwrap.json");
        };
        return names.stream().map(installFolder()::resolve).filter(Files::isRegularFile).findFirst();
    }

    /** Whether Yarn is of version 2 or later, whose options differ. */
    private boolean berry() {
        Path folder = installFolder();
        String declared = Manifest.of(folder).map(manifest -> manifest.text("packageManager")).orElse("");
        if (declared.startsWith("yarn@")) {
            return !declared.startsWith("yarn@1.");
        }
        return Files.exists(folder.resolve(".yarnrc.yml"))
                || lockFile().filter(lock -> contains(lock, "__metadata:")).isPresent();
    }

    static boolean contains(Path file, String text) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.anyMatch(line -> line.contains(text));
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            LOG.warn("{} cannot be read: {}", file, unreadable.getMessage());
            return false;
        }
    }
}
