package community.likeminds.agent.gateway.idempotency;

import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.secrets.EncryptedRows;
import community.likeminds.agent.infrastructure.secrets.EncryptedValues;
import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import community.likeminds.agent.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests under a key, in SQL, so that an answer survives the gateway that gave it. Answers may hold what is shown only once, such as a new API key,
 * and are therefore encrypted.
 */
final class IdempotencyKeys {

    /** A gateway that has not been heard of for so long is gone, and what it was waiting for with it. */
    static final Duration SILENCE = Duration.ofSeconds(60);

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcTemplate jdbc;
    private final SecretEncryption encryption;
    private final Clock clock;
    private final Duration lifetime;
    private final String owner = UUID.randomUUID().toString();

    IdempotencyKeys(JdbcTemplate jdbc, SecretEncryption encryption, Clock clock, Duration lifetime) {
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** What is known of a request under a key. */
    sealed interface Known {

        /** Nothing: it is the caller's to be carried out. */
        record First() implements Known {}

        /** It is being carried out. */
        record Running() implements Known {}

        /** Another one was sent under this key. */
        record Other() implements Known {}

        record Answered(StoredAnswer answer) implements Known {}
    }

    private record Row(String request, String owner, OffsetDateTime seenAt, OffsetDateTime expiresAt, @Nullable String answer) {}

    /** @param request says what was sent, at most 64 characters */
    Known begin(Identity caller, String key, String request) {
        OffsetDateTime now = now();
        try {
            jdbc.update(
                    "insert into idempotency_keys (tenant, caller, name, request, owner, seen_at, expires_at) values (?, ?, ?, ?, ?, ?, ?)",
                    caller.tenant().value(), caller.id(), key, request, owner, now, now.plus(lifetime));
            return new Known.First();
        } catch (DuplicateKeyException known) {
            List<Row> rows = jdbc.query(
                    "select request, owner, seen_at, expires_at, answer from idempotency_keys where tenant = ? and caller = ? and name = ?",
                    (row, number) -> new Row(
                            row.getString(1), row.getString(2), row.getObject(3, OffsetDateTime.class), row.getObject(4, OffsetDateTime.class), row.getString(5)),
                    caller.tenant().value(), caller.id(), key);
            if (rows.isEmpty()) {
                // It failed in this moment, so that it may be tried again.
                return new Known.Running();
            }
            return known(caller, key, request, rows.getFirst(), now);
        }
    }

    private Known known(Identity caller, String key, String request, Row row, OffsetDateTime now) {
        boolean over = row.expiresAt.isBefore(now);
        if (!over && !row.request.equals(request)) {
            return new Known.Other();
        }
        if (!over && row.answer != null) {
            String answer = encryption.decrypt(caller.tenant(), name(caller.id(), key), row.answer);
            return new Known.Answered(JSON.readValue(answer, StoredAnswer.class));
        }
        if (!over && row.seenAt.plus(SILENCE).isAfter(now)) {
            return new Known.Running();
        }
        int taken = jdbc.update(
                "update idempotency_keys set request = ?, owner = ?, seen_at = ?, expires_at = ?, answer = null"
                        + " where tenant = ? and caller = ? and name = ? and owner = ? and seen_at = ?",
                request, owner, now, now.plus(lifetime), caller.tenant().value(), caller.id(), key, row.owner, row.seenAt);
        return taken == 1 ? new Known.First() : new Known.Running();
    }

    void answered(Identity caller, String key, StoredAnswer answer) {
        String text = encryption.encrypt(caller.tenant(), name(caller.id(), key), JSON.writeValueAsString(answer));
        jdbc.update(
                "update idempotency_keys set answer = ? where tenant = ? and caller = ? and name = ? and owner = ?",
                text, caller.tenant().value(), caller.id(), key, owner);
    }

    /** It came to nothing and may be sent again. */
    void failed(Identity caller, String key) {
        jdbc.update(
                "delete from idempotency_keys where tenant = ? and caller = ? and name = ? and owner = ? and answer is null",
                caller.tenant().value(), caller.id(), key, owner);
    }

    /** Says that this gateway still waits, and forgets what is over. */
    void beat() {
        jdbc.update("update idempotency_keys set seen_at = ? where owner = ? and answer is null", now(), owner);
        jdbc.update("delete from idempotency_keys where expires_at < ?", now());
    }

    /** The answers. */
    static EncryptedValues values(JdbcTemplate jdbc) {
        return new EncryptedRows(
                jdbc, new EncryptedRows.Column("answers to repeated requests", "idempotency_keys", List.of("tenant", "caller", "name"), "answer"),
                key -> new EncryptedRows.Owner(new TenantId(key.getFirst()), name(key.get(1), key.get(2))));
    }

    private static String name(String caller, String key) {
        return "answer/" + caller + "/" + key;
    }

    private OffsetDateTime now() {
        // What databases keep of a time; a row is found again by it.
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
