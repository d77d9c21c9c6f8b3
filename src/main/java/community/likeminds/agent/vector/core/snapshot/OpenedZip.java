package community.likeminds.agent.vector.core.snapshot;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.core.CollectionId;
import community.likeminds.agent.vector.core.Counts;
import community.likeminds.agent.vector.core.Entry;
import community.likeminds.agent.vector.core.Group;
import community.likeminds.agent.vector.core.Snapshots;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.VectorSet;
import community.likeminds.agent.vector.core.VectorStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A snapshot whose checksums are right. */
final class OpenedZip implements Snapshots.Opened {

    private static final int LARGEST_MANIFEST = 64 << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private OpenedZip(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    static OpenedZip open(Space space, Path file, Progress progress) throws IOException {
        ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        try {
            OpenedZip opened = new OpenedZip(file, zip, manifest(file, zip));
            opened.requireKnown(space);
            opened.verify(progress);
            return opened;
        } catch (IOException | RuntimeException failure) {
            zip.close();
            throw failure;
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw AgentException.badInput(
                    "snapshot-other",
                    "The file " + file + " is no snapshot: it has no " + Manifest.NAME + ".",
                    "Name a file that likeminds sources snapshot has made.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return JSON.readValue(in.readNBytes(LARGEST_MANIFEST), Manifest.class);
        } catch (JacksonException invalid) {
            throw SnapshotErrors.damaged(file, "its manifest is not JSON");
        }
    }

    private void requireKnown(Space space) {
        if (manifest.format() > Manifest.FORMAT || manifest.spaceVersion() > space.version()) {
            throw AgentException.badInput(
                    "snapshot-newer",
                    "The snapshot " + file + " was made by a newer version of this program.",
                    "Update this installation, then restore it again.");
        }
        if (manifest.format() < 1 || !manifest.space().equals(space.name())) {
            throw AgentException.badInput(
                    "snapshot-other",
                    "The snapshot " + file + " holds no " + space.name() + ".",
                    "Name a file that likeminds sources snapshot has made.");
        }
        if (manifest.spaceVersion() < space.version()) {
            throw AgentException.badInput(
                    "snapshot-older",
                    "The snapshot " + file + " was made by a version of this program that stored documents in another way.",
                    "Ingest the sources again.");
        }
    }

    private void verify(Progress progress) throws IOException {
        long done = 0;
        long all = manifest.parts().values().stream().mapToLong(Manifest.Part::size).sum();
        for (Map.Entry<String, Manifest.Part> part : manifest.parts().entrySet()) {
            progress.report("Checking the snapshot", done, all, part.getKey());
            verify(part.getKey(), part.getValue());
            done += part.getValue().size();
        }
        for (Manifest.Collection collection : manifest.collections()) {
            if (!manifest.parts().containsKey(collection.part())) {
                throw SnapshotErrors.damaged(file, "it lacks the source " + collection.source());
            }
        }
    }

    private void verify(String name, Manifest.Part part) throws IOException {
        MessageDigest digest = SnapshotWriter.sha256();
        long size = 0;
        try (InputStream in = part(name)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0 && size <= part.size(); read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        if (size != part.size() || !HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
            throw SnapshotErrors.damaged(file, name + " is not what was written");
        }
    }

    private InputStream part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw SnapshotErrors.damaged(file, name + " is missing");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public List<String> sources() {
        return manifest.collections().stream().map(Manifest.Collection::source).toList();
    }

    @Override
    public String attachment(String name) {
        String part = ZipSnapshots.attachment(name);
        if (!manifest.parts().containsKey(part)) {
            return "";
        }
        try (InputStream in = part(part)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw SnapshotErrors.unreadable(file, failure);
        }
    }

    @Override
    public Counts restore(VectorStore store, TenantId tenant, String source) {
        Manifest.Collection held = manifest.collections().stream()
                .filter(one -> one.source().equals(source))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The snapshot has no source '" + source + "'."));
        Map<String, SortedMap<Integer, Entry>> groups = new LinkedHashMap<>();
        Map<String, Map<String, float[]>> vectors = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(part(held.part()), StandardCharsets.UTF_8))) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                Line line = JSON.readValue(text, Line.class);
                groups.computeIfAbsent(line.group(), group -> new TreeMap<>()).put(line.number(), line.entry());
                if (!line.vector().isEmpty()) {
                    vectors.computeIfAbsent(line.model(), model -> new HashMap<>()).put(line.hash(), line.floats());
                }
            }
        } catch (IOException failure) {
            throw SnapshotErrors.unreadable(file, failure);
        }
        CollectionId collection = new CollectionId(tenant, source);
        List<Group> all = groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), List.copyOf(group.getValue().values())))
                .toList();
        List<VectorSet> sets = new ArrayList<>();
        vectors.forEach((model, byHash) -> sets.add(new VectorSet(model, byHash)));
        store.replaceAll(collection, all, sets.isEmpty() ? VectorSet.none("") : sets.getFirst());
        sets.stream().skip(1).forEach(more -> store.putVectors(collection, more));
        return new Counts(held.entries(), held.vectors());
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException failure) {
            throw SnapshotErrors.unreadable(file, failure);
        }
    }
}
