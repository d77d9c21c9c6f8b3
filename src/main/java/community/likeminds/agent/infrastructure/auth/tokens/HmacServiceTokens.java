package community.likeminds.agent.infrastructure.auth.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import community.likeminds.agent.infrastructure.auth.CurrentOrigin;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.ServiceTokens;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * JWTs with HMAC-SHA-256 (RFC 7519, RFC 7515). Their type keeps them apart from the tokens of people, which are signed with another
 * algorithm besides, so that neither can stand for the other.
 */
final class HmacServiceTokens implements ServiceTokens {

    private static final JOSEObjectType TYPE = new JOSEObjectType("likeminds-service+jwt");
    private static final String ISSUER = "likeminds";
    /** How far the clocks of two machines may be apart. */
    private static final long SKEW_SECONDS = 30;

    /** How long a token goes on being handed out: making one costs more than the rest of passing a request on. */
    private static final Duration REUSED = LIFETIME.dividedBy(4);
    private static final int MOST_REUSED = 10_000;

    private record For(@Nullable Identity identity, String origin, String audience) {}

    private record Minted(String token, Instant at) {}

    private final byte[] key;
    private final Clock clock;
    private final Cache<For, Minted> minted = Caffeine.newBuilder().maximumSize(MOST_REUSED).expireAfterWrite(REUSED).build();

    HmacServiceTokens(byte[] key, Clock clock) {
        this.key = key.clone();
        this.clock = clock;
    }

    @Override
    public String mint(Identity identity, String audience) {
        return current(new For(identity, CurrentOrigin.get(), audience));
    }

    @Override
    public String vouch(String audience) {
        return current(new For(null, CurrentOrigin.get(), audience));
    }

    private String current(For whom) {
        Instant now = clock.instant();
        Minted last = minted.getIfPresent(whom);
        if (last != null && !now.isBefore(last.at) && now.isBefore(last.at.plus(REUSED))) {
            return last.token;
        }
        String token = minted(whom, now);
        minted.put(whom, new Minted(token, now));
        return token;
    }

    private String minted(For whom, Instant now) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(whom.audience)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .claim("origin", whom.origin);
        Identity identity = whom.identity;
        if (identity != null) {
            claims.subject(identity.id())
                    .claim("name", identity.name())
                    .claim("tenant", identity.tenant().value())
                    .claim("kind", identity.kind().name())
                    .claim("permissions", identity.permissions().stream().map(Permission::text).sorted().toList());
        }
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).build(), claims.build());
        try {
            token.sign(new MACSigner(key));
        } catch (JOSEException failure) {
            throw new IllegalStateException("A service token could not be signed.", failure);
        }
        return token.serialize();
    }

    @Override
    public Identity verify(String token, Collection<String> audiences) {
        Identity identity = sender(token, audiences).identity();
        if (identity == null) {
            throw invalid("names nobody");
        }
        return identity;
    }

    @Override
    public Sender sender(String token, Collection<String> audiences) {
        try {
            SignedJWT parsed = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(parsed.getHeader().getAlgorithm())
                    || !TYPE.equals(parsed.getHeader().getType())
                    || !parsed.verify(new MACVerifier(key))) {
                throw invalid("is not signed by this installation");
            }
            JWTClaimsSet claims = parsed.getJWTClaimsSet();
            checkTimes(claims);
            if (!ISSUER.equals(claims.getIssuer()) || Collections.disjoint(claims.getAudience(), audiences)) {
                throw invalid("is meant for another role");
            }
            return new Sender(claims.getSubject() == null ? null : identity(claims), origin(claims));
        } catch (ParseException | JOSEException | IllegalArgumentException failure) {
            throw new AgentException(
                    AgentException.Kind.UNAUTHENTICATED,
                    "service-token-invalid",
                    "The service token cannot be read.",
                    REMEDY,
                    failure);
        }
    }

    private void checkTimes(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date issued = claims.getIssueTime();
        Date expires = claims.getExpirationTime();
        if (issued == null || expires == null || issued.toInstant().plus(LIFETIME).isBefore(expires.toInstant())) {
            throw invalid("has no valid times");
        }
        if (now.minusSeconds(SKEW_SECONDS).isAfter(expires.toInstant())) {
            throw invalid("has expired");
        }
        if (now.plusSeconds(SKEW_SECONDS).isBefore(issued.toInstant())) {
            throw invalid("comes from the future");
        }
    }

    private static String origin(JWTClaimsSet claims) throws ParseException {
        String origin = claims.getStringClaim("origin");
        if (origin == null) {
            throw invalid("does not say where it comes from");
        }
        return origin;
    }

    private static Identity identity(JWTClaimsSet claims) throws ParseException {
        String subject = claims.getSubject();
        String name = claims.getStringClaim("name");
        String tenant = claims.getStringClaim("tenant");
        String kind = claims.getStringClaim("kind");
        List<String> permissions = claims.getStringListClaim("permissions");
        if (subject == null || name == null || tenant == null || kind == null || permissions == null) {
            throw invalid("names nobody");
        }
        Set<Permission> known = permissions.stream()
                .map(Permission::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
        return new Identity(subject, name, new TenantId(tenant), Identity.Kind.valueOf(kind), known);
    }

    private static final String REMEDY =
            "See that all processes have the same likeminds.services.secret and that their clocks agree.";

    private static AgentException invalid(String why) {
        return new AgentException(
                AgentException.Kind.UNAUTHENTICATED, "service-token-invalid", "The service token " + why + ".", REMEDY);
    }
}
