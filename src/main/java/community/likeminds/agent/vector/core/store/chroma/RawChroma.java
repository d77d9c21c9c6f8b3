package community.likeminds.agent.vector.core.store.chroma;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** A collection of bare vectors with the server's own settings, gone when closed; there to be compared with. */
public final class RawChroma implements AutoCloseable {

    private static final int BATCH = 2000;

    private final ChromaHttp http;
    private final ChromaDatabase database;
    private final ChromaCollection collection;

    public RawChroma(URI url) {
        this.http = new ChromaHttp(ChromaSettings.of(url, "bench", ""));
        this.database = new ChromaDatabase(http, "likeminds-bench", "vectors");
        this.collection = database.createPlain("bench-" + UUID.randomUUID());
    }

    /** Stores vectors under their numbers. */
    public void add(List<float[]> vectors, LongConsumer progress) {
        ChromaRecords records = database.records(collection);
        for (int from = 0; from < vectors.size(); from += BATCH) {
            progress.accept(from);
            List<ChromaRecords.Row> rows = new ArrayList<>();
            for (int number = from; number < Math.min(vectors.size(), from + BATCH); number++) {
                rows.add(new ChromaRecords.Row(Integer.toString(number), vectors.get(number), "", Map.of("number", number)));
            }
            records.upsert(rows, () -> {});
        }
    }

    /** Numbers of the nearest vectors. */
    public Set<Integer> nearest(float[] question, int size) {
        return database.records(collection).nearest(question, size, Map.of()).keySet().stream()
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        database.delete(collection.name());
        http.close();
    }
}
