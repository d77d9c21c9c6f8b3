package community.likeminds.agent.infrastructure.storage.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import community.likeminds.agent.infrastructure.storage.StoredDocuments;
import community.likeminds.agent.infrastructure.storage.documents.Cursor;
import community.likeminds.agent.infrastructure.storage.documents.DocumentRules;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import community.likeminds.agent.shared.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Documents in one collection of the server. A body is kept as JSON text, so that what comes back is what was put, to the last digit; what is
 * searched for stands beside it.
 */
final class MongoDocuments implements StoredDocuments, AutoCloseable {

    private static final String TENANT = "tenant";
    private static final String COLLECTION = "collection";
    private static final String ID = "id";
    private static final String VERSION = "version";
    private static final String LABELS = "labels";

    private final MongoErrors errors;
    private final MongoClient client;
    private final MongoCollection<Document> documents;
    private final Clock clock = Clock.systemUTC();

    MongoDocuments(MongoSettings settings) {
        this.errors = new MongoErrors(settings);
        try {
            this.client = MongoClients.create(MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(settings.url()))
                    .applicationName("likeminds")
                    .applyToClusterSettings(cluster ->
                            cluster.serverSelectionTimeout(settings.connectLimit().toMillis(), TimeUnit.MILLISECONDS))
                    .applyToSocketSettings(socket -> socket.connectTimeout(
                                    (int) settings.connectLimit().toMillis(), TimeUnit.MILLISECONDS)
                            .readTimeout((int) settings.answerLimit().toMillis(), TimeUnit.MILLISECONDS))
                    .build());
        } catch (IllegalArgumentException invalid) {
            throw new AgentException(
                    Kind.BAD_INPUT,
                    "mongodb-url-invalid",
                    "likeminds.storage.mongodb.url is not the address of a MongoDB server.",
                    "Set it to something like mongodb://127.0.0.1:27017.",
                    invalid);
        }
        this.documents = client.getDatabase(settings.database()).getCollection("documents");
    }

    /** Makes the indexes; fails when the server cannot be used. */
    void prepare() {
        asked(() -> {
            documents.createIndex(Indexes.compoundIndex(Indexes.ascending(TENANT, COLLECTION), Indexes.descending(VERSION)));
            return documents.createIndex(Indexes.ascending(TENANT, COLLECTION, LABELS));
        });
    }

    /** Fails when the server does not answer. */
    void ask() {
        asked(() -> documents.find().projection(Projections.include(VERSION)).limit(1).into(new ArrayList<>()));
    }

    @Override
    public long put(TenantId tenant, String collection, NewDocument document) {
        String body = DocumentRules.json(collection, document);
        return asked(() -> {
            // Each round that fails is one in which somebody else was faster.
            while (true) {
                long before = version(tenant, collection, document.id());
                long version = next(before);
                if (write(tenant, collection, document, body, before, version)) {
                    return version;
                }
            }
        });
    }

    @Override
    public long put(TenantId tenant, String collection, NewDocument document, long expected) {
        String body = DocumentRules.json(collection, document);
        long version = next(expected);
        if (!asked(() -> write(tenant, collection, document, body, expected, version))) {
            throw DocumentRules.changed(document.id());
        }
        return version;
    }

    /** A deleted document that comes again goes on with greater versions, as time does. */
    private long next(long before) {
        return Math.max(before + 1, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
    }

    private long version(TenantId tenant, String collection, String id) {
        Document found = documents.find(Filters.eq(key(tenant, collection, id)))
                .projection(Projections.include(VERSION))
                .first();
        return found == null ? 0 : found.getLong(VERSION);
    }

    private boolean write(TenantId tenant, String collection, NewDocument document, String body, long before, long version) {
        String key = key(tenant, collection, document.id());
        Document row = new Document("_id", key)
                .append(TENANT, tenant.value())
                .append(COLLECTION, collection)
                .append(ID, document.id())
                .append(VERSION, version)
                .append("changedAt", Date.from(clock.instant()))
                .append(LABELS, labels(document.labels()))
                .append("body", body);
        if (before > 0) {
            return documents.replaceOne(Filters.and(Filters.eq(key), Filters.eq(VERSION, before)), row).getMatchedCount() == 1;
        }
        try {
            documents.insertOne(row);
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    @Override
    public <T> Optional<StoredDocument<T>> get(TenantId tenant, String collection, String id, Class<T> type) {
        DocumentRules.names(collection, id);
        return Optional.ofNullable(asked(() -> Optional.ofNullable(
                                documents.find(Filters.eq(key(tenant, collection, id))).first()))
                        .orElse(null))
                .map(row -> document(row, type));
    }

    @Override
    public <T> Page<T> find(TenantId tenant, String collection, Query query, Class<T> type) {
        DocumentRules.query(collection, query);
        Cursor after = Cursor.of(query.after());
        List<Bson> filters = new ArrayList<>(List.of(
                Filters.eq(TENANT, tenant.value()),
                Filters.eq(COLLECTION, collection),
                Filters.or(
                        Filters.lt(VERSION, after.version()),
                        Filters.and(Filters.eq(VERSION, after.version()), Filters.gt(ID, after.id())))));
        if (!query.labels().isEmpty()) {
            filters.add(Filters.all(LABELS, labels(query.labels())));
        }
        List<StoredDocument<T>> found = asked(() -> documents
                .find(Filters.and(filters))
                .sort(Sorts.orderBy(Sorts.descending(VERSION), Sorts.ascending(ID)))
                .limit(query.most() + 1)
                .map(row -> document(row, type))
                .into(new ArrayList<>()));
        if (found.size() <= query.most()) {
            return new Page<>(found, null);
        }
        StoredDocument<T> last = found.get(query.most() - 1);
        return new Page<>(found.subList(0, query.most()), new Cursor(last.version(), last.id()).toString());
    }

    @Override
    public boolean delete(TenantId tenant, String collection, String id) {
        DocumentRules.names(collection, id);
        return asked(() -> documents.deleteOne(Filters.eq(key(tenant, collection, id))).getDeletedCount() > 0);
    }

    /** Forgets all documents of a tenant. @return how many */
    long deleteAll(TenantId tenant) {
        return asked(() -> documents.deleteMany(Filters.eq(TENANT, tenant.value())).getDeletedCount());
    }

    /** Neither a tenant nor a collection holds a slash. */
    private static String key(TenantId tenant, String collection, String id) {
        return tenant.value() + "/" + collection + "/" + id;
    }

    /** One text for each, because one index over a list of texts finds them all; no name holds the sign. */
    private static List<String> labels(Map<String, String> labels) {
        return labels.entrySet().stream().map(label -> label.getKey() + "=" + label.getValue()).sorted().toList();
    }

    private static <T> StoredDocument<T> document(Document row, Class<T> type) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String label : row.getList(LABELS, String.class)) {
            int sign = label.indexOf('=');
            labels.put(label.substring(0, sign), label.substring(sign + 1));
        }
        return new StoredDocument<>(
                row.getString(ID),
                row.getLong(VERSION),
                row.getDate("changedAt").toInstant(),
                labels,
                DocumentRules.JSON.readValue(row.getString("body"), type));
    }

    private <T> T asked(Supplier<T> request) {
        try {
            return request.get();
        } catch (MongoException failure) {
            throw errors.of(failure);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
