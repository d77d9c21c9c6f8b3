package community.likeminds.agent.vector.core.bench;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.core.CollectionId;
import community.likeminds.agent.vector.core.Entry;
import community.likeminds.agent.vector.core.Group;
import community.likeminds.agent.vector.core.Ranking;
import community.likeminds.agent.vector.core.SearchField;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.StoreQuery;
import community.likeminds.agent.vector.core.VectorBenchmarks;
import community.likeminds.agent.vector.core.VectorSet;
import community.likeminds.agent.vector.core.VectorStore;
import community.likeminds.agent.vector.core.store.chroma.RawChroma;
import community.likeminds.agent.vector.core.store.lucene.LuceneVectorStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** {@link VectorBenchmarks} on the very store that the embedded installation uses. */
@Component
class MadeUpVectorBenchmarks implements VectorBenchmarks {

    private static final int FEWEST = 1_000;
    private static final int QUESTIONS = 500;
    private static final int SIZE = 10;
    private static final int BATCH = 10_000;
    private static final long SEED = 20_240_607;
    private static final String MODEL = "made-up";
    private static final double WANTED_RECALL = 0.99;
    private static final double WANTED_RATIO = 3;

    @Override
    public List<Measurement> run(Request request, Progress progress) {
        if (request.vectors() < FEWEST) {
            throw AgentException.badInput(
                    "bench-invalid",
                    "A benchmark of " + request.vectors() + " vectors says nothing.",
                    "Ask for at least " + FEWEST + ".");
        }
        progress.report("Making vectors", 0, request.vectors(), "");
        ClusteredVectors vectors = ClusteredVectors.make(request.vectors(), QUESTIONS, SEED);
        List<int[]> exact = new ArrayList<>();
        for (float[] question : vectors.asked()) {
            progress.report("Searching exactly", exact.size(), QUESTIONS, "");
            exact.add(vectors.exact(question, SIZE));
        }
        List<Measurement> measurements = new ArrayList<>();
        Timed ours = embedded(vectors, exact, measurements, progress);
        if (!request.chroma().isEmpty()) {
            Timed chroma = chroma(URI.create(request.chroma()), vectors, exact, progress);
            compare(measurements, ours, chroma);
        }
        return measurements;
    }

    /**
     * @param seconds to build the index
     * @param measured its searches
     */
    private record Timed(double seconds, Measured measured) {}

    private static void compare(List<Measurement> measurements, Timed ours, Timed chroma) {
        Measured own = ours.measured();
        Measured peer = chroma.measured();
        measurements.add(new Measurement("vectors, recall@10", own.recall(), "", "Chroma", peer.recall(), ""));
        measurements.add(new Measurement("vectors, p50", own.p50(), "ms", "Chroma over HTTP", peer.p50(), ""));
        measurements.add(new Measurement("vectors, p99", own.p99(), "ms", "Chroma over HTTP", peer.p99(), ""));
        measurements.add(new Measurement(
                "vectors, p50 ratio", peer.p50() / own.p50(), "x", "at least", WANTED_RATIO, "times as fast as Chroma"));
        measurements.add(new Measurement("vectors, index built in", ours.seconds(), "s", "Chroma", chroma.seconds(), ""));
    }

    private static Timed embedded(
            ClusteredVectors vectors, List<int[]> exact, List<Measurement> measurements, Progress progress) {
        Path folder = temporary();
        try (LuceneVectorStores stores = new LuceneVectorStores(new DataFolder(folder))) {
            VectorStore store = stores.of(new Space("vectors", 1, Set.of(), Map.of()));
            CollectionId collection = new CollectionId(TenantId.DEFAULT, "made-up");
            long start = System.nanoTime();
            for (int from = 0; from < vectors.stored().size(); from += BATCH) {
                progress.report("Indexing vectors", from, vectors.stored().size(), "Lucene");
                add(store, collection, vectors.stored(), from, Math.min(vectors.stored().size(), from + BATCH));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            progress.report("Searching", 0, QUESTIONS, "Lucene");
            Measured measured = Measured.of(vectors.asked(), exact, question -> nearest(store, question));
            String note = "%,d vectors of %d dimensions, %d questions, seed %d"
                    .formatted(vectors.stored().size(), vectors.stored().getFirst().length, QUESTIONS, SEED);
            measurements.add(new Measurement(
                    "vectors, recall@10", measured.recall(), "", "at least", WANTED_RECALL, note));
            measurements.add(new Measurement(
                    "vectors, search p50", measured.p50(), "ms", "", Double.NaN, "store, ranking and passages included"));
            measurements.add(new Measurement("vectors, index built in", seconds, "s", "", Double.NaN, "in batches of " + BATCH));
            measurements.add(new Measurement("vectors, index size", size(folder) / 1e6, "MB", "", Double.NaN, "on disk, mapped when searched"));
            measurements.add(new Measurement(
                    "vectors, heap", heap() / 1e6, "MB", "", Double.NaN, "after a collection, the made-up vectors included"));
            return new Timed(seconds, measured);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            remove(folder);
        }
    }

    private static void add(VectorStore store, CollectionId collection, List<float[]> vectors, int from, int to) {
        List<Entry> entries = new ArrayList<>();
        Map<String, float[]> byHash = new HashMap<>();
        for (int number = from; number < to; number++) {
            String name = "v" + number;
            entries.add(new Entry(Map.of(SearchField.BODY, name), Map.of(), name, name, Integer.toString(number)));
            byHash.put(name, vectors.get(number));
        }
        store.replace(collection, List.of(new Group("from " + from, entries)), new VectorSet(MODEL, byHash));
    }

    private static Set<Integer> nearest(VectorStore store, float[] question) {
        StoreQuery query = new StoreQuery(
                TenantId.DEFAULT, "", MODEL, question, StoreQuery.Filter.ALL, SIZE, Ranking.VECTORS);
        return store.search(query).matches().stream()
                .map(match -> Integer.parseInt(match.stored().entry().payload()))
                .collect(Collectors.toSet());
    }

    private static Timed chroma(URI url, ClusteredVectors vectors, List<int[]> exact, Progress progress) {
        try (RawChroma chroma = new RawChroma(url)) {
            long start = System.nanoTime();
            chroma.add(vectors.stored(), done -> progress.report("Indexing vectors", done, vectors.stored().size(), "Chroma"));
            double seconds = (System.nanoTime() - start) / 1e9;
            progress.report("Searching", 0, QUESTIONS, "Chroma");
            return new Timed(
                    seconds, Measured.of(vectors.asked(), exact, question -> chroma.nearest(question, SIZE)));
        }
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("likeminds-vectors");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
