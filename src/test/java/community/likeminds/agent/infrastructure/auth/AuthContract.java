package community.likeminds.agent.infrastructure.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import community.likeminds.agent.infrastructure.auth.sessions.SigningKeys;
import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import community.likeminds.agent.infrastructure.storage.StorageContext;
import community.likeminds.agent.infrastructure.storage.TestDatabase;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts, tokens, keys and grants, whatever database they are in; and the attacks on tokens. */
abstract class AuthContract {

    private static final String PASSWORD = "four random words here";
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");

    @TempDir
    Path folder;

    private final TestDatabase database;
    private AnnotationConfigApplicationContext context;
    private Accounts accounts;
    private Sessions sessions;
    private CallerResolver callers;
    private Account anna;

    AuthContract(TestDatabase database) {
        this.database = database;
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({
        "community.likeminds.agent.infrastructure.auth.accounts",
        "community.likeminds.agent.infrastructure.auth.audit",
        "community.likeminds.agent.infrastructure.auth.sessions",
        "community.likeminds.agent.infrastructure.secrets"
    })
    static class Wiring {}

    @BeforeEach
    void start() {
        context = StorageContext.start(folder.resolve("data"), database.properties(), beans -> {}, Wiring.class);
        accounts = context.getBean(Accounts.class);
        sessions = context.getBean(Sessions.class);
        callers = context.getBean(CallerResolver.class);
        if (accounts.organisations().stream().noneMatch(one -> one.tenant().equals(ACME))) {
            accounts.addOrganisation(ACME, "Acme");
            accounts.addOrganisation(OTHER, "Other");
        }
        anna = accounts.addUser(ACME, new Accounts.NewUser(UUID.randomUUID() + "@example.org", "Anna", PASSWORD, Set.of(AccessRole.ADMIN)));
    }

    @AfterEach
    void stop() {
        context.close();
    }

    private Sessions.Tokens signIn() {
        return sessions.signIn(anna.email(), PASSWORD, "");
    }

    private static void refused(Runnable call, String... codes) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isIn((Object[]) codes));
    }

    @Test
    void whoSignsInIsWhoTheyAre() {
        Identity caller = callers.resolve(signIn().accessToken());
        assertThat(caller.id()).isEqualTo(anna.id());
        assertThat(caller.tenant()).isEqualTo(ACME);
        assertThat(caller.permissions()).isEqualTo(AccessRole.ADMIN.permissions());
    }

    @Test
    void wrongPasswordsAndUnknownPeopleAreAnsweredAlikeAndSlowedDown() {
        String unknown = UUID.randomUUID() + "@example.org";
        for (String email : List.of(anna.email(), unknown)) {
            for (int attempt = 0; attempt < 5; attempt++) {
                refused(() -> sessions.signIn(email, "not the password", ""), "credentials-wrong");
            }
            refused(() -> sessions.signIn(email, PASSWORD, ""), "sign-in-paused");
        }
    }

    @Test
    void passwordsAreKeptAsArgon2() {
        String kept = context.getBean(JdbcClient.class)
                .sql("select password from accounts where id = ?")
                .params(anna.id())
                .query(String.class)
                .single();
        assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void privateKeysAndTokensAreNotReadableInTheDatabase() {
        Sessions.Tokens tokens = signIn();
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        assertThat(jdbc.sql("select private_key from signing_keys").query(String.class).list())
                .isNotEmpty()
                .allMatch(SecretEncryption::encrypted);
        assertThat(jdbc.sql("select public_key from signing_keys").query(String.class).list()).noneMatch(key -> key.contains("\"d\""));
        assertThat(jdbc.sql("select hash from refresh_tokens").query(String.class).list()).doesNotContain(tokens.refreshToken());
    }

    private ECKey published() {
        return (ECKey) context.getBean(SigningKeys.class).published().getKeys().getFirst();
    }

    private JWTClaimsSet.Builder claims(Sessions.Tokens tokens) {
        try {
            return new JWTClaimsSet.Builder(SignedJWT.parse(tokens.accessToken()).getJWTClaimsSet());
        } catch (java.text.ParseException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void forgedTokensAreRefused() throws Exception {
        Sessions.Tokens tokens = signIn();
        JWTClaimsSet good = claims(tokens).build();
        JOSEObjectType type = new JOSEObjectType("at+jwt");
        ECKey attackers = new ECKeyGenerator(Curve.P_256).keyID(published().getKeyID()).generate();
        byte[] publicBytes = published().toJSONString().getBytes(StandardCharsets.UTF_8);
        refused(() -> callers.resolve(new PlainJWT(good).serialize()), "access-token-invalid");
        Map<String, JWSHeader> headers = Map.of(
                "the key's name", new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).keyID(published().getKeyID()).build(),
                "a path", new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).keyID("../../dev/null").build(),
                "a statement", new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).keyID("' or '1'='1").build(),
                "jku", new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).keyID(attackers.getKeyID()).jwkURL(URI.create("http://127.0.0.1:1/keys")).build(),
                "x5u", new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).x509CertURL(URI.create("http://127.0.0.1:1/cert")).build(),
                "jwk", new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).jwk(attackers.toPublicJWK()).build(),
                "no name", new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).build());
        ECDSASigner attacker = new ECDSASigner(attackers);
        headers.forEach((name, header) -> refused(() -> callers.resolve(sign(header, good, attacker)), "access-token-invalid"));
        MACSigner confused = new MACSigner(publicBytes);
        refused(
                () -> callers.resolve(sign(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).type(type).keyID(published().getKeyID()).build(), good, confused)),
                "access-token-invalid");
        String token = tokens.accessToken();
        for (int index = 0; index < token.length() - 2; index += 7) {
            char changed = token.charAt(index) == 'A' ? 'B' : 'A';
            String tampered = token.substring(0, index) + changed + token.substring(index + 1);
            refused(() -> callers.resolve(tampered), "access-token-invalid", "access-token-expired");
        }
    }

    /** Signed with the real key, as if somebody had made this installation sign something else. */
    @Test
    void tokensForSomethingElseAreRefused() throws Exception {
        Sessions.Tokens tokens = signIn();
        String kept = context.getBean(JdbcClient.class)
                .sql("select private_key from signing_keys where id = ?")
                .params(published().getKeyID())
                .query(String.class)
                .single();
        ECKey real = ECKey.parse(context.getBean(SecretEncryption.class)
                .decrypt(TenantId.DEFAULT, "signing-key/" + published().getKeyID(), kept));
        ECDSASigner signer = new ECDSASigner(real);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("at+jwt")).keyID(real.getKeyID()).build();
        assertThat(callers.resolve(sign(header, claims(tokens).build(), signer)).id()).isEqualTo(anna.id());
        Map<String, Consumer<JWTClaimsSet.Builder>> wrong = Map.of(
                "audience", claims -> claims.audience("somebody-else"),
                "issuer", claims -> claims.issuer("https://elsewhere.example"),
                "future", claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(600))),
                "no subject", claims -> claims.subject(null),
                "no end", claims -> claims.expirationTime(null),
                "no session", claims -> claims.claim("sid", null));
        wrong.forEach((name, change) -> {
            JWTClaimsSet.Builder changed = claims(tokens);
            change.accept(changed);
            refused(() -> callers.resolve(sign(header, changed.build(), signer)), "access-token-invalid");
        });
        refused(
                () -> callers.resolve(sign(header, claims(tokens).expirationTime(Date.from(Instant.now().minusSeconds(60))).build(), signer)),
                "access-token-expired");
        refused(() -> callers.resolve(sign(header, claims(tokens).claim("tenant", "other").build(), signer)), "session-ended");
        JWSHeader service = new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("likeminds-service+jwt")).keyID(real.getKeyID()).build();
        refused(() -> callers.resolve(sign(service, claims(tokens).build(), signer)), "access-token-invalid");
    }

    @Test
    void keysRotateAndAWithdrawnOneIsRefused() {
        SigningKeys keys = context.getBean(SigningKeys.class);
        Sessions.Tokens before = signIn();
        String old = published().getKeyID();
        String made = keys.rotate();
        assertThat(keys.published().getKeys()).extracting(com.nimbusds.jose.jwk.JWK::getKeyID).contains(old, made);
        assertThat(callers.resolve(before.accessToken()).id()).isEqualTo(anna.id());
        assertThat(callers.resolve(signIn().accessToken()).id()).isEqualTo(anna.id());
        assertThat(keys.withdraw(old)).isTrue();
        refused(() -> callers.resolve(before.accessToken()), "access-token-invalid");
    }

    @Test
    void aRefreshTokenThatIsUsedTwiceEndsItsSession() {
        Sessions.Tokens first = signIn();
        Sessions.Tokens second = sessions.refresh(first.refreshToken());
        refused(() -> sessions.refresh(first.refreshToken()), "refresh-token-invalid");
        refused(() -> sessions.refresh(second.refreshToken()), "refresh-token-invalid");
        refused(() -> callers.resolve(second.accessToken()), "session-ended");
        assertThat(context.getBean(AuditLog.class).list(ACME, new AuditLog.Query(0, 50, anna.id(), "refresh")).events())
                .extracting(AuditLog.Event::outcome)
                .contains("refresh-token-reused");
    }

    @Test
    void nobodyIsReachedFromAnotherOrganisation() {
        refused(() -> accounts.member(OTHER, anna.id()), "account-not-found");
        refused(() -> accounts.setRoles(OTHER, anna.id(), Set.of(AccessRole.VIEWER)), "account-not-found");
        refused(() -> accounts.remove(OTHER, anna.id()), "account-not-found");
        ApiKeys keys = context.getBean(ApiKeys.class);
        refused(() -> keys.create(OTHER, new ApiKeys.NewKey(anna.id(), "n", Set.of(), null)), "account-not-found");
        ApiKeys.Created key = keys.create(ACME, new ApiKeys.NewKey(anna.id(), "n", Set.of(), null));
        refused(() -> keys.revoke(OTHER, key.key().id()), "key-not-found");
        assertThat(callers.resolve(key.secret()).tenant()).isEqualTo(ACME);
        assertThat(accounts.members(OTHER)).extracting(Account::id).doesNotContain(anna.id());
    }

    @Test
    void aKeyEndsAndIsLimitedToWhatItsAccountMay() {
        ApiKeys keys = context.getBean(ApiKeys.class);
        Account bot = accounts.addServiceAccount(ACME, "bot", Set.of(AccessRole.VIEWER));
        refused(() -> keys.create(ACME, new ApiKeys.NewKey(bot.id(), "n", Set.of(AccessRole.ADMIN), null)), "role-exceeds-account");
        refused(() -> keys.create(ACME, new ApiKeys.NewKey(bot.id(), "n", Set.of(), Instant.now().minusSeconds(1))), "expiry-past");
        ApiKeys.Created key = keys.create(ACME, new ApiKeys.NewKey(bot.id(), "n", Set.of(), null));
        assertThat(key.secret()).startsWith(key.key().prefix());
        assertThat(key.toString()).doesNotContain(key.secret());
        refused(() -> callers.resolve(key.secret() + "x"), "api-key-invalid");
        keys.revoke(ACME, key.key().id());
        refused(() -> callers.resolve(key.secret()), "api-key-invalid");
    }

    @Test
    void theLastAdminStays() {
        accounts.members(ACME).stream()
                .filter(member -> !member.id().equals(anna.id()))
                .forEach(member -> accounts.remove(ACME, member.id()));
        refused(() -> accounts.remove(ACME, anna.id()), "last-admin");
        refused(() -> accounts.setRoles(ACME, anna.id(), Set.of(AccessRole.VIEWER)), "last-admin");
        assertThat(accounts.member(ACME, anna.id()).roles()).containsExactly(AccessRole.ADMIN);
    }

    @Test
    void whoIsKnownAlreadyAcceptsWithTheirPassword() {
        Invitations invitations = context.getBean(Invitations.class);
        Invitations.Invitation one = invitations.invite(OTHER, anna.email(), Set.of(AccessRole.VIEWER), Duration.ofHours(1));
        refused(
                () -> invitations.accept(new Invitations.Acceptance(one.secret(), "", "Mallory", "a password of somebody")),
                "credentials-wrong");
        assertThat(invitations.accept(new Invitations.Acceptance(one.secret(), "", "", PASSWORD)).id()).isEqualTo(anna.id());
        refused(() -> invitations.accept(new Invitations.Acceptance(one.secret(), "", "", PASSWORD)), "invitation-invalid");
        refused(() -> sessions.signIn(anna.email(), PASSWORD, ""), "organisation-needed");
        assertThat(callers.resolve(sessions.signIn(anna.email(), PASSWORD, "other").accessToken()).permissions())
                .isEqualTo(AccessRole.VIEWER.permissions());
        Invitations.Invitation late = invitations.invite(OTHER, "late@example.org", Set.of(AccessRole.VIEWER), Duration.ofSeconds(-1));
        refused(() -> invitations.accept(new Invitations.Acceptance(late.secret(), "", "Late", PASSWORD)), "invitation-invalid");
    }

    @Test
    void aGrantHoldsForItsProjectOnly() {
        ProjectGrants grants = context.getBean(ProjectGrants.class);
        Account bot = accounts.addServiceAccount(ACME, "bot", Set.of(AccessRole.VIEWER));
        Identity caller = new Identity(bot.id(), "bot", ACME, Identity.Kind.SERVICE_ACCOUNT, AccessRole.VIEWER.permissions());
        ProjectGrants.Grant grant = new ProjectGrants.Grant("p1", bot.id(), AccessRole.DEVELOPER);
        assertThat(grants.permits(caller, "p1", Permission.PROJECTS_CHANGE)).isFalse();
        grants.grant(ACME, grant);
        assertThat(grants.permits(caller, "p1", Permission.PROJECTS_CHANGE)).isTrue();
        assertThat(grants.permits(caller, "p2", Permission.PROJECTS_CHANGE)).isFalse();
        refused(() -> grants.grant(ACME, new ProjectGrants.Grant("p1", bot.id(), AccessRole.ADMIN)), "role-not-for-projects");
        refused(() -> grants.grant(OTHER, grant), "account-not-found");
        assertThat(grants.of(OTHER, "p1")).isEmpty();
        assertThat(grants.revoke(ACME, grant)).isTrue();
        assertThat(grants.permits(caller, "p1", Permission.PROJECTS_CHANGE)).isFalse();
    }
}
