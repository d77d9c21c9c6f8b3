package community.likeminds.agent.agents.documentation.ingestion;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The process that runs a job.
 *
 * @param host its machine or container
 * @param process its id there
 * @param started when it started, in milliseconds since 1970: ids of processes are used again
 */
record JobOwner(String host, long process, long started) {

    /** The clock that starts are told by may be set while a process runs. */
    private static final long TOLERANCE_MILLIS = 3_000;

    /** A process of another host is known by its heart only; longer than any pause that a working one makes. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    static JobOwner thisProcess() {
        ProcessHandle self = ProcessHandle.current();
        return new JobOwner(hostName(), self.pid(), started(self));
    }

    static Optional<JobOwner> parse(String text) {
        String[] parts = text.split("/");
        if (parts.length != 3 || !parts[1].matches("\\d{1,18}") || !parts[2].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new JobOwner(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2])));
    }

    boolean alive(Instant heartbeat, Instant now) {
        if (!host.equals(hostName())) {
            return heartbeat.isAfter(now.minus(SILENCE));
        }
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .filter(running -> Math.abs(started(running) - started) <= TOLERANCE_MILLIS)
                .isPresent();
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
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
        return host + "/" + process + "/" + started;
    }
}
