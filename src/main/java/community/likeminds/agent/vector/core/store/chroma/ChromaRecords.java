package community.likeminds.agent.vector.core.store.chroma;

import community.likeminds.agent.vector.core.store.chroma.ChromaHttp.Answer;
import community.likeminds.agent.vector.core.store.chroma.ChromaHttp.Repeat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The records of one collection. */
final class ChromaRecords {

    /** Records of a request: some megabytes with their vectors. */
    private static final int BATCH = 500;

    private final ChromaHttp http;
    private final String path;

    ChromaRecords(ChromaHttp http, String path) {
        this.http = http;
        this.path = path;
    }

    /** Of the collection on the server, which no other one ever has. */
    String path() {
        return path;
    }

    /**
     * @param embedding never missing: a record without one breaks the server's collection
     * @param metadata values are texts, whole numbers or truth values
     */
    record Row(String id, float[] embedding, String document, Map<String, ?> metadata) {}

    /** A record without its vector. */
    record Fetched(String id, String document, JsonNode metadata) {}

    /** Writes records, in the place of those with the same ids. */
    void upsert(List<Row> rows, Runnable beforeEachBatch) {
        int batch = Math.min(BATCH, http.batchSize());
        for (int from = 0; from < rows.size(); from += batch) {
            beforeEachBatch.run();
            List<Row> some = rows.subList(from, Math.min(rows.size(), from + batch));
            Map<String, Object> body = new HashMap<>();
            body.put("ids", some.stream().map(Row::id).toList());
            body.put("embeddings", some.stream().map(Row::embedding).toList());
            body.put("metadatas", some.stream().map(Row::metadata).toList());
            if (some.stream().anyMatch(row -> !row.document().isEmpty())) {
                body.put("documents", some.stream().map(Row::document).toList());
            }
            http.post(path + "/upsert", body, Repeat.IDEMPOTENT);
        }
    }

    /** Ids of records, of all when the condition is empty. */
    Set<String> ids(Map<String, ?> where) {
        Map<String, Object> body = new HashMap<>(Map.of("include", List.of()));
        if (!where.isEmpty()) {
            body.put("where", where);
        }
        Set<String> ids = new LinkedHashSet<>();
        post("/get", body).path("ids").forEach(id -> ids.add(id.asString()));
        return ids;
    }

    /** Records with some ids; those that are not there are left out. At most a batch of them. */
    List<Fetched> fetch(Collection<String> ids) {
        JsonNode body = post("/get", Map.of("ids", ids, "include", List.of("documents", "metadatas")));
        List<Fetched> fetched = new ArrayList<>();
        for (int i = 0; i < body.path("ids").size(); i++) {
            fetched.add(new Fetched(
                    body.path("ids").path(i).asString(),
                    body.path("documents").path(i).asString(""),
                    body.path("metadatas").path(i)));
        }
        return fetched;
    }

    /** Vectors by id; those that are not there are left out. */
    Map<String, float[]> vectors(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        JsonNode body = post("/get", Map.of("ids", ids, "include", List.of("embeddings")));
        Map<String, float[]> vectors = new HashMap<>();
        for (int i = 0; i < body.path("ids").size(); i++) {
            JsonNode numbers = body.path("embeddings").path(i);
            float[] vector = new float[numbers.size()];
            for (int n = 0; n < vector.length; n++) {
                vector[n] = numbers.path(n).floatValue();
            }
            vectors.put(body.path("ids").path(i).asString(), vector);
        }
        return vectors;
    }

    /** Distances of the nearest records that meet a condition, by id. */
    Map<String, Double> nearest(float[] vector, int size, Map<String, ?> where) {
        Map<String, Object> body = new HashMap<>();
        if (!where.isEmpty()) {
            body.put("where", where);
        }
        body.put("query_embeddings", List.of(vector));
        body.put("n_results", size);
        body.put("include", List.of("distances"));
        JsonNode found = post("/query", body);
        Map<String, Double> distances = new HashMap<>();
        JsonNode ids = found.path("ids").path(0);
        for (int i = 0; i < ids.size(); i++) {
            distances.put(
                    ids.path(i).asString(), found.path("distances").path(0).path(i).asDouble());
        }
        return distances;
    }

    void delete(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        int batch = Math.min(BATCH, http.batchSize());
        for (int from = 0; from < all.size(); from += batch) {
            http.post(
                    path + "/delete",
                    Map.of("ids", all.subList(from, Math.min(all.size(), from + batch))),
                    Repeat.IDEMPOTENT);
        }
    }

    private JsonNode post(String operation, Map<String, ?> body) {
        Answer answer = http.post(path + operation, body, Repeat.IDEMPOTENT);
        if (answer.notFound()) {
            throw new CollectionGone();
        }
        return answer.body();
    }

    /** Somebody deleted the collection meanwhile. */
    static final class CollectionGone extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
