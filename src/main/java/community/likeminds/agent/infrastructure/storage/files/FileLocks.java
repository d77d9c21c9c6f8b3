package community.likeminds.agent.infrastructure.storage.files;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.infrastructure.storage.NamedLocks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return Optional.of(() -> close(channel));
                }
            } catch (OverlappingFileLockException heldByThisProcess) {
                // Same answer as for another process: somebody has it.
            }
            channel.close();
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
