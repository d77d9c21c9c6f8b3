package community.likeminds.agent.agents.coding.plans;

import community.likeminds.agent.agents.coding.FileChange;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.PlannedStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.docs.Citation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A plan as YAML. What is empty is left out, and the order is always the same. */
final class PlanText {

    static final String FORMAT = "1";

    private static final String HEAD = """
            # A plan of the LikeMinds Integration Agent. Read it, edit or remove steps, then: likeminds apply FILE
            # Steps are applied in order. A diff is put where its lines stand; the counts behind @@ are not read.
            # Values of keys are never in here: give them with --set NAME=VALUE.
            """;

    private PlanText() {}

    static String of(IntegrationPlan plan) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("format", FORMAT);
        map.put("id", plan.id());
        put(map, "created", plan.createdAt());
        map.put("request", plan.request());
        put(map, "docs", plan.docs());
        map.put("project", project(plan.project()));
        map.put("guide", citation(plan.guide()));
        put(map, "guideWhy", plan.guideWhy());
        put(map, "runnersUp", plan.runnersUp().stream().map(PlanText::citation).toList());
        put(map, "packages", plan.packages());
        put(map, "startsFrom", plan.startsFrom());
        map.put("steps", plan.steps().stream().map(PlanText::step).toList());
        put(map, "findings", plan.findings());
        put(map, "openPoints", plan.openPoints());
        return HEAD + YamlText.of(map);
    }

    private static Map<String, Object> project(ProjectProfile project) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("root", project.root());
        put(map, "app", project.app());
        put(map, "ecosystem", project.ecosystem());
        put(map, "framework", project.framework());
        put(map, "language", project.language());
        put(map, "packageManager", project.packageManager());
        put(map, "modules", project.modules());
        put(map, "manifest", project.manifest());
        put(map, "roles", new TreeMap<>(project.roles()));
        return map;
    }

    private static Map<String, Object> step(PlannedStep step) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", step.id());
        map.put("title", step.title());
        map.put("kind", name(step.kind()));
        map.put("status", name(step.status()));
        put(map, "target", step.target());
        put(map, "why", step.why());
        put(map, "detail", step.detail());
        put(map, "citations", citations(step));
        Map<String, String> details = new TreeMap<>(step.details());
        if (!step.changes().isEmpty()) {
            // The change shows what the guide's code became.
            details.remove("code");
        }
        details.values().removeIf(String::isEmpty);
        put(map, "details", details);
        put(map, "changes", step.changes().stream().map(PlanText::change).toList());
        return map;
    }

    private static List<Map<String, Object>> citations(PlannedStep step) {
        List<Map<String, Object>> citations = new ArrayList<>();
        for (int i = 0; i < step.citations().size(); i++) {
            Map<String, Object> citation = citation(step.citations().get(i));
            put(citation, "quote", i < step.quotes().size() ? step.quotes().get(i) : "");
            citations.add(citation);
        }
        return citations;
    }

    private static Map<String, Object> change(FileChange change) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", change.path());
        boolean windows = windows(change.text());
        put(map, "lineEndings", windows ? "crlf" : "");
        String text = windows ? change.text().replace("\r\n", "\n") : change.text();
        switch (change.kind()) {
            case EDIT -> map.put("diff", text);
            case CREATE -> map.put("content", text);
            case SET -> {
                map.put("set", text);
                put(map, "value", change.value());
            }
            case UNKNOWN -> throw new IllegalArgumentException("a change of an unknown kind");
        }
        return map;
    }

    /** Whether every line ends in the way of Windows, so that saying it once is enough. */
    private static boolean windows(String text) {
        String others = text.replace("\r\n", "");
        return text.contains("\r\n") && others.indexOf('\n') < 0 && others.indexOf('\r') < 0;
    }

    private static Map<String, Object> citation(Citation citation) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "source", citation.source());
        map.put("page", citation.page());
        put(map, "heading", citation.heading());
        map.put("lines", citation.startLine() + "-" + citation.endLine());
        return map;
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void put(Map<String, Object> map, String key, String value) {
        if (!value.isEmpty()) {
            map.put(key, value);
        }
    }

    private static void put(Map<String, Object> map, String key, List<?> value) {
        if (!value.isEmpty()) {
            map.put(key, new ArrayList<>(value));
        }
    }

    private static void put(Map<String, Object> map, String key, Map<String, ?> value) {
        if (!value.isEmpty()) {
            map.put(key, value);
        }
    }
}
