package community.likeminds.agent.infrastructure.messaging.tasks;

import community.likeminds.agent.infrastructure.messaging.TaskBodies;
import community.likeminds.agent.shared.TenantId;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@link TaskBodies} as a column of the tasks. */
final class JdbcTaskBodies implements TaskBodies {

    private final JdbcTemplate jdbc;

    JdbcTaskBodies(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Body> after(String type, String id, int limit) {
        return jdbc.query(
                "select tenant, id, body from tasks where type = ? and id > ? order by id limit ?",
                (row, number) -> new Body(new TenantId(row.getString(1)), row.getString(2), row.getString(3)),
                type, id, limit);
    }

    @Override
    public boolean replace(Body read, String text) {
        return jdbc.update("update tasks set body = ? where id = ? and body = ?", text, read.id(), read.text()) == 1;
    }
}
