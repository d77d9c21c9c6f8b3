package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.DocumentVectors.VectorSet;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Vectors by content and model: what was embedded once is never embedded again, whichever source or run it is in. */
@Component
public class EmbeddingCache {

    private static final int PARAMETERS = 500;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    EmbeddingCache(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    public VectorSet find(TenantId tenant, String model, Collection<String> hashes) {
        List<String> wanted = hashes.stream().distinct().toList();
        Map<String, float[]> found = new HashMap<>();
        for (int from = 0; from < wanted.size(); from += PARAMETERS) {
            List<String> some = wanted.subList(from, Math.min(wanted.size(), from + PARAMETERS));
            List<Object> parameters = new ArrayList<>(List.of(tenant.value(), model));
            parameters.addAll(some);
            jdbc.query(
                    "select content_hash, vector from embeddings where tenant = ? and model = ? and content_hash in ("
                            + String.join(", ", Collections.nCopies(some.size(), "?"))
                            + ")",
                    row -> {
                        found.put(row.getString(1), floats(row.getBytes(2)));
                    },
                    parameters.toArray());
        }
        return new VectorSet(model, found);
    }

    public void put(TenantId tenant, VectorSet vectors) {
        // Two writers that add the same vectors in different orders would wait for each other on PostgreSQL.
        List<Object[]> rows = vectors.byContentHash().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Object[] {tenant.value(), vectors.model(), entry.getKey(), bytes(entry.getValue())})
                .toList();
        transaction.executeWithoutResult(status -> jdbc.batchUpdate(
                "insert into embeddings (tenant, model, content_hash, vector) values (?, ?, ?, ?) on conflict do nothing",
                rows));
    }

    void clear(TenantId tenant) {
        jdbc.update("delete from embeddings where tenant = ?", tenant.value());
    }

    private static byte[] bytes(float[] vector) {
        ByteBuffer buffer = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    private static float[] floats(byte[] bytes) {
        FloatBuffer buffer =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        float[] vector = new float[buffer.remaining()];
        buffer.get(vector);
        return vector;
    }
}
