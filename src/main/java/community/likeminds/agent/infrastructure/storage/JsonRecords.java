package community.likeminds.agent.infrastructure.storage;

import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Optional;

/** Keeps records of any module as JSON, by tenant, collection and id. Thread-safe; every call is one transaction. */
public interface JsonRecords {

    /**
     * Keeps a value, in place of the one that had the id.
     *
     * @param collection what kind of record, for example {@code plans}; 1 to 100 characters
     * @param id 1 to 200 characters, unique within tenant and collection
     * @param value anything that Jackson writes and reads back, usually a record
     */
    void put(TenantId tenant, String collection, String id, Object value);

    <T> Optional<T> get(TenantId tenant, String collection, String id, Class<T> type);

    /** Every value of a collection, the one put last first. */
    <T> List<T> list(TenantId tenant, String collection, Class<T> type);

    /** Forgets a value; true when there was one. */
    boolean delete(TenantId tenant, String collection, String id);
}
