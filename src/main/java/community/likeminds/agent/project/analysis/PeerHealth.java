package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks for second copies of packages of which a program may hold only one, such as React. */
final class PeerHealth {

    private static final String NAME = "peers";
    private static final List<String> SINGLETONS =
            List.of("react", "react-dom", "vue", "svelte", "preact", "solid-js", "@angular/core", "graphql");
    private static final int MOST_PACKAGES = 2_000;

    private final Path app;
    private final InstalledPackages installed;

    PeerHealth(Path root, Path app) {
        this.app = real(app);
        this.installed = new InstalledPackages(real(root));
    }

    /** @param packages the added packages; they and everything they depend on must see the app's own copies */
    Check check(List<String> packages) {
        long start = System.nanoTime();
        Set<String> sentences = new LinkedHashSet<>();
        for (String name : packages) {
            installed.find(app, name).ifPresent(folder -> follow(name, real(folder), sentences));
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        return sentences.isEmpty()
                ? new Check(NAME, Status.PASSED, "No added package brings a second copy of its framework.", "", "", millis)
                : new Check(NAME, Status.FAILED, String.join(" ", sentences), "", "", millis);
    }

    private void follow(String added, Path first, Set<String> sentences) {
        Set<Path> seen = new HashSet<>(Set.of(first));
        Deque<Path> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty() && seen.size() < MOST_PACKAGES) {
            Path folder = open.pop();
            Optional<Manifest> manifest = Manifest.of(folder);
            if (manifest.isEmpty()) {
                continue;
            }
            Map<String, String> needs = manifest.get().section("dependencies");
            Map<String, String> peers = manifest.get().section("peerDependencies");
            for (String singleton : SINGLETONS) {
                String range = needs.getOrDefault(singleton, peers.getOrDefault(singleton, ""));
                if (!range.isEmpty()) {
                    compare(added, manifest.get().text("name"), folder, singleton, range, sentences);
                }
            }
            for (String name : needs.keySet()) {
                installed.find(folder, name).map(PeerHealth::real).filter(seen::add).ifPresent(open::push);
            }
        }
    }

    private void compare(
            String added, String owner, Path folder, String singleton, String range, Set<String> sentences) {
        Optional<Path> theirs = installed.find(folder, singleton).map(PeerHealth::real);
        Optional<Path> ours = installed.find(app, singleton).map(PeerHealth::real);
        if (theirs.isEmpty() || ours.isEmpty() || theirs.get().equals(ours.get())) {
            return;
        }
        String version = Manifest.of(ours.get()).map(Manifest::version).orElse("another version");
        String second = Manifest.of(theirs.get()).map(Manifest::version).orElse("");
        sentences.add((owner.equals(added) ? added : added + " needs " + owner + ", which") + " brings a second " + singleton
                + " " + second + " (it wants " + range + ") beside the app's " + version
                + ": two copies do not share state, so hooks and contexts fail; use a version of " + owner
                + " that accepts " + singleton + " " + version + ", or the " + singleton + " that it wants.");
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
