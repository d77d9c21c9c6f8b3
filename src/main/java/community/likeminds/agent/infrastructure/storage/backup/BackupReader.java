package community.likeminds.agent.infrastructure.storage.backup;

import community.likeminds.agent.infrastructure.storage.StoredObjects.NewObject;
import community.likeminds.agent.infrastructure.storage.objects.Intake;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Unpacks a backup into a folder of its own and verifies every byte of it. */
final class BackupReader {

    private static final NewObject ANY = NewObject.of("application/octet-stream");
    private static final int LONGEST_MANIFEST = 64 * 1024 * 1024;

    private final Path file;
    private final Progress progress;

    BackupReader(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    Manifest unpack(Path stage) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(zip);
            int done = 0;
            for (Map.Entry<String, Manifest.Part> part : new TreeMap<>(manifest.files()).entrySet()) {
                progress.report("Verifying files", done++, manifest.files().size(), part.getKey());
                unpack(zip, part.getKey(), part.getValue(), place(stage, part.getKey()));
            }
            return manifest;
        } catch (ZipException damaged) {
            throw BackupErrors.damaged(file, "it is no whole ZIP file");
        } catch (IOException failure) {
            throw BackupErrors.unreadable(file, failure);
        }
    }

    private Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw BackupErrors.damaged(file, "it has no " + Manifest.NAME);
        }
        Manifest manifest;
        try (InputStream in = zip.getInputStream(entry)) {
            manifest = JsonMapper.builder().build().readValue(in.readNBytes(LONGEST_MANIFEST), Manifest.class);
        } catch (JacksonException unreadable) {
            throw BackupErrors.damaged(file, "its " + Manifest.NAME + " cannot be read");
        }
        if (manifest.format() > Manifest.FORMAT) {
            throw AgentException.badInput(
                    "backup-of-newer-version",
                    "The file " + file + " was made by a newer version of this program.",
                    "Restore it with that version.");
        }
        return manifest;
    }

    private Path place(Path stage, String name) {
        try {
            Path place = stage.resolve(name).normalize();
            if (place.startsWith(stage) && !place.equals(stage) && !Path.of(name).isAbsolute()) {
                return place;
            }
        } catch (InvalidPathException unusable) {
            throw BackupErrors.damaged(file, "it holds a file that cannot be one here");
        }
        throw BackupErrors.damaged(file, "it holds a file that would lie outside of the data folder");
    }

    private void unpack(ZipFile zip, String name, Manifest.Part part, Path place) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw BackupErrors.damaged(file, "it lacks " + name);
        }
        Files.createDirectories(java.util.Objects.requireNonNull(place.getParent()));
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(place, StandardOpenOption.CREATE_NEW)) {
            Intake taken;
            try {
                taken = Intake.copy(in, out, part.size(), ANY);
            } catch (AgentException tooLarge) {
                throw BackupErrors.damaged(file, name + " is larger than it says");
            }
            if (taken.size() != part.size() || !taken.sha256().equals(part.sha256())) {
                throw BackupErrors.damaged(file, name + " has another checksum than it was saved with");
            }
        }
    }
}
