package community.likeminds.agent.infrastructure.storage.jdbc;

import community.likeminds.agent.infrastructure.storage.JsonRecords;
import community.likeminds.agent.shared.TenantId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class JdbcJsonRecords implements JsonRecords {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    JdbcJsonRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.json = JsonMapper.builder().build();
        this.clock = Clock.systemUTC();
    }

    @Override
    public void put(TenantId tenant, String collection, String id, Object value) {
        String body = json.writeValueAsString(value);
        if (update(tenant, collection, id, body) > 0) {
            return;
        }
        // A duplicate that raised an error would end a surrounding transaction of PostgreSQL.
        int added = jdbc.sql("insert into json_records (tenant, collection, id, body, updated_at) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(tenant.value(), collection, id, body, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            update(tenant, collection, id, body);
        }
    }

    private int update(TenantId tenant, String collection, String id, String body) {
        return jdbc.sql("update json_records set body = ?, updated_at = ? where tenant = ? and collection = ? and id = ?")
                .params(body, clock.instant().atOffset(ZoneOffset.UTC), tenant.value(), collection, id)
                .update();
    }

    @Override
    public <T> Optional<T> get(TenantId tenant, String collection, String id, Class<T> type) {
        return jdbc.sql("select body from json_records where tenant = ? and collection = ? and id = ?")
                .params(tenant.value(), collection, id)
                .query((row, number) -> json.readValue(row.getString(1), type))
                .optional();
    }

    @Override
    public <T> List<T> list(TenantId tenant, String collection, Class<T> type) {
        return jdbc.sql("select body from json_records where tenant = ? and collection = ? order by updated_at desc, id")
                .params(tenant.value(), collection)
                .query((row, number) -> json.readValue(row.getString(1), type))
                .list();
    }

    @Override
    public boolean delete(TenantId tenant, String collection, String id) {
        return jdbc.sql("delete from json_records where tenant = ? and collection = ? and id = ?")
                        .params(tenant.value(), collection, id)
                        .update()
                > 0;
    }
}
