package community.likeminds.agent.infrastructure.remote.client;

import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A way to make a call. */
interface Transport {

    /**
     * Makes a call once.
     *
     * @throws community.likeminds.agent.shared.AgentException what the other process threw, {@code remote-slow}, {@code remote-unknown}
     * @throws IOException when it was lost; a {@link java.net.ConnectException} when it certainly did not arrive
     */
    Outcome send(Targets.Target target, Request request) throws IOException, InterruptedException;

    /**
     * @param path role, interface, method
     * @param handle name of the handle that is called, or empty
     * @param deadline on the clock of {@link System#nanoTime()}
     */
    record Request(String path, Method method, @Nullable Object @Nullable [] arguments, String handle, long deadline) {

        Map<String, @Nullable Object> named() {
            Map<String, @Nullable Object> named = new LinkedHashMap<>();
            Parameter[] parameters = method.getParameters();
            for (int index = 0; index < parameters.length; index++) {
                named.put(parameters[index].getName(), arguments == null ? null : arguments[index]);
            }
            return named;
        }

        @Nullable TenantId tenant() {
            return arguments != null && arguments.length > 0 && arguments[0] instanceof TenantId tenant ? tenant : null;
        }
    }

    /**
     * What came back.
     *
     * @param handle name of the handle that was returned, or empty
     * @param address where it lives
     */
    record Outcome(@Nullable Object result, String handle, URI address) {}
}
