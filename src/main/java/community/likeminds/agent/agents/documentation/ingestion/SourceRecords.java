package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.shared.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is known of every source and page that was read. */
@Component
public class SourceRecords {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    SourceRecords(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A source as it was when it was last read. */
    public record Known(String name, String kind, String location, String version, Instant ingestedAt) {}

    /**
     * @param contentHash {@link PageIdentity} of the page
     * @param chunks how many passages the index holds of it
     */
    record KnownPage(String path, String contentHash, int chunks) {}

    public List<Known> sources(TenantId tenant) {
        // Databases sort text by rules of their own.
        return jdbc
                .query(
                        "select name, kind, location, version, ingested_at from sources where tenant = ?",
                        (row, number) -> new Known(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, OffsetDateTime.class).toInstant()),
                        tenant.value())
                .stream()
                .sorted(Comparator.comparing(Known::name))
                .toList();
    }

    public Optional<Known> source(TenantId tenant, String name) {
        return sources(tenant).stream().filter(known -> known.name().equals(name)).findFirst();
    }

    public int pageCount(TenantId tenant, String source) {
        Integer count = jdbc.queryForObject(
                "select count(*) from pages where tenant = ? and source = ? and writing = false", Integer.class, tenant.value(), source);
        return count == null ? 0 : count;
    }

    /** How many passages the index should hold of a source. */
    public int chunkCount(TenantId tenant, String source) {
        Integer count = jdbc.queryForObject(
                "select coalesce(sum(chunks), 0) from pages where tenant = ? and source = ? and writing = false",
                Integer.class,
                tenant.value(),
                source);
        return count == null ? 0 : count;
    }

    /** Paths of the pages that the index holds of a source. */
    public List<String> paths(TenantId tenant, String source) {
        return pages(tenant, source).keySet().stream().sorted().toList();
    }

    void putSource(TenantId tenant, Source source, Instant now) {
        transaction.executeWithoutResult(status -> {
            jdbc.update("delete from sources where tenant = ? and name = ?", tenant.value(), source.name());
            jdbc.update(
                    "insert into sources (tenant, name, kind, location, version, ingested_at) values (?, ?, ?, ?, ?, ?)",
                    tenant.value(),
                    source.name(),
                    source.kind().name().toLowerCase(Locale.ROOT),
                    source.location(),
                    source.version(),
                    now.atOffset(ZoneOffset.UTC));
        });
    }

    /** Records a source that was read elsewhere. */
    void restore(TenantId tenant, Known source, List<KnownPage> pages) {
        transaction.executeWithoutResult(status -> {
            deleteSource(tenant, source.name());
            jdbc.update(
                    "insert into sources (tenant, name, kind, location, version, ingested_at) values (?, ?, ?, ?, ?, ?)",
                    tenant.value(),
                    source.name(),
                    source.kind(),
                    source.location(),
                    source.version(),
                    source.ingestedAt().atOffset(ZoneOffset.UTC));
            putPages(tenant, source.name(), pages);
        });
    }

    Map<String, KnownPage> pages(TenantId tenant, String source) {
        Map<String, KnownPage> pages = new HashMap<>();
        jdbc.query(
                "select coalesce(long_path, path), content_hash, chunks from pages where tenant = ? and source = ? and writing = false",
                row -> {
                    pages.put(row.getString(1), new KnownPage(row.getString(1), row.getString(2), row.getInt(3)));
                },
                tenant.value(),
                source);
        return pages;
    }

    void putPages(TenantId tenant, String source, List<KnownPage> pages) {
        transaction.executeWithoutResult(status -> {
            deletePages(tenant, source, pages.stream().map(KnownPage::path).toList());
            jdbc.batchUpdate(
                    "insert into pages (tenant, source, path, long_path, content_hash, chunks) values (?, ?, ?, ?, ?, ?)",
                    pages.stream()
                            .map(page -> {
                                PageKey key = PageKey.of(tenant, source, page.path());
                                return new Object[] {
                                    tenant.value(), source, key.path(), key.longPath(), page.contentHash(), page.chunks()
                                };
                            })
                            .toList());
        });
    }

    /** Marks pages, known or new, whose passages are about to change. */
    void startWriting(TenantId tenant, String source, Collection<String> paths) {
        transaction.executeWithoutResult(status -> {
            deletePages(tenant, source, paths);
            jdbc.batchUpdate(
                    "insert into pages (tenant, source, path, long_path, content_hash, chunks, writing) values (?, ?, ?, ?, '', 0, true)",
                    paths.stream()
                            .map(path -> PageKey.of(tenant, source, path))
                            .map(key -> new Object[] {tenant.value(), source, key.path(), key.longPath()})
                            .toList());
        });
    }

    /** Pages that were marked and never recorded: their run was killed. */
    Set<String> unfinished(TenantId tenant, String source) {
        return Set.copyOf(jdbc.queryForList(
                "select coalesce(long_path, path) from pages where tenant = ? and source = ? and writing = true", String.class, tenant.value(), source));
    }

    void deletePages(TenantId tenant, String source, Collection<String> paths) {
        jdbc.batchUpdate(
                "delete from pages where tenant = ? and source = ? and path = ?",
                paths.stream()
                        .map(path -> new Object[] {tenant.value(), source, PageKey.of(tenant, source, path).path()})
                        .toList());
    }

    void deleteSource(TenantId tenant, String source) {
        transaction.executeWithoutResult(status -> {
            jdbc.update("delete from pages where tenant = ? and source = ?", tenant.value(), source);
            jdbc.update("delete from sources where tenant = ? and name = ?", tenant.value(), source);
        });
    }
}
