package community.likeminds.agent.infrastructure.remote.client;

import community.likeminds.agent.infrastructure.remote.client.Targets.Target;
import community.likeminds.agent.infrastructure.remote.wire.Signatures;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.Method;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one call: chooses a process, sends it, follows its answer, and tries again where that cannot do a thing twice. */
final class Caller {

    private static final Logger LOG = LoggerFactory.getLogger(Caller.class);
    private static final int ATTEMPTS = 4;

    private final Targets targets;
    private final Transport plain;
    private final Transport bulk;
    private final Supplier<RemoteProperties> properties;

    /**
     * @param plain the way of most calls
     * @param bulk the way of calls that carry vectors or batches
     */
    Caller(Targets targets, Transport plain, Transport bulk, Supplier<RemoteProperties> properties) {
        this.targets = targets;
        this.plain = plain;
        this.bulk = bulk;
        this.properties = properties;
    }

    /** Where a handle lives. */
    record Handle(URI address, String name) {}

    /**
     * @param type interface that is called
     * @param on the handle that is called, or null
     */
    Transport.Outcome call(String role, Class<?> type, Method method, @Nullable Object @Nullable [] arguments, @Nullable Handle on) {
        Call how = Call.of(type, method);
        Transport transport = how.bulk() ? bulk : plain;
        long deadline = System.nanoTime() + properties.get().limit(how.limit()).toNanos();
        Set<URI> tried = new HashSet<>();
        String path = role + "/" + Signatures.name(type) + "/" + method.getName();
        Transport.Request request = new Transport.Request(path, method, arguments, on == null ? "" : on.name, deadline);
        try {
            for (int attempt = 1; ; attempt++) {
                Target target = on != null ? targets.at(on.address, role) : targets.choose(role, tried, properties.get().patience(how.limit()));
                tried.add(target.address);
                try {
                    Transport.Outcome outcome = transport.send(target, request);
                    target.succeeded();
                    return outcome;
                } catch (IOException lost) {
                    stopIfInterrupted(target, lost);
                    target.failed();
                    boolean again = on == null && attempt < ATTEMPTS && System.nanoTime() < deadline && (notDelivered(lost) || how.repeatable());
                    if (!again) {
                        throw lost(path, lost);
                    }
                    LOG.info("A call of {} at {} was lost ({}); it is tried again.", path, target.address, lost.toString());
                } catch (AgentException told) {
                    // An error that crossed is an answer.
                    target.succeeded();
                    if (!told.code().equals("role-absent") || attempt >= ATTEMPTS) {
                        throw told;
                    }
                } catch (InterruptedException | RuntimeException unknown) {
                    // It says nothing about the process.
                    target.breaker.abandoned();
                    throw unknown;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw interrupted(stopped);
        }
    }

    private static void stopIfInterrupted(Target target, Exception lost) throws InterruptedException {
        if (Thread.currentThread().isInterrupted() || lost instanceof InterruptedIOException || lost.getCause() instanceof InterruptedException) {
            target.breaker.abandoned();
            InterruptedException stopped = new InterruptedException("a call was given up");
            stopped.initCause(lost);
            throw stopped;
        }
    }

    private static boolean notDelivered(Exception lost) {
        return lost instanceof ConnectException || lost instanceof HttpConnectTimeoutException;
    }

    private static AgentException lost(String path, Exception cause) {
        return new AgentException(
                AgentException.Kind.UNAVAILABLE,
                "remote-lost",
                "The process that worked on " + path + " was lost (" + cause.getMessage() + ").",
                "Try again; what was begun is not known to be done.",
                cause);
    }

    private static AgentException interrupted(InterruptedException stopped) {
        return new AgentException(
                AgentException.Kind.UNAVAILABLE, "interrupted", "The work was interrupted.", "Run the command again.", stopped);
    }
}
