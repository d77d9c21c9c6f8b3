package community.likeminds.agent.infrastructure.storage;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps archives, generated assets and large documents as bytes under keys. Thread-safe.
 *
 * <p>A key is 1 to 700 bytes of UTF-8 in segments between slashes, none of them empty, {@code .} or {@code ..}, and holds no control
 * character and no backslash; {@code object-key-invalid} otherwise. It belongs to its tenant: the same key of another one is another object.
 * Every method throws an {@link AgentException} of kind {@code UNAVAILABLE} when the store does not answer in time.
 */
public interface StoredObjects {

    /**
     * Keeps content in place of what had the key. It is visible as a whole when this returns, and never in part.
     *
     * @param content read to its end, not closed
     * @throws AgentException {@code object-too-large}, or {@code object-damaged} when it is not what {@link NewObject#sha256} says; nothing
     *     has changed then
     */
    StoredObject put(TenantId tenant, String key, InputStream content, NewObject about);

    /** What is known of an object. */
    Optional<StoredObject> find(TenantId tenant, String key);

    /**
     * The whole content, to be closed. Its checksum is verified on the way: reading its end throws an {@link java.io.IOException} when it is
     * damaged.
     *
     * @throws AgentException {@code object-unknown}
     */
    InputStream read(TenantId tenant, String key);

    /**
     * A part of the content, to be closed; less or nothing where it ends earlier.
     *
     * @param from first byte, counted from 0
     * @param length most bytes, at least 1
     * @throws AgentException {@code object-unknown}
     */
    InputStream read(TenantId tenant, String key, long from, long length);

    /**
     * Keys in their order.
     *
     * @param prefix that they start with, or empty
     * @param after the last key of the page before, or empty
     * @param most 1 to 1,000
     */
    List<Listed> list(TenantId tenant, String prefix, String after, int most);

    /** Forgets an object; nothing happens when there is none. */
    void delete(TenantId tenant, String key);

    /**
     * An address that anybody may read the object from for some time; empty when this store is read through this program only.
     *
     * @param valid at most 7 days
     */
    Optional<URI> link(TenantId tenant, String key, Duration valid);

    /**
     * @param contentType media type, 1 to 100 printable ASCII characters
     * @param sha256 what the content must have, lower-case hexadecimal, or null
     */
    record NewObject(String contentType, @Nullable String sha256) {

        public NewObject {
            if (!contentType.matches("[!-~][ -~]{0,99}")) {
                throw AgentException.badInput(
                        "content-type-invalid",
                        "The content type of an object has to be 1 to 100 printable ASCII characters.",
                        "Use a media type such as application/zip.");
            }
        }

        public static NewObject of(String contentType) {
            return new NewObject(contentType, null);
        }
    }

    /**
     * @param size in bytes
     * @param sha256 of the content, lower-case hexadecimal
     * @param changedAt when it was put, to the second
     */
    record StoredObject(String key, long size, String contentType, String sha256, Instant changedAt) {}

    /** @param size in bytes */
    record Listed(String key, long size) {}
}
