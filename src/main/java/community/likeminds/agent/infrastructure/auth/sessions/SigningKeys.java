package community.likeminds.agent.infrastructure.auth.sessions;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import community.likeminds.agent.infrastructure.secrets.EncryptedRows;
import community.likeminds.agent.infrastructure.secrets.EncryptedValues;
import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import community.likeminds.agent.shared.TenantId;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keys that sign access tokens (ES256), as rows that all processes share; private halves are encrypted. The newest one signs, older ones only verify
 * until the last token that they signed has expired. What was read serves for a moment, so that a key that is withdrawn is refused within seconds.
 */
public final class SigningKeys {

    static final Duration MEMORY = Duration.ofSeconds(2);
    /** Keys belong to the installation, not to an organisation. */
    private static final TenantId HOUSE = TenantId.DEFAULT;

    private final JdbcClient jdbc;
    private final SecretEncryption secrets;
    private final Clock clock;
    private final Duration period;
    private final Duration tokenLifetime;

    private volatile @Nullable Known known;
    private volatile @Nullable ECKey signing;

    private record Stored(ECKey key, String encrypted, Instant createdAt, @Nullable Instant retiresAt) {}

    private record Known(Instant readAt, List<Stored> keys) {}

    /** @param period after which a new key is made */
    SigningKeys(JdbcClient jdbc, SecretEncryption secrets, Clock clock, Duration period, Duration tokenLifetime) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
        this.period = period;
        this.tokenLifetime = tokenLifetime;
    }

    /** The key that signs now, with its private half; made when there is none or the newest one is too old. */
    ECKey current() {
        Optional<Stored> newest = keys().stream().filter(key -> key.retiresAt() == null).findFirst();
        if (newest.isEmpty() || newest.get().createdAt().plus(period).isBefore(clock.instant())) {
            rotate();
            newest = keys().stream().filter(key -> key.retiresAt() == null).findFirst();
        }
        return withPrivate(newest.orElseThrow(() -> new IllegalStateException("The key that was just made is not there.")));
    }

    private ECKey withPrivate(Stored stored) {
        ECKey open = signing;
        if (open == null || !open.getKeyID().equals(stored.key().getKeyID())) {
            try {
                open = ECKey.parse(secrets.decrypt(HOUSE, name(stored.key().getKeyID()), stored.encrypted()));
            } catch (ParseException failure) {
                throw new IllegalStateException("A signing key is damaged.", failure);
            }
            signing = open;
        }
        return open;
    }

    /** Makes a new key that signs from now on; the others retire when their last token has expired. */
    public String rotate() {
        String id = UUID.randomUUID().toString();
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            Instant now = clock.instant();
            jdbc.sql("insert into signing_keys (id, public_key, private_key, created_at) values (?, ?, ?, ?)")
                    .params(id, key.toPublicJWK().toJSONString(), secrets.encrypt(HOUSE, name(id), key.toJSONString()), utc(now))
                    .update();
            jdbc.sql("update signing_keys set retires_at = ? where id <> ? and retires_at is null and created_at <= ?")
                    .params(utc(now.plus(tokenLifetime).plus(AccessTokens.SKEW)), id, utc(now))
                    .update();
            jdbc.sql("delete from signing_keys where retires_at < ?").params(utc(now)).update();
        } catch (JOSEException failure) {
            throw new IllegalStateException("This Java cannot make keys of the curve P-256.", failure);
        }
        known = null;
        return id;
    }

    /** Withdraws a key that somebody else may have: what it signed is refused. False when there is no such key. */
    public boolean withdraw(String id) {
        boolean there = jdbc.sql("delete from signing_keys where id = ?").params(id).update() > 0;
        known = null;
        signing = null;
        return there;
    }

    /** Public halves of all keys that may have signed a token that is still valid. */
    public JWKSet published() {
        Instant now = clock.instant();
        return new JWKSet(keys().stream()
                .filter(key -> key.retiresAt() == null || key.retiresAt().isAfter(now))
                .map(key -> (com.nimbusds.jose.jwk.JWK) key.key())
                .toList());
    }

    private List<Stored> keys() {
        Known memory = known;
        if (memory == null || memory.readAt().plus(MEMORY).isBefore(clock.instant())) {
            memory = new Known(
                    clock.instant(),
                    jdbc.sql("select public_key, private_key, created_at, retires_at from signing_keys order by created_at desc, id")
                            .query((row, number) -> {
                                OffsetDateTime retires = row.getObject(4, OffsetDateTime.class);
                                return new Stored(
                                        publicKey(row.getString(1)),
                                        row.getString(2),
                                        row.getObject(3, OffsetDateTime.class).toInstant(),
                                        retires == null ? null : retires.toInstant());
                            })
                            .list());
            known = memory;
        }
        return memory.keys();
    }

    private static ECKey publicKey(String json) {
        try {
            return ECKey.parse(json).toPublicJWK();
        } catch (ParseException failure) {
            throw new IllegalStateException("A signing key is damaged.", failure);
        }
    }

    /** The private halves. */
    static EncryptedValues values(JdbcTemplate jdbc) {
        return new EncryptedRows(
                jdbc, new EncryptedRows.Column("signing keys", "signing_keys", List.of("id"), "private_key"),
                key -> new EncryptedRows.Owner(HOUSE, name(key.getFirst())));
    }

    private static String name(String id) {
        return "signing-key/" + id;
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
