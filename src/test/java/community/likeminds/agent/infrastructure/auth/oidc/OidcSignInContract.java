package community.likeminds.agent.infrastructure.auth.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.Account;
import community.likeminds.agent.infrastructure.auth.Accounts;
import community.likeminds.agent.infrastructure.auth.AuditLog;
import community.likeminds.agent.infrastructure.auth.CallerResolver;
import community.likeminds.agent.infrastructure.auth.OidcSettings;
import community.likeminds.agent.infrastructure.auth.Sessions;
import community.likeminds.agent.infrastructure.auth.accounts.ExternalAccounts;
import community.likeminds.agent.infrastructure.storage.Caches;
import community.likeminds.agent.infrastructure.storage.StorageContext;
import community.likeminds.agent.infrastructure.storage.TestDatabase;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The whole flow against a provider that lies in single points; on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OidcSignInContract {

    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");
    private static final String PASSWORD = "four random words here";

    @TempDir
    static Path folder;

    private final TestDatabase database;
    private AnnotationConfigApplicationContext context;
    private Accounts accounts;

    private LoopbackProvider provider;
    private OidcSignIn signIn;
    private String email;

    OidcSignInContract(TestDatabase database) {
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

    @BeforeAll
    void start() {
        context = StorageContext.start(folder.resolve("data"), database.properties(), beans -> {}, Wiring.class);
        accounts = context.getBean(Accounts.class);
        accounts.addOrganisation(ACME, "Acme");
        accounts.addOrganisation(OTHER, "Other");
    }

    @AfterAll
    void stop() {
        context.close();
    }

    @BeforeEach
    void open() {
        provider = new LoopbackProvider();
        signIn = signIn(AccessRole.VIEWER);
        email = UUID.randomUUID() + "@example.org";
        provider.person(email, email, true);
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private OidcSignIn signIn(@Nullable AccessRole role) {
        OidcSettings settings = new OidcSettings(
                provider.issuer(), LoopbackProvider.CLIENT, LoopbackProvider.SECRET, URI.create("https://agent.example/api/v1/auth/oidc/callback"), ACME, role);
        return new OidcSignIn(
                settings,
                context.getBean(Caches.class),
                context.getBean(ExternalAccounts.class),
                context.getBean(Sessions.class),
                context.getBean(AuditLog.class),
                Clock.systemUTC());
    }

    private OidcSignIn.Callback visit(OidcSignIn.Begun begun) {
        try {
            Map<String, String> query = LoopbackProvider.form(provider.visit(begun.location()).getRawQuery());
            return new OidcSignIn.Callback(query.get("code"), query.get("state"), query.get("iss"), "");
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The account that a whole sign-in ends with. */
    private String flow(OidcSignIn by) {
        OidcSignIn.Begun begun = by.begin();
        Sessions.Tokens tokens = by.end(visit(begun), begun.browser());
        assertThat(tokens.tenant()).isEqualTo(ACME);
        return context.getBean(CallerResolver.class).resolve(tokens.accessToken()).id();
    }

    private static void refused(Runnable call, String code) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo(code));
    }

    private List<Account> members(String address) {
        return accounts.members(ACME).stream().filter(member -> member.email().equals(address)).toList();
    }

    @Test
    void somebodyNewBecomesAMemberAndIsTheSamePersonAfterwards() {
        String id = flow(signIn);
        assertThat(accounts.member(ACME, id).roles()).containsExactly(AccessRole.VIEWER);
        provider.signing = provider::rs256;
        provider.person(email, "new-" + email, false);
        assertThat(flow(signIn)).as("the subject is known, whatever the address is now").isEqualTo(id);
        assertThat(context.getBean(AuditLog.class).list(ACME, new AuditLog.Query(0, 10, id, "sign-in")).events())
                .hasSize(2)
                .allMatch(event -> event.outcome().equals(AuditLog.DONE));
    }

    @Test
    void aMemberIsLinkedByAVerifiedAddressOnly() {
        Account anna = accounts.addUser(ACME, new Accounts.NewUser(email, "Anna", PASSWORD, Set.of(AccessRole.ADMIN)));
        provider.person("s1-" + email, email, false);
        refused(() -> flow(signIn), "oidc-email-unverified");
        provider.person = Map.of("sub", "s1-" + email, "email", email, "email_verified", "true");
        refused(() -> flow(signIn), "oidc-email-unverified");
        provider.person = Map.of("sub", "s1-" + email, "email_verified", true);
        refused(() -> flow(signIn), "oidc-email-unverified");
        provider.person("s1-" + email, email.toUpperCase(java.util.Locale.ROOT), true);
        assertThat(flow(signIn)).isEqualTo(anna.id());
        assertThat(accounts.member(ACME, anna.id()).roles()).containsExactly(AccessRole.ADMIN);
        provider.person("s2-" + email, email, true);
        refused(() -> flow(signIn), "oidc-account-linked");
        assertThat(members(email)).hasSize(1);
    }

    @Test
    void withoutARoleOnlyMembersSignIn() {
        OidcSignIn closed = signIn(null);
        refused(() -> flow(closed), "oidc-not-a-member");
        Account bob = accounts.addUser(OTHER, new Accounts.NewUser(email, "Bob", PASSWORD, Set.of(AccessRole.VIEWER)));
        refused(() -> flow(closed), "oidc-not-a-member");
        assertThat(members(email)).isEmpty();
        assertThat(flow(signIn)).as("joins by the role").isEqualTo(bob.id());
        accounts.remove(ACME, bob.id());
        refused(() -> flow(closed), "oidc-not-a-member");
    }

    @Test
    void tokensThatAreNotForThisSignInAreRefused() {
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> lies = new LinkedHashMap<>();
        lies.put("nonce", claims -> claims.claim("nonce", "another"));
        lies.put("no nonce", claims -> claims.claim("nonce", null));
        lies.put("audience", claims -> claims.audience("somebody-else"));
        lies.put("two audiences", claims -> claims.audience(List.of(LoopbackProvider.CLIENT, "somebody-else")));
        lies.put("party", claims -> claims.claim("azp", "somebody-else"));
        lies.put("issuer", claims -> claims.issuer("https://elsewhere.example"));
        lies.put("expired", claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(70))));
        lies.put("no end", claims -> claims.expirationTime(null));
        lies.put("future", claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(90))));
        lies.put("not yet", claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(90))));
        lies.put("no subject", claims -> claims.subject(null));
        lies.put("long subject", claims -> claims.subject("x".repeat(256)));
        lies.forEach((name, lie) -> {
            provider.claims = lie;
            refused(() -> flow(signIn), "oidc-token-invalid");
        });
        assertThat(members(email)).isEmpty();
        provider.claims = claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(30)));
        assertThat(flow(signIn)).as("within the skew").isNotEmpty();
        provider.claims = claims -> claims.audience(List.of(LoopbackProvider.CLIENT, "api")).claim("azp", LoopbackProvider.CLIENT);
        assertThat(flow(signIn)).isNotEmpty();
    }

    @Test
    void tokensThatTheProviderDidNotSignAreRefused() throws Exception {
        ECKey attackers = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        byte[] publicBytes = provider.ec.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        URI elsewhere = URI.create(provider.issuer() + "/attackers-keys");
        Map<String, Function<JWTClaimsSet, String>> forgeries = new LinkedHashMap<>();
        forgeries.put("unsigned", claims -> new PlainJWT(claims).serialize());
        forgeries.put("other key", claims -> LoopbackProvider.sign(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec").build(), claims, attackers));
        forgeries.put("jwk", claims -> LoopbackProvider.sign(
                new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(attackers.toPublicJWK()).build(), claims, attackers));
        forgeries.put("jku", claims -> LoopbackProvider.sign(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec").jwkURL(elsewhere).build(), claims, attackers));
        forgeries.put("public key as a password", claims -> {
            try {
                SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("ec").build(), claims);
                token.sign(new MACSigner(publicBytes));
                return token.serialize();
            } catch (com.nimbusds.jose.JOSEException failure) {
                throw new IllegalStateException(failure);
            }
        });
        forgeries.put("no signature", claims -> provider.es256(claims).replaceFirst("[^.]+$", ""));
        forgeries.put("no token", claims -> "x");
        forgeries.forEach((name, forgery) -> {
            provider.signing = forgery;
            refused(() -> flow(signIn), "oidc-token-invalid");
        });
        assertThat(members(email)).isEmpty();
    }

    @Test
    void keysOfTheProviderRotate() throws Exception {
        String id = flow(signIn);
        ECKey next = new ECKeyGenerator(Curve.P_256).keyID("next").generate();
        provider.published = new JWKSet(List.of(next.toPublicJWK()));
        provider.signing = claims -> LoopbackProvider.sign(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("next").build(), claims, next);
        assertThat(flow(signIn)).isEqualTo(id);
    }

    @Test
    void aSignInEndsOnceAndInItsOwnBrowser() {
        OidcSignIn.Begun begun = signIn.begin();
        OidcSignIn.Begun mallory = signIn.begin();
        OidcSignIn.Callback callback = visit(begun);
        refused(() -> signIn.end(callback, ""), "oidc-state-invalid");
        refused(() -> signIn.end(callback, mallory.browser()), "oidc-state-invalid");
        refused(() -> signIn.end(new OidcSignIn.Callback(callback.code(), "made-up", callback.issuer(), ""), begun.browser()), "oidc-state-invalid");
        assertThat(signIn.end(callback, begun.browser()).accessToken()).isNotEmpty();
        refused(() -> signIn.end(callback, begun.browser()), "oidc-state-invalid");
        refused(() -> signIn.end(new OidcSignIn.Callback(visit(mallory).code(), callback.state(), callback.issuer(), ""), begun.browser()), "oidc-state-invalid");
    }

    @Test
    void aCodeOfAnotherSignInIsRefusedByItsVerifier() {
        OidcSignIn.Begun mine = signIn.begin();
        OidcSignIn.Callback stolen = visit(signIn.begin());
        OidcSignIn.Callback callback = visit(mine);
        refused(
                () -> signIn.end(new OidcSignIn.Callback(stolen.code(), callback.state(), callback.issuer(), ""), mine.browser()),
                "oidc-code-refused");
    }

    @Test
    void whatTheProviderRefusesOrAnotherOneAnswersEndsTheSignIn() {
        OidcSignIn.Begun first = signIn.begin();
        refused(() -> signIn.end(new OidcSignIn.Callback("", visit(first).state(), provider.issuer(), "access_denied"), first.browser()), "oidc-refused");
        OidcSignIn.Begun second = signIn.begin();
        OidcSignIn.Callback callback = visit(second);
        refused(
                () -> signIn.end(new OidcSignIn.Callback(callback.code(), callback.state(), "https://elsewhere.example", ""), second.browser()),
                "oidc-issuer-mismatch");
        OidcSignIn.Begun third = signIn.begin();
        OidcSignIn.Callback silent = visit(third);
        refused(() -> signIn.end(new OidcSignIn.Callback(silent.code(), silent.state(), "", ""), third.browser()), "oidc-issuer-mismatch");
    }

    @Test
    void aDescriptionOfAnotherIssuerOrWithReadableAddressesIsRefused() {
        provider.description = one -> {
            one.put("issuer", provider.issuer() + "/");
            return one;
        };
        refused(() -> signIn.begin(), "oidc-issuer-mismatch");
        for (String name : List.of("authorization_endpoint", "token_endpoint", "jwks_uri")) {
            provider.description = one -> {
                one.put(name, "http://provider.example/x");
                return one;
            };
            refused(() -> signIn.begin(), "oidc-address-insecure");
        }
        provider.description = one -> {
            one.put("jwks_uri", provider.issuer() + "/nothing");
            return one;
        };
        refused(() -> flow(signIn), "oidc-provider-unavailable");
        provider.close();
        OidcSignIn anew = signIn(null);
        refused(() -> anew.begin(), "oidc-provider-unavailable");
    }
}
