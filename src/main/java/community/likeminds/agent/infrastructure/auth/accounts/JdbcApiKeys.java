package community.likeminds.agent.infrastructure.auth.accounts;

import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.Account;
import community.likeminds.agent.infrastructure.auth.ApiKeys;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys as rows. A key is {@code lmk_PREFIX_SECRET}: the prefix finds the row, the secret is compared with its hash. */
public final class JdbcApiKeys implements ApiKeys {

    private static final String COLUMNS =
            "id, prefix, account, name, roles, created_at, expires_at, last_used_at, revoked_at";
    /** A row is not written for every request. */
    private static final Duration USE_NOTED = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Members members;
    private final Clock clock;

    JdbcApiKeys(JdbcClient jdbc, Members members, Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public Created create(TenantId tenant, NewKey key) {
        Account account = members.get(tenant, key.account());
        if (!account.roles().containsAll(key.roles())
                && !AccessRole.permissions(account.roles()).containsAll(AccessRole.permissions(key.roles()))) {
            throw AgentException.badInput(
                    "role-exceeds-account", "The key would be allowed more than its account.", "Leave the roles out, or give fewer.");
        }
        if (key.name().isBlank() || key.name().length() > 200) {
            throw AgentException.badInput("name-invalid", "The key's name is empty or too long.", "Say what the key is for.");
        }
        Instant now = clock.instant();
        if (key.expiresAt() != null && !key.expiresAt().isAfter(now)) {
            throw AgentException.badInput("expiry-past", "The key would have expired already.", "Give a time that is still to come.");
        }
        String id = UUID.randomUUID().toString();
        String prefix = Secrets.hash(Secrets.fresh()).substring(0, 10);
        String secret = Secrets.fresh();
        jdbc.sql("insert into api_keys (id, prefix, hash, tenant, account, name, roles, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        id,
                        prefix,
                        Secrets.hash(secret),
                        tenant.value(),
                        account.id(),
                        key.name(),
                        RoleNames.join(key.roles()),
                        utc(now),
                        key.expiresAt() == null ? null : utc(key.expiresAt())))
                .update();
        return new Created(get(tenant, id), MARK + prefix + "_" + secret);
    }

    private ApiKey get(TenantId tenant, String id) {
        return jdbc.sql("select " + COLUMNS + " from api_keys where tenant = ? and id = ?")
                .params(tenant.value(), id)
                .query(JdbcApiKeys::key)
                .optional()
                .orElseThrow(() -> AgentException.notFound(
                        "key-not-found", "The organisation has no key '" + id + "'.", "List the keys to see their ids."));
    }

    @Override
    public List<ApiKey> list(TenantId tenant, @Nullable String account) {
        return account == null
                ? jdbc.sql("select " + COLUMNS + " from api_keys where tenant = ? order by created_at desc, id")
                        .params(tenant.value())
                        .query(JdbcApiKeys::key)
                        .list()
                : jdbc.sql("select " + COLUMNS + " from api_keys where tenant = ? and account = ? order by created_at desc, id")
                        .params(tenant.value(), account)
                        .query(JdbcApiKeys::key)
                        .list();
    }

    @Override
    public ApiKey revoke(TenantId tenant, String id) {
        jdbc.sql("update api_keys set revoked_at = ? where tenant = ? and id = ? and revoked_at is null")
                .params(utc(clock.instant()), tenant.value(), id)
                .update();
        return get(tenant, id);
    }

    /** Who shows a key; empty when it is none, or not any more. */
    public Optional<Identity> identity(String credential) {
        String[] parts = credential.split("_", 3);
        if (!credential.startsWith(MARK) || parts.length != 3) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return jdbc.sql("select hash, tenant, " + COLUMNS + " from api_keys where prefix = ?")
                .params(parts[1])
                .query((row, number) -> new Stored(row.getString(1), new TenantId(row.getString(2)), at(row, 2)))
                .optional()
                .filter(stored -> MessageDigest.isEqual(
                        stored.hash().getBytes(StandardCharsets.US_ASCII),
                        Secrets.hash(parts[2]).getBytes(StandardCharsets.US_ASCII)))
                .filter(stored -> stored.key().revokedAt() == null)
                .filter(stored -> stored.key().expiresAt() == null || stored.key().expiresAt().isAfter(now))
                .flatMap(stored -> identity(stored, now));
    }

    private Optional<Identity> identity(Stored stored, Instant now) {
        Instant last = stored.key().lastUsedAt();
        if (last == null || last.isBefore(now.minus(USE_NOTED))) {
            jdbc.sql("update api_keys set last_used_at = ? where id = ?").params(utc(now), stored.key().id()).update();
        }
        return members.find(stored.tenant(), stored.key().account()).map(account -> {
            Identity whole = Members.identity(stored.tenant(), account);
            if (stored.key().roles().isEmpty()) {
                return whole;
            }
            // What the account has lost since, the key has lost, too.
            Set<Permission> both = EnumSet.noneOf(Permission.class);
            both.addAll(whole.permissions());
            both.retainAll(AccessRole.permissions(stored.key().roles()));
            return new Identity(whole.id(), whole.name(), whole.tenant(), whole.kind(), both);
        });
    }

    private record Stored(String hash, TenantId tenant, ApiKey key) {}

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        return at(row, 0);
    }

    private static ApiKey at(ResultSet row, int offset) throws SQLException {
        return new ApiKey(
                row.getString(offset + 1),
                MARK + row.getString(offset + 2),
                row.getString(offset + 3),
                row.getString(offset + 4),
                RoleNames.split(row.getString(offset + 5)),
                row.getObject(offset + 6, OffsetDateTime.class).toInstant(),
                instant(row.getObject(offset + 7, OffsetDateTime.class)),
                instant(row.getObject(offset + 8, OffsetDateTime.class)),
                instant(row.getObject(offset + 9, OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
