package community.likeminds.agent.infrastructure.auth.audit;

import community.likeminds.agent.infrastructure.auth.AuditLog;
import community.likeminds.agent.infrastructure.auth.CurrentOrigin;
import community.likeminds.agent.shared.TenantId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** There is no statement here that changes or deletes a row. */
@Component
class JdbcAuditLog implements AuditLog {

    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final Clock clock = Clock.systemUTC();

    JdbcAuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void record(Deed deed) {
        jdbc.sql("insert into audit_events (tenant, at, actor_kind, actor_id, actor_name, action, target, origin, outcome)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        deed.tenant().value(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        deed.actor().kind(),
                        plain(deed.actor().id(), 64),
                        plain(deed.actor().name(), 320),
                        plain(deed.action(), 200),
                        plain(deed.target(), 400),
                        plain(CurrentOrigin.get(), 100),
                        plain(deed.outcome(), 100))
                .update();
    }

    /** On one line and without what a database refuses, because a name may be what somebody has made up to attack the log. */
    private static String plain(String text, int longest) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
        return line.length() <= longest ? line : line.substring(0, Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest);
    }

    @Override
    public Page list(TenantId tenant, Query query) {
        StringBuilder sql = new StringBuilder(
                "select sequence, at, actor_kind, actor_id, actor_name, action, target, origin, outcome from audit_events where tenant = ?");
        List<Object> values = new ArrayList<>(List.of(tenant.value()));
        if (query.before() > 0) {
            sql.append(" and sequence < ?");
            values.add(query.before());
        }
        if (!query.actor().isEmpty()) {
            sql.append(" and (actor_id = ? or actor_name = ?)");
            values.add(query.actor());
            values.add(query.actor());
        }
        if (!query.action().isEmpty()) {
            sql.append(" and substring(action from 1 for ?) = ?");
            values.add(query.action().length());
            values.add(query.action());
        }
        int most = Math.clamp(query.most(), 1, MOST);
        sql.append(" order by sequence desc limit ?");
        values.add(most + 1);
        List<Event> events = jdbc.sql(sql.toString())
                .params(values)
                .query((row, number) -> new Event(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        new Actor(row.getString(3), row.getString(4), row.getString(5)),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9)))
                .list();
        boolean more = events.size() > most;
        List<Event> shown = more ? events.subList(0, most) : events;
        return new Page(List.copyOf(shown), more ? shown.getLast().sequence() : 0);
    }
}
