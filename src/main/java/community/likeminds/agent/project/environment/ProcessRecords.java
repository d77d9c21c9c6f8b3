package community.likeminds.agent.project.environment;

import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Remembers on disk which programs run and who started them, so that they can be ended after a {@code kill -9} of this process. A process
 * is told from a later one of the same number by its start.
 */
final class ProcessRecords implements Orphans {

    /** Last line of a record; one without it was being written. */
    private static final String WHOLE = "end";

    private final Path folder;

    ProcessRecords(Path folder) {
        this.folder = folder;
    }

    /**
     * @param leader process with the group
     * @param start what {@link ProcessGroup#startOf} says
     */
    private record Known(Path file, long leader, String start, boolean ownSession, long owner, String ownerStart, Path work) {

        boolean orphan() {
            return !same(owner, ownerStart);
        }
    }

    /** Takes note of a program; the file is to be deleted when the program has ended. */
    Path add(ProcessHandle leader, boolean ownSession, Path work) {
        ProcessHandle owner = ProcessHandle.current();
        String text = String.join("\n", Long.toString(leader.pid()), start(leader), Boolean.toString(ownSession), Long.toString(owner.pid()),
                start(owner), work.toAbsolutePath().toString(), WHOLE);
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve(leader.pid() + "-" + System.nanoTime()), text);
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    void remove(Path record) {
        try {
            Files.deleteIfExists(record);
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    @Override
    public int end(Path project) {
        int ended = 0;
        for (Known known : orphans()) {
            if (known.work().startsWith(project)) {
                // With its leader gone, the session still tells who belongs to it; without a session a number alone says nothing.
                if (same(known.leader(), known.start()) || known.ownSession() && ProcessHandle.of(known.leader()).isEmpty()) {
                    ended += new ProcessGroup(known.leader(), known.ownSession()).end() ? 1 : 0;
                }
                remove(known.file());
            }
        }
        return ended;
    }

    private List<Known> orphans() {
        List<Known> orphans = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return orphans;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                List<String> fields = Files.readString(file).lines().toList();
                if (!fields.isEmpty() && fields.getLast().equals(WHOLE)) {
                    Known known = new Known(
                            file, Long.parseLong(fields.get(0)), fields.get(1), Boolean.parseBoolean(fields.get(2)), Long.parseLong(fields.get(3)),
                            fields.get(4), Path.of(fields.get(5)));
                    if (known.orphan()) {
                        orphans.add(known);
                    }
                }
            }
        } catch (IOException failure) {
            throw failed(failure);
        }
        return orphans;
    }

    private static boolean same(long pid, String start) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessGroup::runs);
        return process.isPresent() && start(process.get()).equals(start);
    }

    private static String start(ProcessHandle process) {
        return ProcessGroup.startOf(process);
    }

    private AgentException failed(IOException failure) {
        return new AgentException(
                AgentException.Kind.UNAVAILABLE, "process-not-noted",
                "The folder " + folder + ", which tells what was started, cannot be used (" + failure.getMessage() + ").",
                "Check the permissions and the free space of the data folder.", failure);
    }
}
