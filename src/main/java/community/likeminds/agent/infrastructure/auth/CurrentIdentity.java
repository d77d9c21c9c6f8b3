package community.likeminds.agent.infrastructure.auth;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Who the work of this thread is done for. Set where a request or a task comes in, read where a call goes out. */
public final class CurrentIdentity {

    private static final ThreadLocal<@Nullable Identity> CURRENT = new ThreadLocal<>();

    private CurrentIdentity() {}

    /** Empty where nobody has asked: at the start, in a command, in work of the process' own. */
    public static Optional<Identity> get() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Does something on somebody's behalf. */
    public static <T extends @Nullable Object> T call(Identity identity, Callable<T> work) throws Exception {
        try (Scope _ = enter(identity)) {
            return work.call();
        }
    }

    /** Works on somebody's behalf until the scope is closed by the same thread. */
    public static Scope enter(Identity identity) {
        @Nullable Identity before = CURRENT.get();
        CURRENT.set(identity);
        return () -> {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /** Ends what {@link #enter} began. */
    public interface Scope extends AutoCloseable {

        @Override
        void close();
    }
}
