package community.likeminds.agent.infrastructure.messaging.backlog;

import community.likeminds.agent.infrastructure.messaging.Backlog;
import community.likeminds.agent.infrastructure.messaging.Task.State;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tasks and dead letters are rows, whatever broker carries the messages. */
@Component
class JdbcBacklog implements Backlog {

    private final JdbcTemplate jdbc;

    JdbcBacklog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Unfinished> tasks() {
        return jdbc.query(
                "select type, state, count(*), min(created_at) from tasks where state in ('queued', 'running') group by type, state",
                (row, number) -> new Unfinished(
                        row.getString(1),
                        State.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                        row.getLong(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()));
    }

    @Override
    public Map<String, Long> deadLetters() {
        Map<String, Long> letters = new TreeMap<>();
        jdbc.query("select queue, count(*) from dead_letters group by queue", row -> {
            letters.put(row.getString(1), row.getLong(2));
        });
        return letters;
    }
}
