package community.likeminds.agent.infrastructure.remote.client;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Remote;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a method is called.
 *
 * @param limit its group of time limits
 * @param repeatable whether it may be tried again when it is not known whether it was done
 * @param rememberedSeconds for how long an answer holds
 * @param bulk whether it carries vectors or batches
 */
record Call(Remote.Limit limit, boolean repeatable, int rememberedSeconds, boolean bulk) {

    static Call of(Class<?> type, Method method) {
        @Nullable Remote said = method.getAnnotation(Remote.class);
        if (said == null) {
            said = type.getAnnotation(Remote.class);
        }
        if (said == null && type.getEnclosingClass() != null) {
            // A handle takes after the interface that hands it out, but a deed of a handle is not done twice.
            @Nullable Remote outer = type.getEnclosingClass().getAnnotation(Remote.class);
            return new Call(outer == null ? Remote.Limit.RUN : outer.limit(), false, 0, false);
        }
        if (said == null) {
            throw new IllegalArgumentException(type.getName() + " is not marked as @Remote");
        }
        return new Call(said.limit(), said.repeatable(), said.rememberedSeconds(), said.bulk());
    }

    /** Whether a method of {@link Object} is meant, which stays here. */
    static boolean isLocal(Method method) {
        return method.getDeclaringClass() == Object.class
                || method.getName().equals("toString") && method.getParameterCount() == 0
                || method.getName().equals("hashCode") && method.getParameterCount() == 0
                || method.getName().equals("equals") && Arrays.equals(method.getParameterTypes(), new Class<?>[] {Object.class});
    }

    static AgentException slow(String role, Method method, Exception cause) {
        return new AgentException(
                AgentException.Kind.UNAVAILABLE,
                "remote-slow",
                "The role " + role + " did not finish " + method.getName() + " in time.",
                "Try again, or raise the limit of its group below likeminds.remote.limits.",
                cause);
    }
}
