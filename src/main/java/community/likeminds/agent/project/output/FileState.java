package community.likeminds.agent.project.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What stands at a place: nothing, a file of these bytes, or something that is no file.
 *
 * @param hash SHA-256 of the content, {@code absent}, or {@code other} for a folder or a link
 * @param mode permissions as {@code rw-r--r--}, or empty where there are none
 */
record FileState(String hash, String mode) {

    static final FileState ABSENT = new FileState("absent", "");
    private static final FileState OTHER = new FileState("other", "");

    static FileState of(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return ABSENT;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return OTHER;
        }
        try {
            return new FileState(hash(Files.readAllBytes(file)), Disk.mode(file));
        } catch (NoSuchFileException vanished) {
            return ABSENT;
        }
    }

    static FileState parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? new FileState(text, "") : new FileState(text.substring(0, colon), text.substring(colon + 1));
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    boolean absent() {
        return hash.equals(ABSENT.hash);
    }

    boolean other() {
        return hash.equals(OTHER.hash);
    }

    boolean sameContent(FileState that) {
        return hash.equals(that.hash);
    }

    @Override
    public String toString() {
        return mode.isEmpty() ? hash : hash + ":" + mode;
    }
}
