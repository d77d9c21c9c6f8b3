package community.likeminds.agent.infrastructure.secrets.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/** Writes key files. */
final class KeyFileWriter {

    private static final String HEAD = "# Protects what is kept encrypted. Back it up apart from the data; without it those values are lost.\n";

    private KeyFileWriter() {}

    /** Into a file that is there already, so that its permissions hold from the first byte on. */
    static void write(Path file, KeyRing ring) throws IOException {
        Files.writeString(
                file, HEAD + String.join("\n", ring.entries()) + "\n", StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
    }

    /** The new file has the owner and the permissions of the one before, whoever writes it. */
    static void replace(Path file, KeyRing ring) throws IOException {
        Path target = file.toRealPath();
        // A temporary file is its owner's only.
        Path aside = Files.createTempFile(target.getParent(), "keys", ".new");
        try {
            write(aside, ring);
            PosixFileAttributeView view = Files.getFileAttributeView(target, PosixFileAttributeView.class);
            if (view != null) {
                PosixFileAttributes before = view.readAttributes();
                PosixFileAttributeView after = Files.getFileAttributeView(aside, PosixFileAttributeView.class);
                if (!after.readAttributes().owner().equals(before.owner())) {
                    after.setOwner(before.owner());
                }
                if (!after.readAttributes().group().equals(before.group())) {
                    after.setGroup(before.group());
                }
                after.setPermissions(before.permissions());
            }
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
