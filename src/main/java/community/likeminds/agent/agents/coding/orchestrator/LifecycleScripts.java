package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.codeplanning.Draft;
import community.likeminds.agent.shared.AgentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Refuses steps that would have a package manager run a command of the plan's: an install follows every plan. */
final class LifecycleScripts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> RUN_BY_INSTALL = List.of(
            "preinstall", "install", "postinstall", "preprepare", "prepare", "postprepare", "prepublish", "dependencies");

    private LifecycleScripts() {}

    static void refuse(List<Draft.DraftStep> steps, Function<String, @Nullable String> originals) {
        for (Draft.DraftStep step : steps) {
            for (Map.Entry<String, String> one : step.texts().entrySet()) {
                if (one.getKey().equals("package.json") || one.getKey().endsWith("/package.json")) {
                    String before = originals.apply(one.getKey());
                    List<String> fresh = different(scripts(before == null ? "" : before), scripts(one.getValue()));
                    if (!fresh.isEmpty()) {
                        throw AgentException.badInput(
                                "command-not-allowed",
                                "Step " + step.step().id() + " of the plan gives " + one.getKey() + " the script '" + fresh.getFirst()
                                        + "', which an install runs by itself.",
                                "Remove it from the plan, and add it by hand if you want it.");
                    }
                }
            }
        }
    }

    private static List<String> different(Map<String, String> before, Map<String, String> after) {
        List<String> fresh = new ArrayList<>();
        for (String name : RUN_BY_INSTALL) {
            String script = after.get(name);
            if (script != null && !script.equals(before.get(name))) {
                fresh.add(name);
            }
        }
        return fresh;
    }

    private static Map<String, String> scripts(String manifest) {
        Map<String, String> scripts = new TreeMap<>();
        try {
            JsonNode node = manifest.isBlank() ? JSON.createObjectNode() : JSON.readTree(manifest);
            node.path("scripts").forEachEntry((name, value) -> scripts.put(name, value.toString()));
        } catch (JacksonException noJson) {
            // The syntax check says what is wrong with it; nothing is installed from a manifest that is no JSON.
            return Map.of();
        }
        return scripts;
    }
}
