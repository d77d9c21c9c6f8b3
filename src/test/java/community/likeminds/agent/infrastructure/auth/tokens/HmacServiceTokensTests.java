package community.likeminds.agent.infrastructure.auth.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.CurrentOrigin;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.ServiceTokens;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HmacServiceTokensTests {

    private static final String SECRET = "a secret that all processes of this test share";
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Identity ANNA = new Identity(
            "u-1", "anna@example.org", new TenantId("acme"), Identity.Kind.USER, AccessRole.DEVELOPER.permissions());

    private final ServiceTokens tokens = at(NOW);

    private static ServiceTokens at(Instant time) {
        return new HmacServiceTokens(ServiceTokensConfiguration.key(SECRET), Clock.fixed(time, ZoneOffset.UTC));
    }

    @Test
    void anIdentityArrivesAsItWasSent() {
        String token = tokens.mint(ANNA, "coding-agent");
        assertThat(tokens.verify(token, Set.of("documentation-agent", "coding-agent"))).isEqualTo(ANNA);
    }

    @Test
    void whereACallWasAskedForArrivesWithAndWithoutAnIdentity() {
        try (CurrentOrigin.Scope _ = CurrentOrigin.enter("192.0.2.7")) {
            assertThat(tokens.sender(tokens.mint(ANNA, "auth"), Set.of("auth"))).isEqualTo(new ServiceTokens.Sender(ANNA, "192.0.2.7"));
            String nobody = tokens.vouch("auth");
            assertThat(tokens.sender(nobody, Set.of("auth"))).isEqualTo(new ServiceTokens.Sender(null, "192.0.2.7"));
            assertThatThrownBy(() -> tokens.verify(nobody, Set.of("auth"))).hasMessageContaining("names nobody");
        }
        try (CurrentOrigin.Scope _ = CurrentOrigin.enter("192.0.2.8")) {
            assertThat(tokens.sender(tokens.mint(ANNA, "auth"), Set.of("auth")).origin()).isEqualTo("192.0.2.8");
        }
    }

    @Test
    void aTokenIsForOneRole() {
        refused(tokens, tokens.mint(ANNA, "coding-agent"), "another role");
    }

    @Test
    void aTokenEndsAfterAMinuteButForgivesClocks() {
        String token = tokens.mint(ANNA, "documentation-agent");
        assertThat(at(NOW.plusSeconds(80)).verify(token, Set.of("documentation-agent"))).isEqualTo(ANNA);
        refused(at(NOW.plusSeconds(91)), token, "expired");
        refused(at(NOW.minusSeconds(31)), token, "future");
    }

    @Test
    void anotherSecretIsAnotherInstallation() {
        ServiceTokens others = new HmacServiceTokens(
                ServiceTokensConfiguration.key("another secret that is also long enough"), Clock.fixed(NOW, ZoneOffset.UTC));
        refused(tokens, others.mint(ANNA, "documentation-agent"), "not signed by this installation");
        assertThat(ServiceTokensConfiguration.key("")).isNotEqualTo(ServiceTokensConfiguration.key(""));
    }

    @Test
    void anUnsignedTokenIsNone() {
        String plain = new PlainJWT(new JWTClaimsSet.Builder().subject("u-1").build()).serialize();
        refused(tokens, plain, "");
        String[] parts = tokens.mint(ANNA, "documentation-agent").split("\\.");
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"likeminds-service+jwt\"}".getBytes(StandardCharsets.UTF_8));
        refused(tokens, none + "." + parts[1] + ".", "");
    }

    @Test
    void noCharacterCanBeChanged() {
        String token = tokens.mint(ANNA, "documentation-agent");
        for (int index = 0; index < token.length() - 1; index++) {
            char changed = token.charAt(index) == 'A' ? 'B' : 'A';
            String tampered = token.substring(0, index) + changed + token.substring(index + 1);
            assertThatThrownBy(() -> tokens.verify(tampered, Set.of("documentation-agent")))
                    .as("changed at " + index)
                    .isInstanceOfSatisfying(
                            AgentException.class, error -> assertThat(error.code()).isEqualTo("service-token-invalid"));
        }
    }

    @Test
    void aTokenOfAnotherTypeOrALongerLifeIsRefused() throws Exception {
        refused(tokens, signed("JWT", Duration.ofSeconds(60)), "not signed");
        refused(tokens, signed("likeminds-service+jwt", Duration.ofHours(1)), "times");
    }

    private static String signed(String type, Duration lifetime) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType(type)).build(),
                new JWTClaimsSet.Builder()
                        .issuer("likeminds")
                        .audience("documentation-agent")
                        .subject("u-1")
                        .issueTime(Date.from(NOW))
                        .expirationTime(Date.from(NOW.plus(lifetime)))
                        .build());
        token.sign(new MACSigner(ServiceTokensConfiguration.key(SECRET)));
        return token.serialize();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "..", "{}"})
    void rubbishIsRefused(String token) {
        refused(tokens, token, "");
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> ServiceTokensConfiguration.key("short"))
                .isInstanceOfSatisfying(
                        AgentException.class, error -> assertThat(error.code()).isEqualTo("services-secret-short"));
    }

    private static void refused(ServiceTokens tokens, String token, String why) {
        assertThatThrownBy(() -> tokens.verify(token, Set.of("documentation-agent")))
                .isInstanceOfSatisfying(AgentException.class, error -> {
                    assertThat(error.code()).isEqualTo("service-token-invalid");
                    assertThat(error.kind()).isEqualTo(AgentException.Kind.UNAUTHENTICATED);
                    assertThat(error.fact()).contains(why);
                });
    }
}
