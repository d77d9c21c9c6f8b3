package community.likeminds.agent.agents.coding.requirementanalysis;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a tsconfig.json says after everything that it extends or refers to. */
final class TypeScriptSettings {

    private static final Logger log = LoggerFactory.getLogger(TypeScriptSettings.class);
    private static final int DEEPEST = 8;
    private static final List<String> TOLD = List.of(
            "strict", "noUnusedLocals", "noUnusedParameters", "noImplicitAny", "verbatimModuleSyntax", "isolatedModules", "exactOptionalPropertyTypes",
            "noUncheckedIndexedAccess", "module", "moduleResolution", "target", "jsx", "allowImportingTsExtensions", "erasableSyntaxOnly", "allowJs");

    private record Setting(String value, String place) {}

    private final ProjectFiles files;

    TypeScriptSettings(ProjectFiles files) {
        this.files = files;
    }

    void describe(String path, Facts facts) {
        if (!files.has(path)) {
            return;
        }
        Map<String, Setting> settings = new LinkedHashMap<>();
        read(path, settings, facts, new HashSet<>());
        Setting strict = settings.get("strict");
        facts.concluded("strictness", strict != null && strict.value().equals("true") ? "strict" : "not strict", strict == null ? path : strict.place(),
                strict == null ? "No tsconfig.json sets strict." : "");
        settings.forEach((name, setting) -> facts.seen("typescript", name + ": " + setting.value(), setting.place()));
    }

    /** The nearer file wins; of a file that only refers to others, the first other decides. */
    private void read(String path, Map<String, Setting> settings, Facts facts, Set<String> visited) {
        if (visited.size() >= DEEPEST || !visited.add(path) || !files.has(path)) {
            return;
        }
        JsonNode json;
        try {
            json = Json.lenient().readTree(files.text(path).replaceFirst("^\uFEFF", ""));
        } catch (JacksonException broken) {
            log.info("{} cannot be read: {}", path, broken.getOriginalMessage());
            facts.concluded("unreadable", path, path, "It is not valid JSON with comments, so its settings are not known.");
            return;
        }
        JsonNode options = json.path("compilerOptions");
        for (String name : TOLD) {
            JsonNode value = options.path(name);
            if (value.isBoolean() || value.isString()) {
                settings.putIfAbsent(name, new Setting(value.asString(""), files.place(path, Pattern.compile("\"" + name + "\"\\s*:"))));
            }
        }
        JsonNode parents = json.path("extends");
        List<String> all = parents.isArray() ? parents.values().stream().map(one -> one.asString("")).toList().reversed() : List.of(parents.asString(""));
        for (String parent : all) {
            if (parent.startsWith(".")) {
                read(resolved(path, parent.endsWith(".json") ? parent : parent + ".json"), settings, facts, visited);
            } else if (!parent.isEmpty()) {
                facts.concluded("typescript-base", parent, files.place(path, "\"extends\""), "A package's settings; what it sets is not looked into.");
            }
        }
        for (JsonNode reference : json.path("references")) {
            String target = reference.path("path").asString("");
            if (!target.isEmpty()) {
                read(resolved(path, target.endsWith(".json") ? target : target + "/tsconfig.json"), settings, facts, visited);
            }
        }
    }

    private static String resolved(String from, String relative) {
        Path folder = Path.of(from.contains("/") ? from.substring(0, from.lastIndexOf('/')) : "");
        return folder.resolve(relative).normalize().toString().replace('\\', '/');
    }
}
