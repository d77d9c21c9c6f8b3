package community.likeminds.agent.agents.documentation.codebases;

import community.likeminds.agent.infrastructure.storage.JsonRecords;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is known of every codebase that was indexed. */
@Component
class CodebaseRecords {

    private static final String COLLECTION = "codebases";

    private final JsonRecords records;

    CodebaseRecords(JsonRecords records) {
        this.records = records;
    }

    /**
     * @param files hashes of the files that the index holds, by path
     * @param indexedAt ISO 8601
     */
    record Known(String name, String location, String version, Map<String, String> files, String indexedAt) {
        Known {
            files = new TreeMap<>(files);
        }

        Instant time() {
            return Instant.parse(indexedAt);
        }
    }

    Optional<Known> find(TenantId tenant, String name) {
        return records.get(tenant, COLLECTION, id(name), Known.class);
    }

    List<Known> list(TenantId tenant) {
        return records.list(tenant, COLLECTION, Known.class).stream().sorted(Comparator.comparing(Known::name)).toList();
    }

    void put(TenantId tenant, Known known) {
        records.put(tenant, COLLECTION, id(known.name()), known);
    }

    static AgentException unknown(String name) {
        return AgentException.notFound("code-unknown", "There is no codebase called '" + name + "'.", "See the names with: likeminds code list.");
    }

    void delete(TenantId tenant, String name) {
        records.delete(tenant, COLLECTION, id(name));
    }

    /** Names may be longer than ids. */
    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
