package community.likeminds.agent.infrastructure.messaging.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a queue in a table cannot do without: rows inserted and deleted, in transactions of the same size. */
final class PlainInserts {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    PlainInserts(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    void insert(int rows, int batch, String body) {
        jdbc.execute("create table bench_rows (id varchar(36) not null primary key, body text not null)");
        try {
            List<Object[]> ids = new ArrayList<>();
            for (int done = 0; done < rows; done += batch) {
                List<Object[]> some = new ArrayList<>();
                for (int row = 0; row < Math.min(batch, rows - done); row++) {
                    some.add(new Object[] {UUID.randomUUID().toString(), body});
                }
                transaction.executeWithoutResult(status -> jdbc.batchUpdate("insert into bench_rows (id, body) values (?, ?)", some));
                some.forEach(row -> ids.add(new Object[] {row[0]}));
            }
            // Each message is settled by itself: nobody may know of it only together with others.
            ids.forEach(id -> jdbc.update("delete from bench_rows where id = ?", id));
        } finally {
            jdbc.execute("drop table bench_rows");
        }
    }
}
