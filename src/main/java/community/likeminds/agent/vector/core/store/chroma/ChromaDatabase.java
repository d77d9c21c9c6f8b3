package community.likeminds.agent.vector.core.store.chroma;

import community.likeminds.agent.vector.core.store.chroma.ChromaHttp.Answer;
import community.likeminds.agent.vector.core.store.chroma.ChromaHttp.Repeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The collections of one space of one tenant. */
final class ChromaDatabase {

    private static final int PAGE = 500;

    /** Above the server's defaults, for recall. */
    private static final int CONSTRUCTION = 200;

    private static final int SEARCH = 200;

    private final ChromaHttp http;
    private final String tenant;
    private final String database;
    private volatile boolean known;

    /** @param tenant as the server calls it, like the database at least 3 letters, digits or hyphens */
    ChromaDatabase(ChromaHttp http, String tenant, String database) {
        this.http = http;
        this.tenant = tenant;
        this.database = database;
    }

    /** What a collection's vectors are compared by. */
    enum Distance {
        COSINE,
        /** Squared Euclidean. */
        L2
    }

    private String databases() {
        return "/tenants/" + tenant + "/databases";
    }

    private String path() {
        return databases() + "/" + database + "/collections";
    }

    /** All of them; none when nothing was ever stored. */
    List<ChromaCollection> collections() {
        http.batchSize();
        List<ChromaCollection> all = new ArrayList<>();
        while (true) {
            Answer answer = http.get(path() + "?limit=" + PAGE + "&offset=" + all.size());
            if (answer.notFound()) {
                return List.of();
            }
            int before = all.size();
            for (JsonNode one : answer.body()) {
                all.add(ChromaCollection.of(one));
            }
            if (all.size() - before < PAGE) {
                return all;
            }
        }
    }

    Optional<ChromaCollection> find(String name) {
        Answer answer = http.get(path() + "/" + name);
        return answer.notFound() ? Optional.empty() : Optional.of(ChromaCollection.of(answer.body()));
    }

    /** Makes a collection; empty when there is one of that name. */
    Optional<ChromaCollection> create(String name, Map<String, ?> metadata, Distance distance) {
        Map<String, ?> graph = Map.of("space", space(distance), "ef_construction", CONSTRUCTION, "ef_search", SEARCH);
        return create(Map.of("name", name, "metadata", metadata, "configuration", Map.of("hnsw", graph)));
    }

    /** Makes a collection for cosines with what else the server takes for good; the name must be new. */
    ChromaCollection createPlain(String name) {
        Map<String, ?> graph = Map.of("space", space(Distance.COSINE));
        return create(Map.of("name", name, "configuration", Map.of("hnsw", graph))).orElseThrow();
    }

    private Optional<ChromaCollection> create(Map<String, ?> body) {
        ensure();
        Answer answer = http.post(path(), body, Repeat.ONCE);
        return answer.conflict() ? Optional.empty() : Optional.of(ChromaCollection.of(answer.body()));
    }

    private static String space(Distance distance) {
        return distance.name().toLowerCase(Locale.ROOT);
    }

    private void ensure() {
        if (!known) {
            http.batchSize();
            // Both answer with a conflict when the name is taken, which is as good.
            http.post("/tenants", Map.of("name", tenant), Repeat.IDEMPOTENT);
            http.post(databases(), Map.of("name", database), Repeat.IDEMPOTENT);
            known = true;
        }
    }

    /** Puts metadata in the place of what is there, in one step. */
    void update(ChromaCollection collection, Map<String, ?> metadata) {
        http.put(path() + "/" + collection.id(), Map.of("new_metadata", metadata));
    }

    void rename(ChromaCollection collection, String name) {
        http.put(path() + "/" + collection.id(), Map.of("new_name", name));
    }

    /** Deletes by name; nothing happens when there is none. */
    void delete(String name) {
        http.delete(path() + "/" + name);
    }

    ChromaRecords records(ChromaCollection collection) {
        return new ChromaRecords(http, path() + "/" + collection.id());
    }
}
