package community.likeminds.agent.infrastructure.web.tomcat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 as Tomcat speaks it, except that a request's head may only take so long in all. Tomcat limits the silence between two bytes,
 * so that a client that sends one every few seconds would keep its connection for as long as heads may be large.
 */
public final class BoundedHeadsProtocol extends Http11NioProtocol {

    private Duration longestHead = Duration.ofSeconds(30);
    private @Nullable ScheduledFuture<?> looking;

    /** How long a head may take from its first byte to its last, up to a quarter more. */
    public void setLongestHead(Duration longest) {
        longestHead = longest;
    }

    @Override
    public void start() throws Exception {
        super.start();
        Unfinished unfinished = new Unfinished(longestHead, System::nanoTime);
        long every = Math.max(1, longestHead.toMillis() / 4);
        looking = getUtilityExecutor().scheduleWithFixedDelay(() -> unfinished.look(getEndpoint().getConnections()), every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        ScheduledFuture<?> running = looking;
        if (running != null) {
            running.cancel(false);
        }
        super.stop();
    }

    /** Heads that were not complete when they were last looked at. */
    private static final class Unfinished {

        /** @param count of requests that the reader has read before, which tells a head from the next one on its connection */
        private record Head(AbstractProcessor reader, int count, long since) {}

        private final long longest;
        private final LongSupplier nanos;
        private Map<SocketWrapperBase<?>, Head> heads = new HashMap<>();

        Unfinished(Duration longest, LongSupplier nanos) {
            this.longest = longest.toNanos();
            this.nanos = nanos;
        }

        void look(Set<SocketWrapperBase<NioChannel>> connections) {
            long now = nanos.getAsLong();
            Map<SocketWrapperBase<?>, Head> still = new HashMap<>();
            for (SocketWrapperBase<?> connection : connections) {
                if (connection.getCurrentProcessor() instanceof AbstractProcessor reader && awaitsHead(reader)) {
                    Head head = new Head(reader, reader.getRequest().getRequestProcessor().getRequestCount(), now);
                    Head before = heads.get(connection);
                    if (before != null && before.reader == reader && before.count == head.count) {
                        head = before;
                    }
                    if (now - head.since > longest) {
                        connection.close();
                    } else {
                        still.put(connection, head);
                    }
                }
            }
            heads = still;
        }

        /** Readers wait with their connection for more of a head, for the end of an answer that is sent from elsewhere, and for nothing else. */
        private static boolean awaitsHead(AbstractProcessor reader) {
            return !reader.isAsync() && !reader.isUpgrade() && !reader.getRequest().getResponse().isCommitted();
        }
    }
}
