package community.likeminds.agent.infrastructure.secrets.keys;

import community.likeminds.agent.infrastructure.secrets.AesGcm;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;

/** A file with one {@code NAME:BASE64} a line, the current key first; made with one key when it may be and is not there. */
final class KeyFile implements Supplier<KeyRing> {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Supplier<Path> place;
    private final boolean make;

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
            requirePrivate(file);
            return KeyRing.of(
                    Files.readAllLines(file).stream()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .toList(),
                    "The file " + file);
        } catch (IOException failure) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "secrets-key-file-unreadable",
                    "The file with the keys, " + file + ", cannot be read.",
                    "See that it is there and that only the user who runs this program may read it.",
                    failure);
        }
    }

    /** Written aside and linked into place, so that of two processes that start at once one wins and nobody reads half a file. */
    private static void create(Path file) throws IOException {
        FileAttribute<?>[] attributes = posix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        Path aside = Files.createTempFile(file.toAbsolutePath().getParent(), "keys", ".new", attributes);
        try {
            String key = "k1:" + Base64.getEncoder().encodeToString(AesGcm.random(32));
            Files.writeString(
                    aside,
                    "# Protects what is kept encrypted. Back it up apart from the data; without it those values are lost.\n" + key + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.SYNC);
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
