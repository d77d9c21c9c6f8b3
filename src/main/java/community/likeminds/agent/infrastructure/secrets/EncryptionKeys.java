package community.likeminds.agent.infrastructure.secrets;

import community.likeminds.agent.shared.Progress;
import java.util.List;
import java.util.Map;

/** The keys that protect encrypted values, from the first to the last day of each. */
public interface EncryptionKeys {

    /** All keys, the current one first, then those that only open, last those that values are under and that are not known. */
    List<Key> list(Progress progress);

    /** Makes a new key current. What there is stays readable under the others. */
    KeyProtection.NewKey rotate();

    /** Puts every value under the current key, one after the other; what was interrupted is done by calling this again. */
    Rewrapped rewrap(Progress progress);

    /**
     * Takes a key away for good.
     *
     * @return whether it is gone; false where it is a person who takes it away
     * @throws community.likeminds.agent.shared.AgentException {@code secrets-key-used} when a value is still under it; {@code secrets-key-current};
     *     {@code secrets-key-unknown}
     */
    boolean retire(String key, Progress progress);

    /**
     * @param known whether values under it can be read
     * @param values under it, by the place that keeps them
     */
    record Key(String id, boolean current, boolean known, Map<String, Long> values) {

        public long total() {
            return values.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * @param key that is current
     * @param places by their names
     */
    record Rewrapped(String key, Map<String, Place> places) {

        /** Whether every value is under the current key. */
        public boolean complete() {
            return places.values().stream().allMatch(place -> place.unreadable() == 0 && place.left() == 0);
        }
    }

    /**
     * @param values that the place keeps
     * @param rewrapped values that were put under the current key now
     * @param unreadable values that were changed, or whose key is not known
     * @param left values that are in use, or that are not kept by this installation
     */
    record Place(long values, long rewrapped, long unreadable, long left) {}
}
