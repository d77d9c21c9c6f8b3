package community.likeminds.agent.infrastructure.storage;

import community.likeminds.agent.shared.TenantId;
import java.util.Map;

/** All rows of the database that belong to an organisation: those of every table that has a column {@code tenant}. */
public interface TenantRows {

    /** Rows by table, tables without any included. */
    Map<String, Long> count(TenantId tenant);

    /** Deletes them all, or none. @return rows by table */
    Map<String, Long> delete(TenantId tenant);
}
