package community.likeminds.agent.infrastructure.auth.accounts;

import community.likeminds.agent.shared.AgentException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes guessing passwords slow: after five failures for an e-mail address nobody may try for a second, then for twice as long each time, up to
 * a quarter of an hour. It is the same for addresses that nobody has, and for all processes.
 */
final class SignInThrottle {

    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Throws {@code sign-in-paused}. Counts the attempt as failed until {@link #succeeded}, so that parallel guesses count, too. */
    void attempt(String email) {
        String key = key(email);
        // Databases round to microseconds, which must not make a moment later than itself.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        jdbc.sql("insert into sign_in_failures (hash, failures, until) values (?, 0, ?) on conflict do nothing")
                .params(key, utc(now))
                .update();
        // Somebody else may count at the same moment; only a pause refuses.
        while (!counted(key, now)) {
            if (paused(key, now)) {
                throw new AgentException(
                        AgentException.Kind.UNAUTHENTICATED,
                        "sign-in-paused",
                        "There were too many attempts to sign in with this e-mail address.",
                        "Wait a quarter of an hour at most, then try again.");
            }
        }
    }

    private boolean counted(String key, Instant now) {
        int failures = jdbc.sql("select failures from sign_in_failures where hash = ?")
                .params(key)
                .query(Integer.class)
                .optional()
                .orElse(-1);
        if (failures < 0) {
            // Another sign-in has just succeeded.
            return true;
        }
        return jdbc.sql("update sign_in_failures set failures = ?, until = ? where hash = ? and until <= ? and failures = ?")
                        .params(failures + 1, utc(now.plus(pause(failures + 1))), key, utc(now), failures)
                        .update()
                > 0;
    }

    private boolean paused(String key, Instant now) {
        return jdbc.sql("select count(*) from sign_in_failures where hash = ? and until > ?")
                        .params(key, utc(now))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void succeeded(String email) {
        jdbc.sql("delete from sign_in_failures where hash = ?").params(key(email)).update();
    }

    /** Forgets what was long ago. */
    void tidy() {
        jdbc.sql("delete from sign_in_failures where until < ?")
                .params(utc(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    private static Duration pause(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(20, failures - FREE));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    private static String key(String email) {
        return Secrets.hash(email.strip().toLowerCase(Locale.ROOT));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
