package community.likeminds.agent.infrastructure.auth.sessions;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of people: JWTs of the type {@code at+jwt} (RFC 9068), signed with ES256. Only this algorithm and only keys of this
 * installation are accepted; what a token's header says about where its key is found is ignored.
 */
final class AccessTokens {

    static final Duration SKEW = Duration.ofSeconds(30);
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final String AUDIENCE = "likeminds-api";

    private final SigningKeys keys;
    private final String issuer;
    private final Duration lifetime;
    private final Clock clock;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    AccessTokens(SigningKeys keys, String issuer, Duration lifetime, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.lifetime = lifetime;
        this.clock = clock;
        JWKSource<SecurityContext> source = (selector, context) -> selector.select(keys.published());
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, source));
        processor.setJWTClaimsSetVerifier(new Claims(issuer, clock));
    }

    record Issued(String token, Instant expiresAt) {}

    Issued issue(TenantId tenant, String account, String session) {
        Instant now = clock.instant();
        Instant expires = now.plus(lifetime);
        ECKey key = keys.current();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience(AUDIENCE)
                        .subject(account)
                        .claim("tenant", tenant.value())
                        .claim("sid", session)
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(expires))
                        .build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException failure) {
            throw new IllegalStateException("An access token could not be signed.", failure);
        }
        return new Issued(token.serialize(), expires);
    }

    /** What a token says; whether its session still is open is another question. */
    record Claimed(TenantId tenant, String account, String session) {}

    /** Throws {@code access-token-invalid} or {@code access-token-expired}. */
    Claimed verify(String token) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            return new Claimed(
                    new TenantId(claims.getStringClaim("tenant")), claims.getSubject(), claims.getStringClaim("sid"));
        } catch (ExpiredException expired) {
            throw new AgentException(
                    AgentException.Kind.UNAUTHENTICATED,
                    "access-token-expired",
                    "The access token has expired.",
                    "Get a new one for the refresh token (POST /api/v1/auth/tokens/refresh).",
                    expired);
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException | AgentException invalid) {
            throw new AgentException(
                    AgentException.Kind.UNAUTHENTICATED,
                    "access-token-invalid",
                    "The access token is not one of this installation.",
                    "Sign in to get one (POST /api/v1/auth/tokens).",
                    invalid);
        }
    }

    private static final class ExpiredException extends BadJWTException {

        private static final long serialVersionUID = 1L;

        ExpiredException() {
            super("expired");
        }
    }

    /** Nimbus' own verifier goes by the system's clock; times are compared here. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Clock clock;

        Claims(String issuer, Clock clock) {
            super(
                    AUDIENCE,
                    new JWTClaimsSet.Builder().issuer(issuer).build(),
                    Set.of("sub", "tenant", "sid", "jti", "iat", "exp"));
            this.clock = clock;
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }

        @Override
        public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) throws BadJWTException {
            Date expires = claims.getExpirationTime();
            Date issued = claims.getIssueTime();
            Instant now = clock.instant();
            if (expires != null && now.minus(SKEW).isAfter(expires.toInstant())) {
                throw new ExpiredException();
            }
            if (issued != null && now.plus(SKEW).isBefore(issued.toInstant())) {
                throw new BadJWTException("issued in the future");
            }
            setMaxClockSkew((int) SKEW.toSeconds());
            super.verify(claims, context);
        }
    }
}
