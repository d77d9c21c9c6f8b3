package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.FileChange;
import community.likeminds.agent.agents.coding.PlannedStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Hashes of the files that a plan builds on, to tell later whether it still fits. */
final class Fingerprints {

    private static final String ABSENT = "absent";

    private Fingerprints() {}

    /** Of the files that the steps change, the manifest, and the files that decided what the project is. */
    static Map<String, String> of(Path root, ProjectProfile project, List<PlannedStep> steps) {
        Set<String> paths = new TreeSet<>();
        for (PlannedStep step : steps) {
            for (FileChange change : step.changes()) {
                // A variable is set beside whatever else the file holds.
                if (change.kind() != FileChange.Kind.SET) {
                    paths.add(change.path());
                }
            }
        }
        paths.add(project.manifest());
        project.roles().values().stream().filter(path -> Files.isRegularFile(root.resolve(path)))
                .filter(path -> !path.substring(path.lastIndexOf('/') + 1).startsWith(".env")).forEach(paths::add);
        paths.remove("");
        Map<String, String> hashes = new TreeMap<>();
        paths.forEach(path -> hashes.put(path, hash(root.resolve(path))));
        return hashes;
    }

    /** Throws {@code project-changed} that names the files which are not as they were. */
    static void require(Path root, Map<String, String> startsFrom) {
        List<String> changed = startsFrom.entrySet().stream()
                .filter(one -> !hash(root.resolve(one.getKey())).equals(one.getValue())).map(Map.Entry::getKey).sorted().toList();
        if (!changed.isEmpty()) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT, "project-changed",
                    "The project changed since the plan was made: " + String.join(", ", changed) + (changed.size() == 1 ? " is" : " are")
                            + " not as the plan found " + (changed.size() == 1 ? "it." : "them."),
                    "Make the plan again with: likeminds plan.");
        }
    }

    private static String hash(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return ABSENT;
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException failure) {
            throw new AgentException(
                    AgentException.Kind.BAD_INPUT, "project-file-unreadable", "The file " + file + " of the project cannot be read.",
                    "Check its permissions.", failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
