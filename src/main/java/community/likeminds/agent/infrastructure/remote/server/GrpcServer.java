package community.likeminds.agent.infrastructure.remote.server;

import community.likeminds.agent.infrastructure.remote.wire.Parts;
import community.likeminds.agent.shared.AgentException;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyServerBuilder;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.context.SmartLifecycle;

/** Listens for calls over gRPC on the address on which this process listens for HTTP, with the same certificate. */
public final class GrpcServer implements SmartLifecycle {

    private static final long KEEP_ALIVE_SECONDS = 5;
    private static final long PATIENCE_SECONDS = 5;

    private final BindableService service;
    private final InetSocketAddress address;
    private final @Nullable SslBundle encryption;
    private @Nullable Server server;

    /**
     * @param address port 0 for any that is free
     * @param encryption null for none
     */
    GrpcServer(BindableService service, InetSocketAddress address, @Nullable SslBundle encryption) {
        this.service = service;
        this.address = address;
        this.encryption = encryption;
    }

    @Override
    public synchronized void start() {
        try {
            NettyServerBuilder builder = NettyServerBuilder.forAddress(address)
                    // What arrives is only collected; the work has threads of its own.
                    .directExecutor()
                    .maxInboundMessageSize(Parts.LARGEST)
                    .permitKeepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
                    .addService(ServerInterceptors.intercept(service, new BulkService.Headers()));
            if (encryption != null) {
                builder.sslContext(GrpcSslContexts.configure(SslContextBuilder.forServer(encryption.getManagers().getKeyManagerFactory()))
                        .build());
            }
            server = builder.build().start();
        } catch (IOException taken) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "grpc-port",
                    "Calls over gRPC cannot be taken at " + address + " (" + taken.getMessage() + ").",
                    "Choose another port with likeminds.remote.grpc-port, or 0 for any that is free.",
                    taken);
        }
    }

    /** The port that it listens on. */
    public synchronized int port() {
        if (server == null) {
            throw new IllegalStateException("It does not listen yet.");
        }
        return server.getPort();
    }

    public boolean isEncrypted() {
        return encryption != null;
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            try {
                if (!server.shutdown().awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    server.shutdownNow();
                }
            } catch (InterruptedException stopped) {
                server.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null && !server.isShutdown();
    }
}
