package community.likeminds.agent.infrastructure.remote;

import java.net.URI;
import java.util.List;

/** Makes interfaces of other processes look like those of this one. */
public interface RemoteCalls {

    /**
     * Something that passes calls on to a process that runs the role.
     *
     * <p>Its methods throw {@link community.likeminds.agent.shared.AgentException}: what the other process threw, {@code role-unavailable} when no
     * process runs the role, {@code remote-lost} when the connection broke, {@code remote-slow} when a time limit passed, and {@code interrupted}.
     */
    <T> T proxy(String role, Class<T> type);

    /** Processes that were called lately, and whether calls are let through to them. */
    List<Target> targets();

    /**
     * @param calls how many were made
     * @param failures how many did not reach it or were lost
     * @param open whether its circuit breaker holds calls back
     */
    record Target(URI address, String role, long calls, long failures, boolean open) {}
}
