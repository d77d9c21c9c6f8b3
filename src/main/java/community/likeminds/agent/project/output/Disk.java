package community.likeminds.agent.project.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Writes that are either there in full or not at all, also after a power cut. */
final class Disk {

    private Disk() {}

    /** Writes a new file and forces it to the disk. */
    static void writeNew(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Writes a new file that has its permissions from the first moment on, where the platform has them. */
    static void writePrivate(Path file, byte[] content, String mode) throws IOException {
        if (Files.getFileAttributeView(file.toAbsolutePath().getParent(), PosixFileAttributeView.class) != null) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
        } else {
            Files.createFile(file);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /**
     * Puts content at a place by way of a temporary file beside it.
     *
     * @param like the file whose owner and permissions the new one gets, or null for the process's defaults
     * @param mode permissions as {@code rwxr-xr-x}, or empty for those of {@code like}
     */
    static void replace(Path file, byte[] content, Path temporary, @Nullable Path like, String mode) throws IOException {
        Files.deleteIfExists(temporary);
        writeNew(temporary, content);
        if (like != null) {
            copyOwner(like, temporary);
        }
        setMode(temporary, mode);
        moveInto(temporary, file);
    }

    static void moveInto(Path temporary, Path file) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            // Some network file systems cannot replace atomically; the journal still knows the former bytes.
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
        forceFolder(file.toAbsolutePath().getParent());
    }

    static String mode(Path file) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view == null ? "" : PosixFilePermissions.toString(view.readAttributes().permissions());
    }

    static void setMode(Path file, String mode) throws IOException {
        if (!mode.isEmpty() && !mode.equals(mode(file))) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        }
    }

    /** Makes the entries of a folder durable where the platform can; Windows cannot and needs no such call. */
    static void forceFolder(@Nullable Path folder) throws IOException {
        if (folder == null || System.getProperty("os.name", "").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Deletes a file or a folder with all it holds, never following a link. */
    static void deleteTree(Path root) throws IOException {
        deleteTree(root, deleted -> {});
    }

    /** @param told how many files are gone, now and then */
    static void deleteTree(Path root, LongConsumer told) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            private long deleted;

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                if (++deleted % 500 == 0) {
                    told.accept(deleted);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Runs something that may fail because a file is not there. */
    static <T> @Nullable T unlessMissing(Callable<T> read) throws IOException {
        try {
            return read.call();
        } catch (NoSuchFileException missing) {
            return null;
        } catch (IOException failure) {
            throw failure;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }

    private static void copyOwner(Path from, Path to) throws IOException {
        PosixFileAttributeView source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (source == null || target == null) {
            return;
        }
        PosixFileAttributes wanted = source.readAttributes();
        PosixFileAttributes actual = target.readAttributes();
        if (!wanted.owner().equals(actual.owner())) {
            target.setOwner(wanted.owner());
        }
        if (!wanted.group().equals(actual.group())) {
            target.setGroup(wanted.group());
        }
    }
}
