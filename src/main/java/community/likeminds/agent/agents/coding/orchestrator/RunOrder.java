package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run in the background is about, as its task holds it.
 *
 * @param ref what the values are encrypted for
 * @param plan id of the plan that is applied, or empty when {@code project}, {@code docs} and {@code request} say what to plan
 * @param values encrypted, by name
 */
record RunOrder(
        String ref,
        String plan,
        String project,
        List<String> docs,
        String request,
        Map<String, String> values,
        String branch,
        boolean allowDirty,
        List<String> skip,
        boolean trackedValues) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static RunOrder of(TenantId tenant, IntegrationRequest request, SecretEncryption encryption) {
        String ref = UUID.randomUUID().toString();
        return new RunOrder(
                ref, "", request.project().toString(), request.docs(), request.request(), sealed(tenant, ref, request.values(), encryption),
                request.branch(), request.allowDirty(), request.skip(), request.trackedValues());
    }

    static RunOrder of(TenantId tenant, String plan, String project, ApplyOptions options, SecretEncryption encryption) {
        String ref = UUID.randomUUID().toString();
        return new RunOrder(
                ref, plan, project, List.of(), "", sealed(tenant, ref, options.values(), encryption), options.branch(), options.allowDirty(),
                options.skip(), options.trackedValues());
    }

    static RunOrder parse(String text) {
        return JSON.readValue(text, RunOrder.class);
    }

    String text() {
        return JSON.writeValueAsString(this);
    }

    IntegrationRequest toRequest(TenantId tenant, SecretEncryption encryption) {
        return new IntegrationRequest(Path.of(project), docs, request, opened(tenant, encryption), branch, allowDirty, skip, trackedValues);
    }

    ApplyOptions toOptions(TenantId tenant, SecretEncryption encryption) {
        return new ApplyOptions(opened(tenant, encryption), branch, allowDirty, skip, trackedValues);
    }

    private Map<String, String> opened(TenantId tenant, SecretEncryption encryption) {
        Map<String, String> opened = new TreeMap<>();
        values.forEach((name, value) -> opened.put(name, encryption.decrypt(tenant, name(ref, name), value)));
        return opened;
    }

    private static Map<String, String> sealed(TenantId tenant, String ref, Map<String, String> values, SecretEncryption encryption) {
        Map<String, String> sealed = new TreeMap<>();
        values.forEach((name, value) -> sealed.put(name, encryption.encrypt(tenant, name(ref, name), value)));
        return sealed;
    }

    RunOrder withSealed(Map<String, String> others) {
        return new RunOrder(ref, plan, project, docs, request, others, branch, allowDirty, skip, trackedValues);
    }

    /** What a value is encrypted for. */
    static String name(String ref, String variable) {
        return "run/" + ref + "/" + variable;
    }
}
