package community.likeminds.agent.infrastructure.auth.accounts;

import community.likeminds.agent.shared.AgentException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.util.function.SingletonSupplier;

/**
 * Argon2id with 19 MiB and two passes (the first choice of OWASP's Password Storage Cheat Sheet). Few are computed at once, because each takes memory and
 * time that many requests could use up.
 */
final class Passwords {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore room = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    /** What the password of somebody unknown is compared with, so that the time of the answer does not tell who is known. */
    private final Supplier<String> nobody = SingletonSupplier.of(() -> hash(Secrets.fresh()));

    String hash(String password) {
        return alone(() -> String.valueOf(encoder.encode(password)));
    }

    /** @param hash null for somebody unknown or without a password: takes as long and is always wrong */
    boolean matches(String password, @Nullable String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        String compared = hash == null ? nobody.get() : hash;
        return alone(() -> encoder.matches(password, compared)) && hash != null;
    }

    /** Throws {@code password-weak}. */
    static void requireStrong(String password, String email, String name) {
        String lower = password.toLowerCase(Locale.ROOT);
        boolean known = lower.equals(email.toLowerCase(Locale.ROOT))
                || lower.equals(name.toLowerCase(Locale.ROOT))
                || password.chars().distinct().count() < 5;
        if (password.length() < SHORTEST || password.length() > LONGEST || known) {
            throw AgentException.badInput(
                    "password-weak",
                    "The password can be guessed too easily.",
                    "Use " + SHORTEST + " to " + LONGEST + " characters that are not the name or the e-mail address, for example four random words.");
        }
    }

    private <T> T alone(Supplier<T> work) {
        room.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            room.release();
        }
    }
}
