package community.likeminds.agent.infrastructure.auth;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The OpenID Connect provider that people may sign in with ({@code likeminds.auth.oidc.*}).
 *
 * @param issuer exactly as the provider writes it
 * @param clientSecret empty for a public client, which proves itself by PKCE alone
 * @param redirectUri where the provider sends people back to: the public address of {@code /api/v1/auth/oidc/callback}
 * @param organisation whose members sign in
 * @param role what somebody gets who was no member before; null when they are refused
 */
public record OidcSettings(
        String issuer, String clientId, String clientSecret, URI redirectUri, TenantId organisation, @Nullable AccessRole role) {

    private static final String PREFIX = "likeminds.auth.oidc.";
    private static final Pattern LOOPBACK = Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    /** What the table of identities has room for. */
    private static final int LONGEST_ISSUER = 400;

    /**
     * Nothing when no issuer is set.
     *
     * @param property reads a property by its name; empty when it is not set
     * @throws AgentException {@code oidc-setting-missing}, {@code oidc-address-insecure}, {@code role-unknown}
     */
    public static Optional<OidcSettings> of(UnaryOperator<String> property) {
        String issuer = property.apply(PREFIX + "issuer").strip();
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        if (issuer.length() > LONGEST_ISSUER || secure(issuer).getRawQuery() != null) {
            throw insecure(issuer);
        }
        String organisation = property.apply(PREFIX + "organisation").strip();
        String role = property.apply(PREFIX + "role").strip();
        return Optional.of(new OidcSettings(
                issuer,
                needed(property, "client-id"),
                property.apply(PREFIX + "client-secret").strip(),
                secure(needed(property, "redirect-uri")),
                organisation.isEmpty() ? TenantId.DEFAULT : new TenantId(organisation),
                role.isEmpty() ? null : AccessRole.of(role)));
    }

    private static String needed(UnaryOperator<String> property, String name) {
        String value = property.apply(PREFIX + name).strip();
        if (value.isEmpty()) {
            throw AgentException.badInput(
                    "oidc-setting-missing",
                    PREFIX + "issuer is set, but " + PREFIX + name + " is not.",
                    "Set " + PREFIX + name + " as the provider knows this installation.");
        }
        return value;
    }

    /**
     * An address that nobody on the way can read or change: https, or http on this machine.
     *
     * @throws AgentException {@code oidc-address-insecure}
     */
    public static URI secure(String address) {
        try {
            URI uri = URI.create(address);
            String host = uri.getHost();
            boolean encrypted = "https".equalsIgnoreCase(uri.getScheme());
            boolean here = "http".equalsIgnoreCase(uri.getScheme()) && host != null && LOOPBACK.matcher(host).matches();
            if (host != null && (encrypted || here) && uri.getRawUserInfo() == null && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (IllegalArgumentException unreadable) {
            throw insecure(address);
        }
        throw insecure(address);
    }

    private static AgentException insecure(String address) {
        return AgentException.badInput(
                "oidc-address-insecure",
                "'" + address + "' is no address that people can safely sign in at.",
                "Use https, or http with a loopback address, in the provider's addresses and in likeminds.auth.oidc.redirect-uri.");
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + "]";
    }
}
