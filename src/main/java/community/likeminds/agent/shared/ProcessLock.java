package community.likeminds.agent.shared;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock on a file that holds between threads and between processes, and ends with the process that holds it.
 *
 * <p>The file is not even opened while this process holds it: on POSIX systems closing any channel of a file gives up the locks that the process
 * has on it.
 */
public final class ProcessLock implements AutoCloseable {

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private ProcessLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock without waiting; empty when somebody has it.
     *
     * @param file made when it is not there; its folder has to be there
     */
    public static Optional<ProcessLock> tryAcquire(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path real = Objects.requireNonNull(absolute.getParent()).toRealPath().resolve(absolute.getFileName());
        if (!HELD.add(real)) {
            return Optional.empty();
        }
        boolean acquired = false;
        try {
            FileChannel channel = FileChannel.open(real, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                acquired = channel.tryLock() != null;
                return acquired ? Optional.of(new ProcessLock(real, channel)) : Optional.empty();
            } finally {
                if (!acquired) {
                    channel.close();
                }
            }
        } finally {
            if (!acquired) {
                HELD.remove(real);
            }
        }
    }

    /** Whether it is still held. */
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            HELD.remove(file);
        }
    }
}
