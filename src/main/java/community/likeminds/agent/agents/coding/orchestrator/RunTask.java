package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run has to know to be taken up again. Values of keys are encrypted, each for this run.
 *
 * @param report id of the report to come
 * @param tookMs what the phases before took
 * @param sealed whether the values are encrypted; null in runs of versions that kept them as they were given
 */
record RunTask(
        String report, TenantId tenant, IntegrationPlan plan, ApplyOptions options, Map<String, Long> tookMs, @Nullable Boolean sealed) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static RunTask of(Execution.Frame frame, TenantId tenant, IntegrationPlan plan, ApplyOptions options) {
        return new RunTask(frame.id(), tenant, plan, options, Map.copyOf(frame.tookMs()), false);
    }

    /** As it may be kept. */
    String text(SecretEncryption encryption) {
        return JSON.writeValueAsString(with(true, (name, value) -> encryption.encrypt(tenant, name, value)));
    }

    static RunTask parse(String text) {
        try {
            return JSON.readValue(text, RunTask.class);
        } catch (JacksonException unreadable) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT, "run-unreadable", "What the interrupted run was about cannot be read by this version.",
                    "Take it back with: likeminds undo.", unreadable);
        }
    }

    /** With its values, to go on. */
    RunTask opened(SecretEncryption encryption) {
        return Boolean.TRUE.equals(sealed) ? with(false, (name, value) -> encryption.decrypt(tenant, name, value)) : this;
    }

    /** As it may be kept, with one of the values encrypted anew. */
    String withSealed(String name, String value) {
        return JSON.writeValueAsString(with(true, (of, former) -> of.equals(nameOf(name)) ? value : former));
    }

    /** What a value is encrypted for. */
    String nameOf(String variable) {
        return "run/" + report + "/" + variable;
    }

    private RunTask with(boolean sealed, BinaryOperator<String> change) {
        Map<String, String> values = new TreeMap<>();
        options.values().forEach((name, value) -> values.put(name, change.apply(nameOf(name), value)));
        return new RunTask(
                report, tenant, plan, new ApplyOptions(values, options.branch(), options.allowDirty(), options.skip(), options.trackedValues()), tookMs,
                sealed);
    }
}
