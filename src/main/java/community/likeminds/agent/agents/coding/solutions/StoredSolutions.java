package community.likeminds.agent.agents.coding.solutions;

import community.likeminds.agent.infrastructure.storage.StoredDocuments;
import community.likeminds.agent.infrastructure.storage.StoredDocuments.NewDocument;
import community.likeminds.agent.infrastructure.storage.StoredDocuments.Page;
import community.likeminds.agent.infrastructure.storage.StoredDocuments.Query;
import community.likeminds.agent.infrastructure.storage.StoredDocuments.StoredDocument;
import community.likeminds.agent.infrastructure.storage.StoredObjects;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents; what is large is an object that its document names. What earlier versions kept as records moves when its tenant is first served. */
@Component
class StoredSolutions implements SolutionDocuments {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Label with the key of the object that holds the body. */
    private static final String OBJECT = "object";

    private static final int LARGEST_BODY = 1_000_000;
    private static final int LONGEST_LABEL = 200;
    private static final int PAGE = 50;

    private final StoredDocuments documents;
    private final StoredObjects objects;
    private final FormerRecords former;

    StoredSolutions(StoredDocuments documents, StoredObjects objects, FormerRecords former) {
        this.documents = documents;
        this.objects = objects;
        this.former = former;
    }

    @Override
    public void put(TenantId tenant, String collection, String id, Map<String, String> labels, Object body) {
        former.move(tenant, this);
        @Nullable String before = objectOf(tenant, collection, id);
        JsonNode tree = JSON.valueToTree(body);
        String text = JSON.writeValueAsString(tree);
        Map<String, String> shortened = new LinkedHashMap<>();
        labels.forEach((name, value) -> shortened.put(name, shortened(value)));
        if (text.length() > LARGEST_BODY) {
            String key = "solutions/" + collection + "/" + UUID.randomUUID() + ".json";
            objects.put(
                    tenant, key, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), StoredObjects.NewObject.of("application/json"));
            shortened.put(OBJECT, key);
            tree = JSON.createObjectNode();
        }
        documents.put(tenant, collection, new NewDocument(id, shortened, tree));
        // The object before goes last: whoever read the former document can still read what it names until now.
        if (before != null) {
            objects.delete(tenant, before);
        }
    }

    @Override
    public <T> Optional<T> get(TenantId tenant, String collection, String id, Class<T> type) {
        former.move(tenant, this);
        return documents.get(tenant, collection, id, JsonNode.class).map(document -> body(tenant, document, type));
    }

    @Override
    public <T> List<T> list(TenantId tenant, String collection, Map<String, String> labels, Class<T> type) {
        former.move(tenant, this);
        Map<String, String> wanted = new LinkedHashMap<>();
        labels.forEach((name, value) -> wanted.put(name, shortened(value)));
        List<T> found = new ArrayList<>();
        @Nullable String after = null;
        do {
            Page<JsonNode> page = documents.find(tenant, collection, new Query(wanted, after, PAGE), JsonNode.class);
            page.documents().forEach(document -> found.add(body(tenant, document, type)));
            after = page.next();
        } while (after != null);
        return List.copyOf(found);
    }

    @Override
    public boolean delete(TenantId tenant, String collection, String id) {
        former.move(tenant, this);
        @Nullable String object = objectOf(tenant, collection, id);
        boolean deleted = documents.delete(tenant, collection, id);
        if (object != null) {
            objects.delete(tenant, object);
        }
        return deleted;
    }

    private @Nullable String objectOf(TenantId tenant, String collection, String id) {
        return documents.get(tenant, collection, id, JsonNode.class).map(document -> document.labels().get(OBJECT)).orElse(null);
    }

    private <T> T body(TenantId tenant, StoredDocument<JsonNode> document, Class<T> type) {
        @Nullable String object = document.labels().get(OBJECT);
        if (object == null) {
            return JSON.treeToValue(document.body(), type);
        }
        try (InputStream content = objects.read(tenant, object)) {
            return JSON.readValue(content.readAllBytes(), type);
        } catch (IOException damaged) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE, "document-unreadable", "The content of '" + document.id() + "' cannot be read from the store of objects.",
                    "See that the store is there; bring the content back from a backup otherwise.", damaged);
        }
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_LABEL ? value : UUID.nameUUIDFromBytes(value.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
