package community.likeminds.agent.vector.core;

import community.likeminds.agent.shared.Remote;
import community.likeminds.agent.shared.TenantId;
import java.util.List;

/** A snapshot that was looked at and is whole, and the store that it can be restored into. */
@Remote(limit = Remote.Limit.INGESTION)
public interface OpenSnapshot extends AutoCloseable {

    /** Names of the sources in it. */
    List<String> sources();

    /** A text that was attached, or an empty one. */
    String attachment(String name);

    /** Makes a source be as it was when the snapshot was taken. */
    Counts restore(TenantId tenant, String source);

    @Override
    void close();

    /** A file that was opened, for one store. */
    static OpenSnapshot of(Snapshots.Opened opened, VectorStore store) {
        return new OpenSnapshot() {
            @Override
            public List<String> sources() {
                return opened.sources();
            }

            @Override
            public String attachment(String name) {
                return opened.attachment(name);
            }

            @Override
            public Counts restore(TenantId tenant, String source) {
                return opened.restore(store, tenant, source);
            }

            @Override
            public void close() {
                opened.close();
            }
        };
    }
}
