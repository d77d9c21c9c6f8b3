package community.likeminds.agent.infrastructure.storage;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps solution documents, generated code and analysis reports as JSON, with a version that grows with every change. Thread-safe.
 *
 * <p>A document belongs to its tenant and its collection. Every method throws an {@link AgentException} of kind {@code UNAVAILABLE} when
 * the store does not answer in time, and {@code document-invalid} for names or sizes beyond {@link NewDocument}'s.
 */
public interface StoredDocuments {

    /**
     * Keeps a document whatever was there.
     *
     * @return its version, greater than any that the id has had
     */
    long put(TenantId tenant, String collection, NewDocument document);

    /**
     * Keeps a document when nobody has changed it since it was read.
     *
     * @param expected the version that was read, or 0 when there must be none
     * @return its new version
     * @throws AgentException {@code document-changed}; nothing has changed then
     */
    long put(TenantId tenant, String collection, NewDocument document, long expected);

    <T> Optional<StoredDocument<T>> get(TenantId tenant, String collection, String id, Class<T> type);

    /** Documents of a collection, what was put last first. */
    <T> Page<T> find(TenantId tenant, String collection, Query query, Class<T> type);

    /** Forgets a document whatever its version; true when there was one. */
    boolean delete(TenantId tenant, String collection, String id);

    /**
     * What is to be kept.
     *
     * @param id 1 to 200 characters
     * @param labels what it can be found by: up to 16 names of small letters, digits, {@code -}, {@code _} and {@code .}, 1 to 60 of them, with
     *     values of up to 200 characters
     * @param body anything that Jackson writes and reads back, usually a record; at most 8,000,000 characters of JSON, as larger ones are objects
     */
    record NewDocument(String id, Map<String, String> labels, Object body) {

        public NewDocument {
            labels = Map.copyOf(labels);
        }
    }

    /** @param changedAt when it was put, to the millisecond */
    record StoredDocument<T>(String id, long version, Instant changedAt, Map<String, String> labels, T body) {

        public StoredDocument {
            labels = Map.copyOf(labels);
        }
    }

    /**
     * Which documents.
     *
     * @param labels that they have, each with exactly this value
     * @param after {@link Page#next} of the page before, or null
     * @param most 1 to 200
     */
    record Query(Map<String, String> labels, @Nullable String after, int most) {

        public Query {
            labels = Map.copyOf(labels);
        }
    }

    /** @param next what to ask for the next page with, or null when this is the last one */
    record Page<T>(List<StoredDocument<T>> documents, @Nullable String next) {

        public Page {
            documents = List.copyOf(documents);
        }
    }
}
