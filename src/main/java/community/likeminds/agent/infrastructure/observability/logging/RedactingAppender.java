package community.likeminds.agent.infrastructure.observability.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.spi.AppenderAttachableImpl;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The one way to every output of logs: what passes has lost its secrets. Logback makes it from its configuration. */
public final class RedactingAppender extends UnsynchronizedAppenderBase<ILoggingEvent> implements AppenderAttachable<ILoggingEvent> {

    private final AppenderAttachableImpl<ILoggingEvent> outputs = new AppenderAttachableImpl<>();

    @Override
    protected void append(ILoggingEvent event) {
        outputs.appendLoopOnAppenders(new RedactedEvent(event));
    }

    @Override
    public void stop() {
        outputs.detachAndStopAllAppenders();
        super.stop();
    }

    @Override
    public void addAppender(Appender<ILoggingEvent> output) {
        outputs.addAppender(output);
    }

    @Override
    public Iterator<Appender<ILoggingEvent>> iteratorForAppenders() {
        return outputs.iteratorForAppenders();
    }

    @Override
    public @Nullable Appender<ILoggingEvent> getAppender(String name) {
        return outputs.getAppender(name);
    }

    @Override
    public boolean isAttached(Appender<ILoggingEvent> output) {
        return outputs.isAttached(output);
    }

    @Override
    public void detachAndStopAllAppenders() {
        outputs.detachAndStopAllAppenders();
    }

    @Override
    public boolean detachAppender(Appender<ILoggingEvent> output) {
        return outputs.detachAppender(output);
    }

    @Override
    public boolean detachAppender(String name) {
        return outputs.detachAppender(name);
    }
}
