package community.likeminds.agent.infrastructure.storage.files;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.infrastructure.storage.NamedLocks;
import community.likeminds.agent.shared.ProcessLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Operating-system file locks below the data folder: they end with the process, however it ends. */
final class FileLocks implements NamedLocks {

    private final DataFolder folder;

    FileLocks(DataFolder folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Held> tryAcquire(String name) {
        // A lock's name may hold any character, a file's may not; the files stay, as removing one would race with its next user.
        Path file = folder.folder("locks")
                .resolve(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + ".lock");
        try {
            return ProcessLock.tryAcquire(file).map(lock -> () -> close(lock));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void close(ProcessLock lock) {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
