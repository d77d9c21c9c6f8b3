package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.project.environment.Commands.Command;
import community.likeminds.agent.project.environment.Commands.Result;
import community.likeminds.agent.shared.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Installs dependencies with the project's own package manager, unless everything is there already. */
final class InstallRung {

    private static final String NAME = "install";
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Commands commands;

    InstallRung(Commands commands) {
        this.commands = commands;
    }

    Check run(Project project, boolean acceptPeerConflicts, Progress progress) {
        return switch (project.ecosystem()) {
            case "npm" -> npm(project, acceptPeerConflicts, progress);
            case "maven", "gradle", "go" -> {
                BuildPlan build = BuildPlan.of(project, commands);
                yield build.commands().isEmpty()
                        ? notPossible(build.missing())
                        : new Check(NAME, Status.PASSED, "Nothing to install: '" + build.commands().getFirst().text()
                                + "' resolves the dependencies itself.", "", "", 0);
            }
            default -> notPossible("Dependencies of a project of the kind '" + project.ecosystem()
                    + "' cannot be installed by this product; install them by hand.");
        };
    }

    private Check npm(Project project, boolean acceptPeerConflicts, Progress progress) {
        PackageManager manager = new PackageManager(project, commands);
        Path folder = manager.installFolder();
        if (!Files.isRegularFile(folder.resolve("package.json"))) {
            return notPossible("There is no package.json to install from in " + folder + ".");
        }
        long start = System.nanoTime();
        if (complete(manager)) {
            return new Check(NAME, Status.PASSED, "Every declared dependency is installed already in a version that fits.",
                    "", "", millis(start));
        }
        var program = manager.program();
        if (program.isEmpty()) {
            return notPossible("The package manager '" + manager.name() + "' of this project is not installed here;"
                    + " install it and run '" + manager.name() + " install'.");
        }
        progress.report("Installing dependencies", 0, 0, manager.name());
        Attempt attempt = attempt(project, manager, program.get(), false, progress);
        InstallFailure failure = attempt.failure();
        if (failure != null && failure.kind() == InstallFailure.Kind.PEER_CONFLICT && acceptPeerConflicts
                && manager.name().equals("npm")) {
            Attempt second = attempt(project, manager, program.get(), true, progress);
            if (second.failure() == null) {
                return new Check(NAME, Status.PASSED, "Installed with --legacy-peer-deps, because of a conflict: "
                        + failure.sentence(), second.command(), second.output(), millis(start));
            }
        }
        if (failure == null) {
            return new Check(NAME, Status.PASSED, "The dependencies were installed with " + manager.name() + ".",
                    attempt.command(), attempt.output(), millis(start));
        }
        Status status = failure.kind() == InstallFailure.Kind.NO_NETWORK ? Status.NOT_POSSIBLE : Status.FAILED;
        return new Check(NAME, status, failure.sentence(), attempt.command(), attempt.output(), millis(start));
    }

    private record Attempt(
            String command, String output, @org.jspecify.annotations.Nullable InstallFailure failure) {}

    private Attempt attempt(
            Project project, PackageManager manager, List<String> program, boolean acceptPeers, Progress progress) {
        List<String> arguments = new ArrayList<>(program);
        arguments.addAll(manager.install(acceptPeers));
        Map<String, String> environment = new java.util.HashMap<>(project.environment());
        environment.put("COREPACK_ENABLE_DOWNLOAD_PROMPT", "0");
        Result result = commands.run(new Command(manager.installFolder(), arguments, environment, LIMIT,
                line -> progress.report("Installing dependencies", 0, 0, Findings.oneLine(line, 120))));
        String tail = Findings.tail(result.output(), project.environment().values());
        InstallFailure failure = result.ok() ? null
                : result.exit() < 0 ? new InstallFailure(InstallFailure.Kind.OTHER,
                        "The install was ended after " + LIMIT.toMinutes() + " minutes; run it by hand to see why it takes so long.")
                : InstallFailure.of(result.output());
        return new Attempt(String.join(" ", arguments), tail, failure);
    }

    /** Whether an install would bring nothing: all is there, and the lock file, where there is one, knows it all. */
    private static boolean complete(PackageManager manager) {
        Path folder = manager.installFolder();
        if (manager.name().equals("npm") && !Files.exists(folder.resolve("node_modules/.package-lock.json"))) {
            return Manifest.of(folder).filter(m -> m.installed().isEmpty() && !m.workspaces()).isPresent();
        }
        InstalledPackages installed = new InstalledPackages(folder);
        List<Path> manifests = folder.equals(manager.app()) ? List.of(folder) : List.of(folder, manager.app());
        for (Path one : manifests) {
            if (Manifest.of(one).isEmpty() || !installed.unmet(one).isEmpty() || !lockKnows(manager, one)) {
                return false;
            }
        }
        return true;
    }

    private static boolean lockKnows(PackageManager manager, Path folder) {
        return manager.lockFile()
                .map(lock -> Manifest.of(folder).orElseThrow().installed().keySet().stream()
                        .allMatch(name -> PackageManager.contains(lock, name)))
                .orElse(true);
    }

    private static Check notPossible(String sentence) {
        return new Check(NAME, Status.NOT_POSSIBLE, sentence, "", "", 0);
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
