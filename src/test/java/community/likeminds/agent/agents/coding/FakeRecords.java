package community.likeminds.agent.agents.coding;

import community.likeminds.agent.agents.coding.solutions.SolutionDocuments;
import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps the values themselves. */
public final class FakeRecords implements SolutionDocuments {

    public final Map<String, Object> kept = new TreeMap<>();

    @Override
    public void put(TenantId tenant, String collection, String id, Map<String, String> labels, Object value) {
        kept.put(collection + "/" + id, value);
    }

    @Override
    public <T> Optional<T> get(TenantId tenant, String collection, String id, Class<T> type) {
        return Optional.ofNullable(kept.get(collection + "/" + id)).map(type::cast);
    }

    @Override
    public <T> List<T> list(TenantId tenant, String collection, Map<String, String> labels, Class<T> type) {
        return kept.entrySet().stream().filter(one -> one.getKey().startsWith(collection + "/")).map(Map.Entry::getValue).map(type::cast).toList();
    }

    @Override
    public boolean delete(TenantId tenant, String collection, String id) {
        return kept.remove(collection + "/" + id) != null;
    }
}
