package community.likeminds.agent.infrastructure.secrets;

import java.util.List;

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

    /** Names of all keys that can be used, the current one first. */
    List<String> keys();

    /** The name of the key that a data key is wrapped under, as {@link #keys()} has it. */
    String keyOf(Wrapped wrapped);

    /** Makes a new key current; what is under the others stays readable. */
    NewKey rotate();

    /** Takes a key away that nothing is under any more; false where a person has to do it. */
    boolean retire(String key);

    /**
     * @param id its name
     * @param setting what a person has to put before the other keys for it to be current; empty where it is current already
     */
    record NewKey(String id, String setting) {

        /** Without the key. */
        @Override
        public String toString() {
            return "NewKey[" + id + "]";
        }
    }

    /**
     * @param keyId which key
     * @param text the wrapped data key, in any form
     */
    record Wrapped(String keyId, String text) {}
}
