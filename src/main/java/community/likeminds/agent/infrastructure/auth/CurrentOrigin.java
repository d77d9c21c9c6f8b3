package community.likeminds.agent.infrastructure.auth;

import org.jspecify.annotations.Nullable;

/** Where the work of this thread was asked for, as the audit log tells it. */
public final class CurrentOrigin {

    /** Nothing came over a network. */
    public static final String THIS_PROCESS = "this machine";

    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    private CurrentOrigin() {}

    /** The address of the caller, or {@link #THIS_PROCESS}. */
    public static String get() {
        @Nullable String address = CURRENT.get();
        return address == null ? THIS_PROCESS : address;
    }

    /** Works for a caller at an address until the scope is closed by the same thread. */
    public static Scope enter(String address) {
        CURRENT.set(address);
        return CURRENT::remove;
    }

    /** Ends what {@link #enter} began. */
    public interface Scope extends AutoCloseable {

        @Override
        void close();
    }
}
