package community.likeminds.agent.infrastructure.remote.client;

import community.likeminds.agent.infrastructure.remote.wire.Grpc;
import community.likeminds.agent.infrastructure.remote.wire.Parts;
import community.likeminds.agent.infrastructure.remote.wire.Protocol;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Connections over gRPC, one for each process; what was not used for a while is closed. */
final class Channels implements AutoCloseable {

    private static final Duration IDLE = Duration.ofMinutes(1);
    // gRPC asks no more often; together with the time for an answer it is the silence after which a call is lost.
    private static final Duration ASK_AFTER = Duration.ofSeconds(10);

    private final Map<URI, ManagedChannel> open = new ConcurrentHashMap<>();
    private final Duration connectLimit;

    Channels(Duration connectLimit) {
        this.connectLimit = connectLimit;
    }

    ManagedChannel to(URI address) {
        return open.computeIfAbsent(address, this::channel);
    }

    private ManagedChannel channel(URI address) {
        NettyChannelBuilder builder = NettyChannelBuilder.forAddress(address.getHost(), address.getPort())
                .directExecutor()
                // Processes of an installation reach each other directly.
                .proxyDetector(target -> null)
                .disableRetry()
                .maxInboundMessageSize(Parts.LARGEST)
                .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) connectLimit.toMillis())
                .keepAliveTime(ASK_AFTER.toSeconds(), TimeUnit.SECONDS)
                .keepAliveTimeout(Protocol.SILENCE.minus(ASK_AFTER).toSeconds(), TimeUnit.SECONDS)
                .idleTimeout(IDLE.toSeconds(), TimeUnit.SECONDS);
        return (address.getScheme().equals(Grpc.ENCRYPTED) ? builder.useTransportSecurity() : builder.usePlaintext()).build();
    }

    /** Forgets a connection that failed, because it would wait longer and longer before it tries again; the circuit breaker decides that here. */
    void drop(URI address, ManagedChannel failed) {
        if (open.remove(address, failed)) {
            failed.shutdown();
        }
    }

    @Override
    public void close() {
        open.values().forEach(ManagedChannel::shutdownNow);
        open.clear();
    }
}
