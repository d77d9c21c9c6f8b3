package community.likeminds.agent.infrastructure.auth.accounts;

import community.likeminds.agent.shared.AgentException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says whose e-mail address and password these are; says no more to somebody who guesses. */
public final class PasswordCheck {

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final SignInThrottle throttle;

    PasswordCheck(JdbcClient jdbc, Passwords passwords, SignInThrottle throttle) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /**
     * The account's id.
     *
     * @throws AgentException {@code credentials-wrong} whatever of the two is wrong, {@code sign-in-paused}
     */
    public String verify(String email, String password) {
        throttle.attempt(email);
        Optional<Found> found = find(email);
        if (!passwords.matches(password, found.map(Found::hash).orElse(null))) {
            throw new AgentException(
                    AgentException.Kind.UNAUTHENTICATED,
                    "credentials-wrong",
                    "The e-mail address or the password is not right.",
                    "Check both and try again.");
        }
        throttle.succeeded(email);
        return found.orElseThrow().id();
    }

    boolean known(String email) {
        return find(email).isPresent();
    }

    /** Whose e-mail address it is. */
    public Optional<String> id(String email) {
        return find(email).map(Found::id);
    }

    private Optional<Found> find(String email) {
        return jdbc.sql("select id, password from accounts where email = ?")
                .params(email.strip().toLowerCase(Locale.ROOT))
                .query((row, number) -> new Found(row.getString(1), row.getString(2)))
                .optional();
    }

    private record Found(String id, @Nullable String hash) {}
}
