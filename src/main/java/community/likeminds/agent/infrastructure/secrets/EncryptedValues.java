package community.likeminds.agent.infrastructure.secrets;

import community.likeminds.agent.shared.TenantId;
import java.util.function.Consumer;

/**
 * A place that keeps encrypted values. Whoever keeps some has a bean of this kind: what is not shown here stays under its old key and is lost when that
 * key is retired.
 */
public interface EncryptedValues {

    /** For people, in the plural: {@code signing keys}. */
    String place();

    /** Shows every value that is kept, in batches, so that memory stays bounded however many there are. */
    void each(Consumer<Kept> visitor);

    /**
     * @param tenant whose value it is
     * @param name what it was encrypted for
     * @param encrypted the value as it is kept
     * @param replacement keeps another text in its place
     */
    record Kept(TenantId tenant, String name, String encrypted, Replacement replacement) {}

    /** Keeps another text in a value's place. */
    @FunctionalInterface
    interface Replacement {

        /** Where a value cannot be replaced from here. */
        Replacement NONE = text -> false;

        /** At once and for good, or not at all: false when the value is in use, was changed meanwhile, or cannot be replaced from here. */
        boolean with(String text);
    }
}
