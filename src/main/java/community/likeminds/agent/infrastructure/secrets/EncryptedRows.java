package community.likeminds.agent.infrastructure.secrets;

import community.likeminds.agent.shared.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Encrypted values in one column of a table, one a row. A row is replaced only while it is as it was read. */
public final class EncryptedRows implements EncryptedValues {

    private static final int BATCH = 200;

    private final JdbcTemplate jdbc;
    private final Column column;
    private final Function<List<String>, Owner> owner;

    /**
     * @param place for people
     * @param keys columns of the primary key, all of text
     */
    public record Column(String place, String table, List<String> keys, String name) {}

    /** Whose value it is and what it was encrypted for. */
    public record Owner(TenantId tenant, String name) {}

    private record Row(List<String> keys, String text) {}

    /** @param owner told the row's key */
    public EncryptedRows(JdbcTemplate jdbc, Column column, Function<List<String>, Owner> owner) {
        this.jdbc = jdbc;
        this.column = column;
        this.owner = owner;
    }

    @Override
    public String place() {
        return column.place();
    }

    @Override
    public void each(Consumer<Kept> visitor) {
        List<Row> batch = after(List.of());
        while (!batch.isEmpty()) {
            for (Row row : batch) {
                Owner whose = owner.apply(row.keys());
                visitor.accept(new Kept(whose.tenant(), whose.name(), row.text(), text -> replace(row, text)));
            }
            batch = after(batch.getLast().keys());
        }
    }

    private List<Row> after(List<String> last) {
        String keys = String.join(", ", column.keys());
        String later = last.isEmpty() ? "" : " and (" + keys + ") > (" + String.join(", ", Collections.nCopies(last.size(), "?")) + ")";
        return jdbc.query(
                "select " + keys + ", " + column.name() + " from " + column.table() + " where " + column.name() + " like '" + Envelope.MARK + "%'" + later
                        + " order by " + keys + " limit " + BATCH,
                (row, number) -> {
                    List<String> key = new ArrayList<>();
                    for (int i = 1; i <= column.keys().size(); i++) {
                        key.add(row.getString(i));
                    }
                    return new Row(List.copyOf(key), row.getString(column.keys().size() + 1));
                },
                last.toArray());
    }

    private boolean replace(Row row, String text) {
        List<Object> values = new ArrayList<>(List.of(text));
        values.addAll(row.keys());
        values.add(row.text());
        return jdbc.update(
                        "update " + column.table() + " set " + column.name() + " = ? where "
                                + column.keys().stream().map(key -> key + " = ?").collect(Collectors.joining(" and ")) + " and " + column.name() + " = ?",
                        values.toArray())
                == 1;
    }
}
