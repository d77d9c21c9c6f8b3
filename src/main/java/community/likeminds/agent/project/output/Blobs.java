package community.likeminds.agent.project.output;

import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Former bytes of files by their hash. What environment files held is encrypted, because it is values of keys. */
final class Blobs {

    /** Checkpoints belong to the machine, not to an organisation. */
    static final TenantId TENANT = TenantId.DEFAULT;

    private static final String SEALED = ".sealed";
    private static final Set<String> LOST = Set.of("secret-unreadable", "secrets-key-unknown");

    private final Path folder;
    private final SecretEncryption encryption;

    Blobs(Path folder, SecretEncryption encryption) {
        this.folder = folder;
        this.encryption = encryption;
    }

    void open() throws IOException {
        Files.createDirectories(folder);
    }

    boolean has(String hash) {
        return Files.exists(folder.resolve(hash)) || Files.exists(folder.resolve(hash + SEALED));
    }

    /**
     * Keeps bytes for good.
     *
     * @param path of the file that held them
     */
    void keep(String path, String hash, byte[] content) throws IOException {
        boolean sealed = environment(path);
        byte[] kept = sealed
                ? encryption.encrypt(TENANT, name(hash), Base64.getEncoder().encodeToString(content)).getBytes(StandardCharsets.US_ASCII)
                : content;
        String name = sealed ? hash + SEALED : hash;
        Disk.replace(folder.resolve(name), kept, folder.resolve(name + ".tmp"), null, "");
    }

    /** The bytes; empty when they are encrypted under a key that is gone. */
    Optional<byte[]> get(String hash) throws IOException {
        Path clear = folder.resolve(hash);
        if (Files.exists(clear)) {
            return Optional.of(Files.readAllBytes(clear));
        }
        String sealed = Files.readString(folder.resolve(hash + SEALED), StandardCharsets.US_ASCII);
        try {
            return Optional.of(Base64.getDecoder().decode(encryption.decrypt(TENANT, name(hash), sealed)));
        } catch (AgentException unreadable) {
            if (LOST.contains(unreadable.code())) {
                return Optional.empty();
            }
            throw unreadable;
        }
    }

    /** Whether a file holds values of this machine. */
    static boolean environment(String path) {
        return path.substring(path.lastIndexOf('/') + 1).startsWith(".env");
    }

    /** Told a hash and the text that is kept for it. */
    interface SealedVisitor {

        void visit(String hash, String text) throws IOException;
    }

    void sealed(SealedVisitor visitor) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.getFileName().toString().endsWith(SEALED)).sorted().toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            visitor.visit(name.substring(0, name.length() - SEALED.length()), Files.readString(file, StandardCharsets.US_ASCII));
        }
    }

    /** False when something else is kept by now. */
    boolean replace(String hash, String former, String text) throws IOException {
        Path file = folder.resolve(hash + SEALED);
        if (!Files.exists(file) || !Files.readString(file, StandardCharsets.US_ASCII).equals(former)) {
            return false;
        }
        Disk.replace(file, text.getBytes(StandardCharsets.US_ASCII), folder.resolve(hash + SEALED + ".tmp"), null, "");
        return true;
    }

    static String name(String hash) {
        return "checkpoint/" + hash;
    }
}
