package community.likeminds.agent.infrastructure.observability.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import community.likeminds.agent.infrastructure.auth.CurrentIdentity;
import community.likeminds.agent.shared.Redaction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** A log event without secrets that also says, by a pseudonym, for which tenant the work was done. Made on the thread that logs. */
final class RedactedEvent implements ILoggingEvent {

    private static final String TENANT = "tenant";
    private static final int LONGEST = 4_000;
    private static final int DIGITS_OF_A_PSEUDONYM = 12;

    private final ILoggingEvent event;
    private final String message;
    private final @Nullable IThrowableProxy throwable;
    private final Map<String, String> context;
    private final @Nullable List<KeyValuePair> pairs;

    RedactedEvent(ILoggingEvent event) {
        this.event = event;
        this.message = text(event.getFormattedMessage());
        this.throwable = RedactedThrowable.of(event.getThrowableProxy());
        this.context = context(event.getMDCPropertyMap());
        this.pairs = pairs(event.getKeyValuePairs());
    }

    /** Whoever logs a whole page wants to know that it was long. */
    private static String text(String message) {
        return message.length() <= LONGEST
                ? Redaction.ofLog(message)
                : Redaction.ofLog(message.substring(0, LONGEST)) + " … (" + (message.length() - LONGEST) + " characters more)";
    }

    private static Map<String, String> context(Map<String, String> given) {
        Map<String, String> context = new HashMap<>();
        given.forEach((key, value) -> context.put(key, value == null ? "" : Redaction.ofLog(value)));
        CurrentIdentity.get().ifPresent(identity -> context.put(TENANT, pseudonym(identity.tenant().value())));
        return context;
    }

    /** The same for the same tenant, and nobody's name. */
    static String pseudonym(String tenant) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(tenant.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS_OF_A_PSEUDONYM);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static @Nullable List<KeyValuePair> pairs(@Nullable List<KeyValuePair> given) {
        return given == null
                ? null
                : given.stream().map(pair -> new KeyValuePair(pair.key, pair.value == null ? "" : Redaction.ofLog(pair.value.toString()))).toList();
    }

    @Override
    public String getFormattedMessage() {
        return message;
    }

    /** The formatted one: the arguments are in it already. */
    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public Object @Nullable [] getArgumentArray() {
        return null;
    }

    @Override
    public @Nullable IThrowableProxy getThrowableProxy() {
        return throwable;
    }

    @Override
    public Map<String, String> getMDCPropertyMap() {
        return context;
    }

    @Override
    @SuppressWarnings("deprecation")
    public Map<String, String> getMdc() {
        return context;
    }

    @Override
    public @Nullable List<KeyValuePair> getKeyValuePairs() {
        return pairs;
    }

    @Override
    public String getThreadName() {
        return event.getThreadName();
    }

    @Override
    public Level getLevel() {
        return event.getLevel();
    }

    @Override
    public String getLoggerName() {
        return event.getLoggerName();
    }

    @Override
    public LoggerContextVO getLoggerContextVO() {
        return event.getLoggerContextVO();
    }

    @Override
    public StackTraceElement[] getCallerData() {
        return event.getCallerData();
    }

    @Override
    public boolean hasCallerData() {
        return event.hasCallerData();
    }

    @Override
    public List<Marker> getMarkerList() {
        return event.getMarkerList();
    }

    @Override
    public long getTimeStamp() {
        return event.getTimeStamp();
    }

    @Override
    public int getNanoseconds() {
        return event.getNanoseconds();
    }

    @Override
    public Instant getInstant() {
        return event.getInstant();
    }

    @Override
    public long getSequenceNumber() {
        return event.getSequenceNumber();
    }

    @Override
    public void prepareForDeferredProcessing() {
        event.prepareForDeferredProcessing();
    }
}
