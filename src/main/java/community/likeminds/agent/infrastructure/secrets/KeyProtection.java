package community.likeminds.agent.infrastructure.secrets;

/** Protects the keys of single values by one that lies elsewhere: in a file, in the environment, or in a server that never gives it away. */
public interface KeyProtection {

    /** Wraps a data key under the current key. The context is needed to unwrap it. */
    Wrapped wrap(byte[] dataKey, byte[] context);

    /**
     * @throws community.likeminds.agent.shared.AgentException {@code secrets-key-unknown} when there is no such key (any more),
     *     {@code secret-unreadable} when it is not the key or the context that it was wrapped with
     */
    byte[] unwrap(Wrapped wrapped, byte[] context);

    /** Whether a data key is wrapped under the current key. */
    boolean current(Wrapped wrapped);

    /**
     * @param keyId which key
     * @param text the wrapped data key, in any form
     */
    record Wrapped(String keyId, String text) {}
}
