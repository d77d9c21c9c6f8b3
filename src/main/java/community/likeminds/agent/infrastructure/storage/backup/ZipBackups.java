package community.likeminds.agent.infrastructure.storage.backup;

import community.likeminds.agent.infrastructure.storage.Backups;
import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

@Component
class ZipBackups implements Backups {

    private final Path data;
    private final Environment environment;

    ZipBackups(DataFolder folder, Environment environment) {
        this.data = folder.root();
        this.environment = environment;
    }

    @Override
    public Result save(Path file, Progress progress) {
        refuseShared();
        Path target = file.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw new AgentException(
                    Kind.CONFLICT, "backup-exists", "There is a file " + target + " already.", "Name another one, or remove it.");
        }
        if (target.startsWith(data) || !Files.isDirectory(data)) {
            throw AgentException.badInput(
                    "backup-not-possible",
                    Files.isDirectory(data) ? "The file " + target + " lies in the data folder itself." : "There is no data folder " + data + ".",
                    "Name a file outside of it, and with --data the folder that is to be saved.");
        }
        Path aside = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
        try (HeldDatabase held = HeldDatabase.of(data)) {
            try {
                Manifest manifest = new BackupWriter(data, progress).write(aside, held);
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
                return result(manifest);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException failure) {
            throw BackupErrors.unwritable(target, failure);
        } catch (SQLException failure) {
            throw BackupErrors.unwritable(target, new IOException(failure));
        }
    }

    @Override
    public Result restore(Path file, boolean replace, Progress progress) {
        refuseShared();
        boolean used = used();
        if (used && !replace) {
            throw new AgentException(
                    Kind.CONFLICT,
                    "data-folder-used",
                    "The data folder " + data + " holds something already.",
                    "Replace it with --replace, or name another folder with --data.");
        }
        Path stage = data.resolveSibling(data.getFileName() + ".restored-" + UUID.randomUUID());
        try {
            Files.createDirectories(stage);
            Manifest manifest = new BackupReader(file.toAbsolutePath().normalize(), progress).unpack(stage);
            // Opened once, to see that it is a database; what that leaves behind is of no use.
            HeldDatabase.of(stage).close();
            HeldDatabase.of(data).close();
            replace(stage);
            return result(manifest);
        } catch (IOException failure) {
            throw BackupErrors.unwritable(data, failure);
        } finally {
            delete(stage);
        }
    }

    /** Two renames: whoever is killed between them finds the former folder and the restored one, each as a whole, beside its place. */
    private void replace(Path stage) throws IOException {
        Path former = data.resolveSibling(data.getFileName() + ".before-" + UUID.randomUUID());
        boolean there = Files.exists(data);
        if (there) {
            Files.move(data, former, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(stage, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            if (there) {
                Files.move(former, data, StandardCopyOption.ATOMIC_MOVE);
            }
            throw failure;
        }
        delete(former);
    }

    private boolean used() {
        if (!Files.isDirectory(data)) {
            return false;
        }
        try (Stream<Path> content = Files.list(data)) {
            return content.findAny().isPresent();
        } catch (IOException failure) {
            throw BackupErrors.unwritable(data, failure);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException failure) {
            throw BackupErrors.unwritable(folder, failure);
        }
    }

    private Result result(Manifest manifest) {
        return new Result(data.toString(), manifest.files().size(), manifest.bytes(), manifest.madeAt());
    }

    /** A file with half of an installation would be worse than none. */
    private void refuseShared() {
        shared("likeminds.storage.relational", "postgresql", "pg_dump and pg_restore");
        shared("likeminds.storage.documents", "mongodb", "mongodump and mongorestore");
        shared("likeminds.storage.objects", "s3", "versions or a replica of the bucket");
        shared("likeminds.vectors.store", "chroma", "a copy of the folder that the Chroma server keeps its data in");
    }

    private void shared(String property, String value, String tools) {
        if (value.equals(environment.getProperty(property))) {
            throw new AgentException(
                    Kind.CONFLICT,
                    "backup-shared",
                    "A part of what is kept is not in the data folder, because " + property + " is " + value + ".",
                    "Use " + tools + " for that store, and save the folder " + data + " with the tools that you save files with.");
        }
    }
}
