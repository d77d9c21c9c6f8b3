package community.likeminds.agent.infrastructure.auth;

import community.likeminds.agent.shared.AgentException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/** Who may call the server ({@code likeminds.auth.mode}). */
public enum AuthMode {
    /** Whoever shows an access token or an API key. */
    REQUIRED,
    /** Whoever reaches it is the admin of the default organisation; on the loopback interface only. */
    LOCAL;

    /**
     * The mode of that name.
     *
     * @param address what the server listens on; empty for every interface
     * @throws AgentException {@code auth-mode-unknown}, {@code auth-mode-not-local}
     */
    public static AuthMode of(String name, String address) {
        AuthMode mode = switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "required" -> REQUIRED;
            case "local" -> LOCAL;
            default -> throw AgentException.badInput(
                    "auth-mode-unknown",
                    "likeminds.auth.mode is '" + name + "', which this program does not know.",
                    "Set it to required or local.");
        };
        if (mode == LOCAL && !loopback(address)) {
            throw AgentException.badInput(
                    "auth-mode-not-local",
                    "likeminds.auth.mode is local, which lets everybody in, but the server listens on "
                            + (address.isEmpty() ? "every interface" : address) + ".",
                    "Set likeminds.auth.mode to required, or server.address to 127.0.0.1.");
        }
        return mode;
    }

    /** Whether an address can be reached from this machine only. */
    public static boolean loopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
