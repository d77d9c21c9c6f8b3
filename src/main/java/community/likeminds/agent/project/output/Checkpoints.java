package community.likeminds.agent.project.output;

import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.ProcessLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Every checkpoint of one project, oldest first, and the lock that lets one process at a time change the project. */
final class Checkpoints {

    private final Path folder;
    private final Path root;
    private final Steps steps;
    private final SecretEncryption encryption;

    /**
     * @param data the data folder
     * @param root real path of the project
     * @param encryption of what environment files held
     */
    Checkpoints(Path data, Path root, SecretEncryption encryption, Steps steps) {
        this.encryption = encryption;
        this.root = root;
        this.steps = steps;
        this.folder = data.resolve("checkpoints")
                .resolve(FileState.hash(root.toString().getBytes(StandardCharsets.UTF_8))
                        .substring(0, 24));
    }

    /** Roots of every project that has checkpoints. */
    static List<Path> projects(Path data) throws IOException {
        Path all = data.resolve("checkpoints");
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        List<Path> roots = new ArrayList<>();
        try (Stream<Path> folders = Files.list(all)) {
            for (Path folder : folders.sorted().toList()) {
                Path name = folder.resolve("project");
                if (Files.isRegularFile(name)) {
                    roots.add(Path.of(Files.readString(name).strip()));
                }
            }
        }
        return List.copyOf(roots);
    }

    /** Held while a project is changed; closing it lets others in. */
    record Lock(ProcessLock held) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            held.close();
        }
    }

    Lock lock() throws IOException {
        Files.createDirectories(folder);
        return ProcessLock.tryAcquire(folder.resolve("lock")).map(Lock::new).orElseThrow(this::busy);
    }

    private AgentException busy() {
        return new AgentException(
                AgentException.Kind.CONFLICT,
                "project-busy",
                "Another run is at work on " + root + ".",
                "Wait until it has ended, then try again.");
    }

    Checkpoint create() throws IOException {
        List<Checkpoint> all = all();
        int next = all.isEmpty() ? 1 : number(all.getLast()) + 1;
        String id = String.format("%06d-%s", next, UUID.randomUUID().toString().substring(0, 8));
        Path run = folder.resolve("runs").resolve(id);
        Files.createDirectories(run);
        Path name = folder.resolve("project");
        if (!Files.exists(name)) {
            Files.writeString(name, root + "\n");
        }
        return new Checkpoint(run, encryption, steps);
    }

    /** Whether a run was ever made here. */
    boolean any() {
        return Files.isDirectory(folder.resolve("runs"));
    }

    /** Oldest first; what a dropped run left behind is swept up. */
    List<Checkpoint> all() throws IOException {
        Path runs = folder.resolve("runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        List<Path> names;
        try (Stream<Path> listed = Files.list(runs)) {
            names = listed.sorted().toList();
        }
        List<Checkpoint> all = new ArrayList<>();
        for (Path name : names) {
            if (name.getFileName().toString().startsWith("gone-")) {
                Disk.deleteTree(name);
            } else {
                all.add(new Checkpoint(name, encryption, steps));
            }
        }
        return List.copyOf(all);
    }

    /** As {@link #all()}, for whoever does not hold the lock: nothing is swept up. */
    List<Checkpoint> seen() throws IOException {
        Path runs = folder.resolve("runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> listed = Files.list(runs)) {
            return listed.filter(name -> !name.getFileName().toString().startsWith("gone-"))
                    .sorted()
                    .map(name -> new Checkpoint(name, encryption, steps))
                    .toList();
        }
    }

    private static int number(Checkpoint checkpoint) {
        return Integer.parseInt(checkpoint.id().substring(0, 6));
    }
}
