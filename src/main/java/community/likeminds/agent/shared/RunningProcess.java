package community.likeminds.agent.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * A process of the operating system, told apart from a later one with the same number.
 *
 * @param host its machine or container
 * @param id its number there
 * @param started when it started, in milliseconds since 1970
 */
public record RunningProcess(String host, long id, long started) {

    /** The clock that starts are told by may be set while a process runs. */
    private static final long TOLERANCE_MILLIS = 3_000;

    /** This process. */
    public static RunningProcess current() {
        ProcessHandle self = ProcessHandle.current();
        return new RunningProcess(hostName(), self.pid(), started(self));
    }

    /** Reads what {@link #toString} has written; empty when it is something else. */
    public static Optional<RunningProcess> parse(String text) {
        String[] parts = text.split("/");
        if (parts.length != 3 || !parts[1].matches("\\d{1,18}") || !parts[2].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new RunningProcess(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2])));
    }

    /** Whether the process has ended for certain; of a process on another machine nothing is certain. */
    public boolean gone() {
        return host.equals(hostName())
                && ProcessHandle.of(id)
                        .filter(ProcessHandle::isAlive)
                        .filter(running -> Math.abs(started(running) - started) <= TOLERANCE_MILLIS)
                        .isEmpty();
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName().replace('/', '-');
        } catch (UnknownHostException nameless) {
            // Containers without an entry for themselves; then all of them are taken for one machine.
            return "localhost";
        }
    }

    @Override
    public String toString() {
        return host + "/" + id + "/" + started;
    }
}
