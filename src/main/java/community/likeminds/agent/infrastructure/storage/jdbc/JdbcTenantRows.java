package community.likeminds.agent.infrastructure.storage.jdbc;

import community.likeminds.agent.infrastructure.storage.TenantRows;
import community.likeminds.agent.shared.TenantId;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the database itself which tables there are, so that a new one cannot be forgotten. */
@Component
class JdbcTenantRows implements TenantRows {

    private static final String COLUMN = "tenant";

    private final JdbcTemplate jdbc;
    private final PlatformTransactionManager transactions;

    JdbcTenantRows(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Map<String, Long> count(TenantId tenant) {
        return each(table -> Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from " + table + " where " + COLUMN + " = ?", Long.class, tenant.value())));
    }

    @Override
    public Map<String, Long> delete(TenantId tenant) {
        return Objects.requireNonNull(new TransactionTemplate(transactions)
                .execute(transaction -> each(table -> (long) jdbc.update("delete from " + table + " where " + COLUMN + " = ?", tenant.value()))));
    }

    private Map<String, Long> each(Function<String, Long> work) {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (String table : Objects.requireNonNull(jdbc.execute((ConnectionCallback<List<String>>) JdbcTenantRows::tables))) {
            rows.put(table, work.apply(table));
        }
        return rows;
    }

    /** Those that others refer to come after them. */
    private static List<String> tables(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        Set<String> left = new TreeSet<>();
        try (ResultSet columns = database.getColumns(connection.getCatalog(), connection.getSchema(), "%", COLUMN)) {
            while (columns.next()) {
                left.add(columns.getString("TABLE_NAME"));
            }
        }
        Map<String, Set<String>> referring = new LinkedHashMap<>();
        for (String table : left) {
            Set<String> others = new HashSet<>();
            try (ResultSet keys = database.getExportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
                while (keys.next()) {
                    others.add(keys.getString("FKTABLE_NAME"));
                }
            }
            others.remove(table);
            referring.put(table, others);
        }
        List<String> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<String> free = left.stream().filter(table -> referring.getOrDefault(table, Set.of()).stream().noneMatch(left::contains)).toList();
            // Tables that refer to each other in a circle: the database says which it is.
            List<String> next = free.isEmpty() ? List.copyOf(left) : free;
            ordered.addAll(next);
            next.forEach(left::remove);
        }
        return ordered;
    }
}
