package community.likeminds.agent.infrastructure.remote.client;

import community.likeminds.agent.infrastructure.remote.RemoteCalls;
import community.likeminds.agent.infrastructure.remote.wire.Signatures;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Proxies whose calls go over HTTP, and over gRPC where they carry vectors or batches. */
final class ProxyRemoteCalls implements RemoteCalls, AutoCloseable {

    private final Targets targets;
    private final Leases leases;
    private final Caller caller;
    private final Channels channels;
    private final ScheduledExecutorService clock = clock();

    ProxyRemoteCalls(Targets targets, Outgoing outgoing, Supplier<RemoteProperties> properties) {
        RemoteProperties start = properties.get();
        Connection connection = new Connection(outgoing, start.connectLimit());
        this.targets = targets;
        this.leases = new Leases(connection::renew);
        this.channels = new Channels(start.connectLimit());
        this.caller = new Caller(
                targets,
                new HttpTransport(connection, clock),
                new GrpcTransport(channels, outgoing, start.largestMessage().toBytes()),
                properties);
    }

    private static ScheduledExecutorService clock() {
        ScheduledThreadPoolExecutor clock =
                new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("remote-limits").factory());
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    @Override
    public <T> T proxy(String role, Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Service(role, type)));
    }

    @Override
    public List<Target> targets() {
        return targets.states();
    }

    @Override
    public void close() {
        leases.close();
        channels.close();
        clock.shutdownNow();
    }

    private static Object local(Object proxy, String name, Method method, @Nullable Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "toString" -> name;
            case "hashCode" -> System.identityHashCode(proxy);
            default -> arguments != null && arguments[0] == proxy;
        };
    }

    /** An interface in any process that runs its role. */
    private final class Service implements InvocationHandler {

        private final String role;
        private final Class<?> type;
        private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

        private record Remembered(@Nullable Object answer, long until) {}

        Service(String role, Class<?> type) {
            this.role = role;
            this.type = type;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
            if (Call.isLocal(method)) {
                return local(proxy, type.getSimpleName() + " of the role " + role, method, arguments);
            }
            int seconds = Call.of(type, method).rememberedSeconds();
            if (seconds == 0 || method.getParameterCount() > 0) {
                return call(method, arguments);
            }
            long now = System.nanoTime();
            Remembered known = remembered.get(method.getName());
            if (known == null || now - known.until > 0) {
                known = new Remembered(call(method, arguments), now + TimeUnit.SECONDS.toNanos(seconds));
                remembered.put(method.getName(), known);
            }
            return known.answer;
        }

        private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) {
            Transport.Outcome outcome = caller.call(role, type, method, arguments, null);
            if (!Signatures.isHandle(method.getReturnType())) {
                return outcome.result();
            }
            Class<?> made = method.getReturnType();
            leases.use(outcome.address(), role, outcome.handle());
            return Proxy.newProxyInstance(
                    made.getClassLoader(),
                    new Class<?>[] {made},
                    new Handle(role, made, new Caller.Handle(outcome.address(), outcome.handle())));
        }
    }

    /** A handle in the process that made it. */
    private final class Handle implements InvocationHandler {

        private final String role;
        private final Class<?> type;
        private final Caller.Handle place;
        private volatile boolean closed;

        Handle(String role, Class<?> type, Caller.Handle place) {
            this.role = role;
            this.type = type;
            this.place = place;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
            if (Call.isLocal(method)) {
                return local(proxy, type.getSimpleName() + " of the role " + role, method, arguments);
            }
            return method.getName().equals("close") && method.getParameterCount() == 0
                    ? close(method)
                    : caller.call(role, type, method, arguments, place).result();
        }

        /** Also an interrupted thread tidies up; it is interrupted again afterwards. */
        private @Nullable Object close(Method method) {
            if (closed) {
                return null;
            }
            closed = true;
            boolean interrupted = Thread.interrupted();
            try {
                return caller.call(role, type, method, null, place).result();
            } finally {
                leases.end(place.address(), role, place.name());
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
