package community.likeminds.agent.registry.jdbc;

import community.likeminds.agent.registry.ServiceInstance;
import community.likeminds.agent.registry.ServiceRegistry;
import community.likeminds.agent.registry.discovery.Heartbeat;
import community.likeminds.agent.registry.discovery.Notes;
import community.likeminds.agent.shared.AgentException;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Processes as rows that say when they were last heard of. */
public final class JdbcServiceRegistry implements ServiceRegistry {

    private static final Duration BEAT = Duration.ofSeconds(SILENCE_SECONDS / 5);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    public JdbcServiceRegistry(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Registration register(NewInstance instance) {
        return new Heartbeat(
                "jdbc",
                BEAT,
                notes -> announce(instance, notes),
                () -> jdbc.update("delete from service_instances where id = ?", instance.id()));
    }

    private void announce(NewInstance instance, Notes notes) {
        String lacks = notes.text();
        if (update(instance, lacks) == 0) {
            try {
                jdbc.update(
                        "insert into service_instances (id, roles, address, version, missing, seen_at, grpc) values (?, ?, ?, ?, ?, ?, ?)",
                        instance.id(),
                        String.join(" ", new TreeSet<>(instance.roles())),
                        instance.address().toString(),
                        instance.version(),
                        lacks,
                        now(),
                        grpc(instance));
            } catch (DuplicateKeyException already) {
                update(instance, lacks);
            }
        }
        // Rows of processes that died long ago.
        jdbc.update("delete from service_instances where seen_at < ?", now().minusMinutes(10));
    }

    private int update(NewInstance instance, String missing) {
        return jdbc.update(
                "update service_instances set roles = ?, address = ?, version = ?, missing = ?, seen_at = ?, grpc = ? where id = ?",
                String.join(" ", new TreeSet<>(instance.roles())),
                instance.address().toString(),
                instance.version(),
                missing,
                now(),
                grpc(instance),
                instance.id());
    }

    private static String grpc(NewInstance instance) {
        return instance.grpc() == null ? "" : instance.grpc().toString();
    }

    @Override
    public List<ServiceInstance> ready(String role) {
        return all().stream()
                .filter(instance -> instance.ready() && instance.roles().contains(role))
                .toList();
    }

    @Override
    public List<ServiceInstance> all() {
        try {
            return jdbc.query(
                    "select id, roles, address, version, missing, seen_at, grpc from service_instances where seen_at > ? order by id",
                    JdbcServiceRegistry::instance,
                    now().minusSeconds(SILENCE_SECONDS));
        } catch (DataAccessException failure) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "registry-unavailable",
                    "The registry cannot be asked because the database does not answer.",
                    "Check that the database runs and is reachable.",
                    failure);
        }
    }

    private static ServiceInstance instance(ResultSet row, int number) throws SQLException {
        Notes notes = Notes.of(row.getString(5));
        return new ServiceInstance(
                row.getString(1),
                Set.of(row.getString(2).split(" ")),
                URI.create(row.getString(3)),
                row.getString(4),
                notes.ready(),
                notes.missing(),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7).isEmpty() ? null : URI.create(row.getString(7)),
                notes.heldBack());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
