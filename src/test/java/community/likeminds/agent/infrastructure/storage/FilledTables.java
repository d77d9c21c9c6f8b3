package community.likeminds.agent.infrastructure.storage;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Puts a row into every table as the database itself describes it, and reads every table; so no test forgets a new one. */
public final class FilledTables {

    private static final OffsetDateTime TIME = OffsetDateTime.of(2026, 2, 3, 4, 5, 6, 0, ZoneOffset.UTC);

    private final Connection connection;
    private final String tenant;
    private final int seed;
    /** What was put, by table and column. */
    private final Map<String, Map<String, Object>> put = new LinkedHashMap<>();

    private FilledTables(Connection connection, String tenant) {
        this.connection = connection;
        this.tenant = tenant;
        this.seed = Math.floorMod(tenant.hashCode(), 20_000);
    }

    /** A row in every table, for this tenant where it has one. */
    public static void fill(DataSource source, String tenant) {
        try (Connection connection = source.getConnection()) {
            FilledTables tables = new FilledTables(connection, tenant);
            for (String table : tables(connection)) {
                tables.fill(table);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The rows of every table, each as its columns by name, in any order that stays. */
    public static Map<String, List<Map<String, String>>> read(DataSource source) {
        try (Connection connection = source.getConnection()) {
            Map<String, List<Map<String, String>>> all = new TreeMap<>();
            for (String table : tables(connection)) {
                all.put(table, rows(connection, table));
            }
            return all;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        tables.remove("flyway_schema_history");
        Collections.sort(tables);
        return tables;
    }

    private static List<Map<String, String>> rows(Connection connection, String table) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select * from " + table); ResultSet found = statement.executeQuery()) {
            ResultSetMetaData about = found.getMetaData();
            while (found.next()) {
                Map<String, String> row = new TreeMap<>();
                for (int column = 1; column <= about.getColumnCount(); column++) {
                    row.put(about.getColumnLabel(column), found.getObject(column) instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : found.getString(column));
                }
                rows.add(row);
            }
        }
        rows.sort((one, other) -> one.toString().compareTo(other.toString()));
        return rows;
    }

    private void fill(String table) throws SQLException {
        if (put.containsKey(table)) {
            return;
        }
        Map<String, Object> row = new LinkedHashMap<>();
        put.put(table, row);
        DatabaseMetaData database = connection.getMetaData();
        try (ResultSet keys = database.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (keys.next()) {
                fill(keys.getString("PKTABLE_NAME"));
                row.put(keys.getString("FKCOLUMN_NAME"), put.get(keys.getString("PKTABLE_NAME")).get(keys.getString("PKCOLUMN_NAME")));
            }
        }
        try (ResultSet columns = database.getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
            while (columns.next()) {
                if (!columns.getString("IS_AUTOINCREMENT").equals("YES")) {
                    row.putIfAbsent(columns.getString("COLUMN_NAME"), value(table, columns));
                }
            }
        }
        String names = String.join(", ", row.keySet());
        String places = String.join(", ", Collections.nCopies(row.size(), "?"));
        try (PreparedStatement statement = connection.prepareStatement("insert into " + table + " (" + names + ") values (" + places + ") on conflict do nothing")) {
            int place = 1;
            for (Object value : row.values()) {
                statement.setObject(place++, value);
            }
            statement.executeUpdate();
        }
    }

    private Object value(String table, ResultSet column) throws SQLException {
        String name = column.getString("COLUMN_NAME");
        if (name.equals("tenant")) {
            return tenant;
        }
        int size = column.getInt("COLUMN_SIZE");
        return switch (column.getInt("DATA_TYPE")) {
            case Types.BOOLEAN, Types.BIT -> false;
            case Types.TINYINT -> 1;
            case Types.SMALLINT, Types.INTEGER -> seed;
            case Types.BIGINT -> (long) seed;
            case Types.DOUBLE, Types.FLOAT, Types.REAL, Types.NUMERIC, Types.DECIMAL -> seed / 2.0;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> TIME;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> new byte[] {1, 2, 3};
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.CLOB -> {
                String text = Integer.toString(seed, 36) + "-" + tenant + "-" + table + "-" + name;
                yield text.substring(0, Math.min(text.length(), Math.max(size, 1)));
            }
            default -> throw new IllegalStateException("A column of a type that is new here: " + table + "." + name + " " + column.getString("TYPE_NAME"));
        };
    }
}
