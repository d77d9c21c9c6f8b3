package community.likeminds.agent.infrastructure.observability.logging;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import community.likeminds.agent.shared.Redaction;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An error whose messages, its causes' included, have lost their secrets. */
final class RedactedThrowable implements IThrowableProxy {

    private final IThrowableProxy error;
    private final @Nullable String message;
    private final @Nullable IThrowableProxy cause;
    private final IThrowableProxy[] suppressed;

    private RedactedThrowable(IThrowableProxy error) {
        this.error = error;
        this.message = error.getMessage() == null ? null : Redaction.ofLog(error.getMessage());
        this.cause = of(error.getCause());
        IThrowableProxy[] given = error.getSuppressed();
        this.suppressed = given == null ? new IThrowableProxy[0] : Arrays.stream(given).map(RedactedThrowable::new).toArray(IThrowableProxy[]::new);
    }

    /** Cycles end in proxies without a cause, so this ends, too. */
    static @Nullable IThrowableProxy of(@Nullable IThrowableProxy error) {
        return error == null ? null : new RedactedThrowable(error);
    }

    @Override
    public @Nullable String getMessage() {
        return message;
    }

    @Override
    public String getClassName() {
        return error.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return error.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return error.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        return cause;
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        return suppressed;
    }

    @Override
    public boolean isCyclic() {
        return error.isCyclic();
    }
}
