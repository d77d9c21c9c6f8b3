package community.likeminds.agent.infrastructure.storage.backup;

import community.likeminds.agent.infrastructure.storage.StoredObjects.NewObject;
import community.likeminds.agent.infrastructure.storage.objects.Intake;
import community.likeminds.agent.shared.Progress;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes a data folder that nobody else uses into a file. */
final class BackupWriter {

    /** Locks belong to processes, and the cache can be made again. */
    private static final Set<String> LEFT_OUT = Set.of("locks", "cache");

    private static final NewObject ANY = NewObject.of("application/octet-stream");

    private final Path data;
    private final Progress progress;
    private final Map<String, Manifest.Part> parts = new TreeMap<>();

    BackupWriter(Path data, Progress progress) {
        this.data = data;
        this.progress = progress;
    }

    Manifest write(Path target, HeldDatabase database) throws IOException, SQLException {
        List<Path> files = files();
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel), StandardCharsets.UTF_8)) {
            if (database.there()) {
                database(zip, target.resolveSibling(target.getFileName() + ".db"), database);
            }
            for (int i = 0; i < files.size(); i++) {
                String name = name(files.get(i));
                progress.report("Saving files", i, files.size(), name);
                try (InputStream in = Files.newInputStream(files.get(i))) {
                    add(zip, name, in);
                }
            }
            Manifest manifest = new Manifest(Manifest.FORMAT, Instant.now().toString(), parts);
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(JsonMapper.builder().build().writeValueAsBytes(manifest));
            zip.closeEntry();
            zip.finish();
            channel.force(true);
            return manifest;
        }
    }

    private void database(ZipOutputStream zip, Path copy, HeldDatabase database) throws IOException, SQLException {
        progress.report("Saving the database", 0, 0, "");
        try {
            database.copyTo(copy);
            try (ZipInputStream in = new ZipInputStream(Files.newInputStream(copy))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (entry.getName().endsWith(".mv.db")) {
                        add(zip, HeldDatabase.FILE, in);
                        return;
                    }
                }
            }
            throw new FileNotFoundException("the database has written no copy of itself");
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void add(ZipOutputStream zip, String name, InputStream in) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Intake taken = Intake.copy(in, zip, Long.MAX_VALUE, ANY);
        zip.closeEntry();
        parts.put(name, new Manifest.Part(taken.size(), taken.sha256()));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            List<Path> files = all.filter(path -> !Files.isDirectory(path)).filter(this::kept).sorted().toList();
            for (Path file : files) {
                if (!Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                    throw new IOException(file + " is neither a file nor a folder");
                }
            }
            return files;
        }
    }

    private boolean kept(Path file) {
        String name = name(file);
        String top = name.substring(0, Math.max(0, name.indexOf('/')));
        return !LEFT_OUT.contains(top)
                // Its copy is consistent; what stands beside it while it is upgraded belongs to it.
                && !name.startsWith("db/agent.")
                && !name.startsWith("objects/.new/")
                // Lucene makes it anew and holds it while it writes.
                && !name.endsWith("/write.lock");
    }

    private String name(Path file) {
        return data.relativize(file).toString().replace('\\', '/');
    }
}
