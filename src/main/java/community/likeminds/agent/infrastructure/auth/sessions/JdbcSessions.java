package community.likeminds.agent.infrastructure.auth.sessions;

import community.likeminds.agent.infrastructure.auth.AuditLog;
import community.likeminds.agent.infrastructure.auth.AuditLog.Actor;
import community.likeminds.agent.infrastructure.auth.AuditLog.Deed;
import community.likeminds.agent.infrastructure.auth.CurrentOrigin;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.Sessions;
import community.likeminds.agent.infrastructure.auth.accounts.Members;
import community.likeminds.agent.infrastructure.auth.accounts.PasswordCheck;
import community.likeminds.agent.infrastructure.auth.accounts.Secrets;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions as rows. A session is the family of all refresh tokens that follow from one sign-in; it ends as a whole. */
final class JdbcSessions implements Sessions {

    static final String MARK = "lmr_";

    private final JdbcClient jdbc;
    private final Members members;
    private final PasswordCheck passwords;
    private final AccessTokens accessTokens;
    private final AuditLog audit;
    private final Duration lifetime;
    private final Clock clock;

    /** @param lifetime how long a session can go on without signing in again */
    JdbcSessions(
            JdbcClient jdbc,
            Members members,
            PasswordCheck passwords,
            AccessTokens accessTokens,
            AuditLog audit,
            Duration lifetime,
            Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.passwords = passwords;
        this.accessTokens = accessTokens;
        this.audit = audit;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    @Override
    public Tokens signIn(String email, String password, String tenant) {
        String account;
        try {
            account = passwords.verify(email, password);
        } catch (AgentException refused) {
            refused(email, refused.code());
            throw refused;
        }
        TenantId chosen = choose(account, tenant);
        Tokens tokens = begin(chosen, account);
        audit(chosen, account, "sign-in", AuditLog.DONE);
        return tokens;
    }

    /** Every organisation of whoever has the address sees that somebody tried; nobody sees it of others. */
    private void refused(String email, String code) {
        List<TenantId> concerned = passwords.id(email).map(members::tenants).orElse(List.of());
        (concerned.isEmpty() ? List.of(TenantId.DEFAULT) : concerned)
                .forEach(tenant -> audit.record(new Deed(tenant, Actor.unknown(email), "sign-in", "", code)));
    }

    private TenantId choose(String account, String tenant) {
        List<TenantId> all = members.tenants(account);
        if (tenant.isEmpty() && all.size() == 1) {
            return all.getFirst();
        }
        return all.stream()
                .filter(one -> one.value().equals(tenant))
                .findFirst()
                .orElseThrow(() -> AgentException.badInput(
                        "organisation-needed",
                        tenant.isEmpty() ? "You are a member of several organisations, or of none." : "You are not a member of '" + tenant + "'.",
                        "Name one of: " + String.join(", ", all.stream().map(TenantId::value).toList()) + "."));
    }

    @Override
    public Tokens begin(TenantId tenant, String account) {
        members.get(tenant, account);
        Instant now = clock.instant();
        tidy(now);
        String session = UUID.randomUUID().toString();
        jdbc.sql("insert into sessions (id, tenant, account, origin, created_at, expires_at) values (?, ?, ?, ?, ?, ?)")
                .params(session, tenant.value(), account, CurrentOrigin.get(), utc(now), utc(now.plus(lifetime)))
                .update();
        return tokens(new Open(session, tenant, account, now.plus(lifetime)));
    }

    private record Open(String session, TenantId tenant, String account, Instant expiresAt) {}

    private Tokens tokens(Open open) {
        String refresh = MARK + Secrets.fresh();
        jdbc.sql("insert into refresh_tokens (hash, session, expires_at) values (?, ?, ?)")
                .params(Secrets.hash(refresh), open.session(), utc(open.expiresAt()))
                .update();
        AccessTokens.Issued access = accessTokens.issue(open.tenant(), open.account(), open.session());
        return new Tokens(access.token(), access.expiresAt(), refresh, open.tenant());
    }

    @Override
    public Tokens refresh(String refreshToken) {
        String hash = Secrets.hash(refreshToken);
        Open open = open(hash).orElseThrow(JdbcSessions::invalid);
        int used = jdbc.sql("update refresh_tokens set used_at = ? where hash = ? and used_at is null")
                .params(utc(clock.instant()), hash)
                .update();
        if (used == 0) {
            // It was used before: either this caller or the other one has stolen it.
            revoke(open.session());
            audit(open.tenant(), open.account(), "refresh", "refresh-token-reused");
            throw invalid();
        }
        return tokens(open);
    }

    /** The session that a refresh token belongs to, while it is open. */
    private Optional<Open> open(String hash) {
        return jdbc.sql("select s.id, s.tenant, s.account, s.expires_at from refresh_tokens r join sessions s on s.id = r.session"
                        + " where r.hash = ? and s.revoked_at is null and s.expires_at > ?")
                .params(hash, utc(clock.instant()))
                .query((row, number) -> new Open(
                        row.getString(1),
                        new TenantId(row.getString(2)),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .optional()
                .filter(open -> members.find(open.tenant(), open.account()).isPresent());
    }

    @Override
    public void end(String refreshToken) {
        open(Secrets.hash(refreshToken)).ifPresent(open -> {
            revoke(open.session());
            audit(open.tenant(), open.account(), "sign-out", AuditLog.DONE);
        });
    }

    private void revoke(String session) {
        jdbc.sql("update sessions set revoked_at = ? where id = ? and revoked_at is null")
                .params(utc(clock.instant()), session)
                .update();
    }

    @Override
    public int endAll(String account) {
        return jdbc.sql("update sessions set revoked_at = ? where account = ? and revoked_at is null and expires_at > ?")
                .params(utc(clock.instant()), account, utc(clock.instant()))
                .update();
    }

    @Override
    public List<Session> list(String account) {
        return jdbc.sql("select id, tenant, origin, created_at, expires_at from sessions"
                        + " where account = ? and revoked_at is null and expires_at > ? order by created_at desc, id")
                .params(account, utc(clock.instant()))
                .query((row, number) -> new Session(
                        row.getString(1),
                        new TenantId(row.getString(2)),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Who has a session, while it is open and they are a member. */
    Optional<Identity> identity(AccessTokens.Claimed claimed) {
        boolean open = jdbc.sql("select count(*) from sessions where id = ? and tenant = ? and account = ? and revoked_at is null and expires_at > ?")
                        .params(claimed.session(), claimed.tenant().value(), claimed.account(), utc(clock.instant()))
                        .query(Long.class)
                        .single()
                > 0;
        return open
                ? members.find(claimed.tenant(), claimed.account()).map(account -> Members.identity(claimed.tenant(), account))
                : Optional.empty();
    }

    private void audit(TenantId tenant, String account, String action, String outcome) {
        Actor actor = members.find(tenant, account)
                .map(member -> Actor.of(Members.identity(tenant, member)))
                .orElse(new Actor("user", account, ""));
        audit.record(new Deed(tenant, actor, action, "", outcome));
    }

    private void tidy(Instant now) {
        jdbc.sql("delete from sessions where expires_at < ?").params(utc(now.minus(Duration.ofDays(1)))).update();
    }

    private static AgentException invalid() {
        return new AgentException(
                AgentException.Kind.UNAUTHENTICATED,
                "refresh-token-invalid",
                "The refresh token was used already, has expired, or its session has ended.",
                "Sign in again.");
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
