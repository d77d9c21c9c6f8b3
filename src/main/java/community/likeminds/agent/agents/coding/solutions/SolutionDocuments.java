package community.likeminds.agent.agents.coding.solutions;

import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps plans and reports, of any size. Thread-safe. */
public interface SolutionDocuments {

    /** Collection of reports. */
    String REPORTS = "reports";

    /** Collection of plans. */
    String PLANS = "plans";

    /** Label with the folder of the project. */
    String PROJECT = "project";

    /** Label with the status of a report. */
    String STATUS = "status";

    /** @param labels what it can be found by, see {@link #PROJECT} and {@link #STATUS} */
    void put(TenantId tenant, String collection, String id, Map<String, String> labels, Object body);

    <T> Optional<T> get(TenantId tenant, String collection, String id, Class<T> type);

    /** Those with all these labels, what was put last first. */
    <T> List<T> list(TenantId tenant, String collection, Map<String, String> labels, Class<T> type);

    /** True when there was one. */
    boolean delete(TenantId tenant, String collection, String id);
}
