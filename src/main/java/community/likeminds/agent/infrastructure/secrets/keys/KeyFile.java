package community.likeminds.agent.infrastructure.secrets.keys;

import community.likeminds.agent.infrastructure.secrets.KeyProtection;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.ProcessLock;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A file with one {@code NAME:BASE64} a line, the current key first; made with one key when it may be and is not there. It is read again when it has
 * changed, so that all processes use a new key at once.
 */
final class KeyFile implements KeySource {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Supplier<Path> place;
    private final boolean make;
    private volatile @Nullable Known known;

    /** @param stamp what tells the file from the one that takes its place */
    private record Known(Stamp stamp, KeyRing ring) {}

    private record Stamp(FileTime changed, long size, @Nullable Object file) {}

    KeyFile(Supplier<Path> place, boolean make) {
        this.place = place;
        this.make = make;
    }

    @Override
    public KeyRing get() {
        Path file = place.get();
        try {
            if (make && Files.notExists(file)) {
                create(file);
            }
            Stamp stamp = stamp(file);
            Known last = known;
            if (last == null || !last.stamp().equals(stamp)) {
                requirePrivate(file);
                last = new Known(stamp, read(file));
                known = last;
            }
            return last.ring();
        } catch (IOException failure) {
            throw unusable(file, "read", failure);
        }
    }

    private static Stamp stamp(Path file) throws IOException {
        BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(about.lastModifiedTime(), about.size(), about.fileKey());
    }

    private static KeyRing read(Path file) throws IOException {
        return KeyRing.of(
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList(),
                "The file " + file);
    }

    @Override
    public KeyProtection.NewKey add() {
        return new KeyProtection.NewKey(change(KeyRing::withNew).current(), "");
    }

    @Override
    public boolean remove(String id) {
        change(ring -> ring.without(id));
        return true;
    }

    /** One process at a time; written aside and moved into place, so that nobody reads half a file. */
    private KeyRing change(UnaryOperator<KeyRing> change) {
        get();
        Path file = place.get();
        try (ProcessLock lock = ProcessLock.tryAcquire(file.resolveSibling(file.getFileName() + ".lock")).orElseThrow(() -> busy(file))) {
            KeyRing changed = lock.isOpen() ? change.apply(read(file)) : read(file);
            KeyFileWriter.replace(file, changed);
            return changed;
        } catch (IOException failure) {
            throw unusable(file, "changed", failure);
        }
    }

    private static AgentException busy(Path file) {
        return new AgentException(
                AgentException.Kind.CONFLICT, "secrets-key-file-busy", "Another process is changing the keys in " + file + ".", "Try again in a moment.");
    }

    private static AgentException unusable(Path file, String done, IOException cause) {
        return new AgentException(
                AgentException.Kind.UNAVAILABLE,
                "secrets-key-file-unreadable",
                "The file with the keys, " + file + ", cannot be " + done + ".",
                "See that it is there and that only the user who runs this program may read it.",
                cause);
    }

    /** Written aside and linked into place, so that of two processes that start at once one wins and nobody reads half a file. */
    private static void create(Path file) throws IOException {
        FileAttribute<?>[] attributes = posix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        Path aside = Files.createTempFile(file.toAbsolutePath().getParent(), "keys", ".new", attributes);
        try {
            KeyFileWriter.write(aside, KeyRing.first());
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException another) {
            // Another process was faster; its key is the one.
            return;
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void requirePrivate(Path file) throws IOException {
        if (posix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            boolean others = permissions.stream().anyMatch(permission -> permission.name().startsWith("OTHERS_"));
            boolean groupWrites = permissions.contains(PosixFilePermission.GROUP_WRITE);
            if (others || groupWrites) {
                throw AgentException.badInput(
                        "secrets-key-file-open",
                        "The file with the keys, " + file + ", can be read by others.",
                        "Take their permissions away: chmod 600 " + file);
            }
        }
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
