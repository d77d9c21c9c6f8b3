package community.likeminds.agent.project.analysis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands in {@code node_modules}, looked up as Node.js does: from a folder upwards. */
final class InstalledPackages {

    private final Path root;

    /** @param root folder above which nothing is looked for */
    InstalledPackages(Path root) {
        this.root = root;
    }

    /** Folder of a package as seen from a folder. */
    Optional<Path> find(Path from, String name) {
        for (Path folder = from; folder != null && folder.startsWith(root); folder = folder.getParent()) {
            Path candidate = folder.resolve("node_modules").resolve(name);
            if (Files.isRegularFile(candidate.resolve("package.json"))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    Optional<String> version(Path from, String name) {
        return find(from, name).flatMap(Manifest::of).map(Manifest::version);
    }

    /** Declared dependencies of a folder that are missing or do not fit, with what is there instead. */
    List<String> unmet(Path folder) {
        Map<String, String> wanted = new LinkedHashMap<>();
        Manifest.of(folder).ifPresent(manifest -> wanted.putAll(manifest.installed()));
        List<String> unmet = new ArrayList<>();
        wanted.forEach((name, range) -> {
            Optional<String> version = version(folder, name);
            if (version.isEmpty() || !fits(version.get(), range)) {
                unmet.add(name + "@" + range + version.map(there -> " (" + there + " is there)").orElse(""));
            }
        });
        return unmet;
    }

    /** Ranges that are no versions (files, workspaces, tags, addresses) are taken as met by what is there. */
    private static boolean fits(String version, String range) {
        return VersionRange.parse(range)
                .flatMap(parsed -> Version.parse(version).map(parsed::accepts))
                .orElse(true);
    }
}
