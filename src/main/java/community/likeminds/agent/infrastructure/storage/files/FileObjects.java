package community.likeminds.agent.infrastructure.storage.files;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.infrastructure.storage.StoredObjects;
import community.likeminds.agent.infrastructure.storage.objects.Intake;
import community.likeminds.agent.infrastructure.storage.objects.ObjectRules;
import community.likeminds.agent.infrastructure.storage.objects.VerifiedStream;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import community.likeminds.agent.shared.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.io.input.BoundedInputStream;

/** Objects as files: each with its facts in a header of fixed length before its content, written aside and moved into place. */
final class FileObjects implements StoredObjects {

    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private final Path root;
    private final long largest;

    FileObjects(DataFolder folder, long largest) {
        this.root = folder.folder("objects");
        this.largest = largest;
        forgetUnfinished();
    }

    @Override
    public StoredObject put(TenantId tenant, String key, InputStream content, NewObject about) {
        Path file = file(tenant, key);
        try {
            Path aside = Files.createDirectories(root.resolve(".new")).resolve(UUID.randomUUID().toString());
            try {
                Intake taken = write(aside, content, about);
                Files.createDirectories(parent(file));
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return new StoredObject(key, taken.size(), about.contentType(), taken.sha256(), changed(file));
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException failure) {
            throw failed("written", failure);
        }
    }

    private Intake write(Path aside, InputStream content, NewObject about) throws IOException {
        try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.position(ObjectHeader.LENGTH);
            OutputStream to = Channels.newOutputStream(channel);
            Intake taken = Intake.copy(content, to, largest, about);
            channel.position(0);
            to.write(new ObjectHeader(taken.sha256(), taken.size(), about.contentType()).bytes());
            channel.force(true);
            return taken;
        }
    }

    @Override
    public Optional<StoredObject> find(TenantId tenant, String key) {
        Path file = file(tenant, key);
        try (InputStream in = Files.newInputStream(file)) {
            ObjectHeader header = ObjectHeader.read(in);
            return Optional.of(new StoredObject(key, header.size(), header.contentType(), header.sha256(), changed(file)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw failed("read", failure);
        }
    }

    @Override
    public InputStream read(TenantId tenant, String key) {
        InputStream in = open(tenant, key);
        try {
            return new VerifiedStream(in, key, ObjectHeader.read(in).sha256());
        } catch (IOException failure) {
            throw closed(in, failure);
        }
    }

    @Override
    public InputStream read(TenantId tenant, String key, long from, long length) {
        ObjectRules.range(from, length);
        InputStream in = open(tenant, key);
        try {
            if (from >= ObjectHeader.read(in).size()) {
                in.close();
                return new ByteArrayInputStream(new byte[0]);
            }
            in.skipNBytes(from);
            return BoundedInputStream.builder().setInputStream(in).setMaxCount(length).get();
        } catch (IOException failure) {
            throw closed(in, failure);
        }
    }

    private InputStream open(TenantId tenant, String key) {
        try {
            return Files.newInputStream(file(tenant, key));
        } catch (NoSuchFileException none) {
            throw ObjectRules.unknown(key);
        } catch (IOException failure) {
            throw failed("read", failure);
        }
    }

    private AgentException closed(InputStream in, IOException failure) {
        try {
            in.close();
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
        return failed("read", failure);
    }

    @Override
    public List<Listed> list(TenantId tenant, String prefix, String after, int most) {
        ObjectRules.page(most);
        Path own = root.resolve(tenant.value());
        Path from = prefix.isEmpty() ? own : ObjectName.folderOf(own, ObjectRules.key(prefix + "x").substring(0, prefix.length()));
        if (!Files.isDirectory(from)) {
            return List.of();
        }
        Predicate<String> wanted = key -> key.startsWith(prefix) && (after.isEmpty() || ObjectRules.ORDER.compare(key, after) > 0);
        try (Stream<Path> files = Files.walk(from)) {
            return files.filter(file -> file.toString().endsWith("~"))
                    .map(file -> new Listed(ObjectName.key(own, file), Math.max(0, file.toFile().length() - ObjectHeader.LENGTH)))
                    .filter(listed -> wanted.test(listed.key()))
                    .sorted((one, other) -> ObjectRules.ORDER.compare(one.key(), other.key()))
                    .limit(most)
                    .toList();
        } catch (IOException failure) {
            throw failed("read", failure);
        }
    }

    @Override
    public void delete(TenantId tenant, String key) {
        try {
            Files.deleteIfExists(file(tenant, key));
        } catch (IOException failure) {
            throw failed("written", failure);
        }
    }

    @Override
    public Optional<URI> link(TenantId tenant, String key, Duration valid) {
        ObjectRules.link(valid);
        ObjectRules.key(key);
        return Optional.empty();
    }

    private Path file(TenantId tenant, String key) {
        return ObjectName.of(root.resolve(tenant.value()), ObjectRules.key(key));
    }

    private static Path parent(Path file) {
        return java.util.Objects.requireNonNull(file.getParent());
    }

    private static Instant changed(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** What a killed process has begun to write is nobody's. */
    private void forgetUnfinished() {
        Path folder = root.resolve(".new");
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant old = Instant.now().minus(LEFT_BEHIND);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException anotherProcessWasFaster) {
            return;
        } catch (IOException failure) {
            throw failed("read", failure);
        }
    }

    private AgentException failed(String what, IOException failure) {
        return new AgentException(
                Kind.UNAVAILABLE,
                "objects-unusable",
                "The folder " + root + " cannot be " + what + ": " + failure.getMessage() + ".",
                "Check its permissions and the free space.",
                failure);
    }
}
