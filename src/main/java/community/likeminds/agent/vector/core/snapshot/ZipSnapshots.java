package community.likeminds.agent.vector.core.snapshot;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.vector.core.CollectionId;
import community.likeminds.agent.vector.core.Counts;
import community.likeminds.agent.vector.core.Snapshots;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.VectorStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** {@link Snapshots} as zip files. */
@Component
public class ZipSnapshots implements Snapshots {

    private static final int REPORTED = 500;

    static String attachment(String name) {
        return "attachments/" + name;
    }

    @Override
    public Counts save(VectorStore store, Space space, Contents contents, Path file, Progress progress) {
        if (Files.exists(file)) {
            throw AgentException.badInput(
                    "snapshot-exists", "The file " + file + " exists already.", "Name another file, or delete this one.");
        }
        Path unfinished = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try {
                Counts counts = write(store, space, contents, unfinished, progress);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
                return counts;
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException failure) {
            throw SnapshotErrors.unwritable(file, failure);
        } catch (UncheckedIOException failure) {
            throw SnapshotErrors.unwritable(file, failure);
        }
    }

    private static Counts write(VectorStore store, Space space, Contents contents, Path file, Progress progress)
            throws IOException {
        List<Manifest.Collection> collections = new ArrayList<>();
        try (SnapshotWriter writer = new SnapshotWriter(file)) {
            for (Map.Entry<String, String> attachment : contents.attachments().entrySet()) {
                try (SnapshotWriter.Part part = writer.part(attachment(attachment.getKey()))) {
                    part.text(attachment.getValue());
                }
            }
            for (String source : contents.sources()) {
                String name = "collections/" + collections.size() + ".jsonl";
                try (SnapshotWriter.Part part = writer.part(name)) {
                    collections.add(write(store, new CollectionId(contents.tenant(), source), name, part, progress));
                }
            }
            writer.manifest(new Manifest(
                    Manifest.FORMAT,
                    space.name(),
                    space.version(),
                    Instant.now().toString(),
                    collections,
                    writer.parts()));
        }
        return new Counts(
                collections.stream().mapToInt(Manifest.Collection::entries).sum(),
                collections.stream().mapToInt(Manifest.Collection::vectors).sum());
    }

    private static Manifest.Collection write(
            VectorStore store, CollectionId collection, String name, SnapshotWriter.Part part, Progress progress) {
        AtomicInteger entries = new AtomicInteger();
        AtomicInteger vectors = new AtomicInteger();
        store.read(collection, (stored, model, vector) -> {
            part.line(Line.of(stored, model, vector));
            if (vector != null) {
                vectors.incrementAndGet();
            }
            if (entries.incrementAndGet() % REPORTED == 0) {
                progress.report("Writing the snapshot", entries.get(), 0, collection.source());
            }
        });
        return new Manifest.Collection(collection.source(), name, entries.get(), vectors.get());
    }

    @Override
    public Opened open(Space space, Path file, Progress progress) {
        try {
            return OpenedZip.open(space, file, progress);
        } catch (IOException failure) {
            throw SnapshotErrors.unreadable(file, failure);
        }
    }
}
