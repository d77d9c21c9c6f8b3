package community.likeminds.agent.project.environment;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A program with everything that it started. Where {@code setsid} was used, its session is the group, which also holds
 * processes whose parent has ended; elsewhere the group is its known descendants.
 */
final class ProcessGroup {

    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Path PROCESSES = Path.of("/proc");

    /** Field of the start behind the program's name. */
    private static final int START = 19;

    private final Optional<ProcessHandle> leader;
    private final long pid;
    private final boolean ownSession;
    private final Set<ProcessHandle> seen = ConcurrentHashMap.newKeySet();

    ProcessGroup(Process leader, boolean ownSession) {
        this.leader = Optional.of(leader.toHandle());
        this.pid = leader.pid();
        this.ownSession = ownSession;
    }

    /** The group of a process that somebody else started and that may have ended. */
    ProcessGroup(long pid, boolean ownSession) {
        this.leader = ProcessHandle.of(pid);
        this.pid = pid;
        this.ownSession = ownSession;
    }

    /** Remembers descendants while their parents still live. */
    void look() {
        leader.ifPresent(process -> process.descendants().forEach(seen::add));
    }

    /** Asks everybody to end, then makes them. Returns when nobody is left, or after 5 seconds at most; whether there was anybody. */
    boolean end() {
        look();
        boolean any = !members().isEmpty();
        members().forEach(ProcessHandle::destroy);
        long patience = System.nanoTime() + GRACE.toNanos();
        while (System.nanoTime() < patience && !members().isEmpty()) {
            pause();
        }
        long last = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        for (List<ProcessHandle> left = members(); !left.isEmpty() && System.nanoTime() < last; left = members()) {
            left.forEach(ProcessHandle::destroyForcibly);
            pause();
        }
        return any;
    }

    private List<ProcessHandle> members() {
        List<ProcessHandle> members = new ArrayList<>();
        leader.filter(ProcessHandle::isAlive).ifPresent(process -> {
            members.add(process);
            process.descendants().forEach(members::add);
        });
        members.addAll(seen);
        if (ownSession) {
            members.addAll(session());
        }
        return members.stream().distinct().filter(ProcessGroup::runs).toList();
    }

    /** Whether a process still runs; one that ended and that its parent has not asked about yet does not. */
    static boolean runs(ProcessHandle process) {
        return process.isAlive() && !fieldsOf(PROCESSES.resolve(Long.toString(process.pid())))[0].equals("Z");
    }

    /** When a process started, as text that is the same for whoever asks; empty where the platform does not say. */
    static String startOf(ProcessHandle process) {
        String[] fields = fieldsOf(PROCESSES.resolve(Long.toString(process.pid())));
        // Ticks since the boot: a time of day would move with the clock that it is reckoned from.
        return fields.length > START ? fields[START] : process.info().startInstant().map(Instant::toString).orElse("");
    }

    /** Living processes of the leader's session, as the kernel lists them. */
    private List<ProcessHandle> session() {
        List<ProcessHandle> members = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path folder : folders) {
                if (sessionOf(folder) == pid) {
                    ProcessHandle.of(Long.parseLong(folder.getFileName().toString())).ifPresent(members::add);
                }
            }
        } catch (IOException unreadable) {
            // Without /proc the known descendants are all there is.
            return members;
        }
        return members;
    }

    private static long sessionOf(Path folder) {
        return Long.parseLong(fieldsOf(folder)[3]);
    }

    /** State, parent, group and session of a process; unknown ones where the platform does not say. */
    private static String[] fieldsOf(Path folder) {
        try {
            String stat = Files.readString(folder.resolve("stat"));
            // The program's name stands in brackets and may itself hold blanks and brackets.
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        } catch (IOException ended) {
            return new String[] {"?", "-1", "-1", "-1"};
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            // Ending what was started matters more than answering the interruption at once.
            Thread.currentThread().interrupt();
            Thread.onSpinWait();
        }
    }
}
