package community.likeminds.agent.infrastructure.auth.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import community.likeminds.agent.infrastructure.auth.OidcSettings;
import community.likeminds.agent.infrastructure.auth.accounts.ExternalAccounts.Person;
import community.likeminds.agent.shared.AgentException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies ID tokens (OpenID Connect Core 1.0, section 3.1.3.7). Only two algorithms and only the provider's published keys are accepted; what
 * a token's header says about where its key is found is ignored.
 */
final class IdTokens {

    private static final Logger LOG = LoggerFactory.getLogger(IdTokens.class);
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final int LONGEST_SUBJECT = 255;

    private final OidcSettings settings;
    private final Clock clock;

    IdTokens(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Throws {@code oidc-token-invalid}, {@code oidc-provider-unavailable}. */
    Person verify(String token, String nonce, Provider.Description provider) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, provider.keys()));
        processor.setJWTClaimsSetVerifier(new Claims(settings, nonce, clock));
        try {
            JWTClaimsSet claims = processor.process(token, null);
            return new Person(
                    settings.issuer(),
                    claims.getSubject(),
                    text(claims.getStringClaim("email")),
                    Boolean.TRUE.equals(claims.getClaim("email_verified")),
                    text(claims.getStringClaim("name")));
        } catch (KeySourceException unreachable) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "oidc-provider-unavailable",
                    "The keys of the sign-in provider " + settings.issuer() + " cannot be read.",
                    "See that it runs and can be reached, then sign in again.",
                    unreachable);
        } catch (ParseException | BadJOSEException | JOSEException invalid) {
            LOG.warn("An ID token of {} was refused: {}", settings.issuer(), text(invalid.getMessage()).replaceAll("\\p{Cntrl}", " "));
            throw new AgentException(
                    AgentException.Kind.UNAUTHENTICATED,
                    "oidc-token-invalid",
                    "What the provider says about you is not valid for this sign-in.",
                    "Sign in again; the server's log says what was wrong.",
                    invalid);
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Nimbus' own verifier goes by the system's clock and knows nothing of authorised parties. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final String client;
        private final Clock clock;

        Claims(OidcSettings settings, String nonce, Clock clock) {
            super(
                    settings.clientId(),
                    new JWTClaimsSet.Builder().issuer(settings.issuer()).claim("nonce", nonce).build(),
                    Set.of("sub", "iat", "exp"));
            this.client = settings.clientId();
            this.clock = clock;
            setMaxClockSkew((int) SKEW.toSeconds());
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }

        @Override
        public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) throws BadJWTException {
            super.verify(claims, context);
            Instant latest = clock.instant().plus(SKEW);
            if (claims.getIssueTime().toInstant().isAfter(latest)) {
                throw new BadJWTException("issued in the future");
            }
            if (claims.getSubject().isBlank() || claims.getSubject().length() > LONGEST_SUBJECT) {
                throw new BadJWTException("the subject is empty or too long");
            }
            @Nullable Object party = claims.getClaim("azp");
            if (claims.getAudience().size() > 1 && party == null || party != null && !party.equals(client)) {
                throw new BadJWTException("given to another client");
            }
        }
    }
}
