package community.likeminds.agent.infrastructure.storage.jdbc;

import community.likeminds.agent.infrastructure.storage.StoredDocuments;
import community.likeminds.agent.infrastructure.storage.documents.Cursor;
import community.likeminds.agent.infrastructure.storage.documents.DocumentRules;
import community.likeminds.agent.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;

/** Documents as rows; labels stand in a table of their own, because databases ask JSON in ways of their own. */
final class JdbcDocuments implements StoredDocuments {

    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};
    private static final String ONE = " where tenant = ? and collection = ? and id = ?";
    private static final String COLUMNS = "select id, version, changed_at, labels, body from documents";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock = Clock.systemUTC();

    JdbcDocuments(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public long put(TenantId tenant, String collection, NewDocument document) {
        return written(tenant, collection, document, null);
    }

    @Override
    public long put(TenantId tenant, String collection, NewDocument document, long expected) {
        return written(tenant, collection, document, expected);
    }

    private long written(TenantId tenant, String collection, NewDocument document, @Nullable Long expected) {
        String body = DocumentRules.json(collection, document);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // A deleted document that comes again goes on with greater versions, as time does.
        long fresh = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        Long version = transaction.execute(status -> {
            boolean written = (expected == null || expected > 0) && update(tenant, collection, document, body, now, fresh, expected)
                    || (expected == null || expected == 0) && insert(tenant, collection, document, body, now, fresh)
                    || expected == null && update(tenant, collection, document, body, now, fresh, null);
            if (!written) {
                throw DocumentRules.changed(document.id());
            }
            relabel(tenant, collection, document);
            return Objects.requireNonNull(jdbc.queryForObject(
                    "select version from documents" + ONE, Long.class, tenant.value(), collection, document.id()));
        });
        return Objects.requireNonNull(version);
    }

    private boolean update(
            TenantId tenant, String collection, NewDocument document, String body, Instant now, long fresh, @Nullable Long expected) {
        List<Object> values = new ArrayList<>(List.of(
                fresh, fresh, time(now), DocumentRules.JSON.writeValueAsString(document.labels()), body, tenant.value(), collection, document.id()));
        if (expected != null) {
            values.add(expected);
        }
        return jdbc.update(
                        "update documents set version = case when version >= ? then version + 1 else ? end, changed_at = ?, labels = ?, body = ?"
                                + ONE + (expected == null ? "" : " and version = ?"),
                        values.toArray())
                == 1;
    }

    private boolean insert(TenantId tenant, String collection, NewDocument document, String body, Instant now, long fresh) {
        return jdbc.update(
                        "insert into documents (tenant, collection, id, version, changed_at, labels, body) values (?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict do nothing",
                        tenant.value(), collection, document.id(), fresh, time(now), DocumentRules.JSON.writeValueAsString(document.labels()), body)
                == 1;
    }

    private void relabel(TenantId tenant, String collection, NewDocument document) {
        jdbc.update("delete from document_labels" + ONE, tenant.value(), collection, document.id());
        jdbc.batchUpdate(
                "insert into document_labels (tenant, collection, id, name, val) values (?, ?, ?, ?, ?)",
                document.labels().entrySet().stream()
                        .map(label -> new Object[] {tenant.value(), collection, document.id(), label.getKey(), label.getValue()})
                        .toList());
    }

    @Override
    public <T> Optional<StoredDocument<T>> get(TenantId tenant, String collection, String id, Class<T> type) {
        DocumentRules.names(collection, id);
        return jdbc.query(COLUMNS + ONE, (row, number) -> document(row, type), tenant.value(), collection, id).stream().findFirst();
    }

    @Override
    public <T> Page<T> find(TenantId tenant, String collection, Query query, Class<T> type) {
        DocumentRules.query(collection, query);
        Cursor after = Cursor.of(query.after());
        StringBuilder sql = new StringBuilder(COLUMNS)
                .append(" d where tenant = ? and collection = ? and (version < ? or version = ? and id > ?)");
        List<Object> values =
                new ArrayList<>(List.of(tenant.value(), collection, after.version(), after.version(), after.id()));
        query.labels().forEach((name, value) -> {
            sql.append(" and exists (select 1 from document_labels l where l.tenant = d.tenant and l.collection = d.collection"
                    + " and l.id = d.id and l.name = ? and l.val = ?)");
            values.add(name);
            values.add(value);
        });
        sql.append(" order by version desc, id limit ").append(query.most() + 1);
        List<StoredDocument<T>> found = jdbc.query(sql.toString(), (row, number) -> document(row, type), values.toArray());
        if (found.size() <= query.most()) {
            return new Page<>(found, null);
        }
        StoredDocument<T> last = found.get(query.most() - 1);
        return new Page<>(found.subList(0, query.most()), new Cursor(last.version(), last.id()).toString());
    }

    @Override
    public boolean delete(TenantId tenant, String collection, String id) {
        DocumentRules.names(collection, id);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            // The document first, as a writer does: two that take the rows in different orders would wait for each other.
            boolean deleted = jdbc.update("delete from documents" + ONE, tenant.value(), collection, id) > 0;
            jdbc.update("delete from document_labels" + ONE, tenant.value(), collection, id);
            return deleted;
        }));
    }

    private static <T> StoredDocument<T> document(ResultSet row, Class<T> type) throws SQLException {
        return new StoredDocument<>(
                row.getString("id"),
                row.getLong("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                DocumentRules.JSON.readValue(row.getString("labels"), LABELS),
                DocumentRules.JSON.readValue(row.getString("body"), type));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
