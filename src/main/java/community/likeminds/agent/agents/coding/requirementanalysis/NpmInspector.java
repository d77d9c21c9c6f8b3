package community.likeminds.agent.agents.coding.requirementanalysis;

import static community.likeminds.agent.agents.coding.requirementanalysis.Inspection.at;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.shared.AgentException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Reads projects with a {@code package.json}. */
final class NpmInspector {

    private static final ObjectMapper JSON = JsonMapper.shared();
    private static final Pattern ENV_PREFIX = Pattern.compile("\\benvPrefix\\s*:\\s*['\"](\\w+)['\"]");
    private static final List<String> BUNDLER_CONFIGS = List.of("vite.config.ts", "vite.config.js", "vite.config.mts", "vite.config.mjs");

    private final Inspection inspection;
    private final ProjectFiles files;
    private final Facts facts;

    NpmInspector(Inspection inspection) {
        this.inspection = inspection;
        this.files = inspection.files();
        this.facts = inspection.facts();
    }

    ProjectProfile inspect() {
        JsonNode root = manifest("package.json");
        String app = new NpmWorkspace(inspection, this::manifest).application(root);
        String manifestPath = files.has(at(app, "package.json")) ? at(app, "package.json") : "package.json";
        JsonNode manifest = manifest(manifestPath);
        Map<String, String> dependencies = dependencies(manifest);
        NpmFramework framework = NpmFramework.of(dependencies, files, app);
        framework.describe(inspection, manifestPath);
        boolean typescript = files.has(at(app, "tsconfig.json")) || dependencies.containsKey("typescript");
        language(typescript, app, manifestPath);
        String prefix = envPrefix(framework, app);
        Map<String, String> roles = new NpmRoles(files, app, framework.name()).find();
        scripts(manifest, manifestPath);
        return new ProjectProfile(
                files.root().toString(),
                app,
                "npm",
                framework.name(),
                framework.platforms(dependencies),
                typescript ? "typescript" : "javascript",
                new NpmManager(inspection).find(root, app),
                modules(manifest, framework.name(), app, manifestPath),
                manifestPath,
                roles,
                dependencies,
                prefix,
                framework.environmentAccess(),
                inspection.git());
    }

    private JsonNode manifest(String path) {
        try {
            JsonNode node = JSON.readTree(files.text(path).replaceFirst("^\uFEFF", ""));
            if (!node.isObject()) {
                throw broken(path, "it is no JSON object", null);
            }
            return node;
        } catch (JacksonException error) {
            throw broken(path, String.valueOf(error.getOriginalMessage()), error);
        }
    }

    private static AgentException broken(String path, String why, @Nullable Throwable cause) {
        return new AgentException(
                AgentException.Kind.BAD_INPUT,
                "manifest-broken",
                "The project's " + path + " cannot be read: " + why + ".",
                "Mend the file and run again.",
                cause);
    }

    private static Map<String, String> dependencies(JsonNode manifest) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String section : List.of("peerDependencies", "optionalDependencies", "devDependencies", "dependencies")) {
            manifest.path(section).properties().forEach(entry -> found.put(entry.getKey(), entry.getValue().asString("")));
        }
        return found;
    }

    private void language(boolean typescript, String app, String manifestPath) {
        if (!typescript) {
            facts.concluded("language", "javascript", manifestPath, "There is no tsconfig.json and no dependency on typescript.");
            return;
        }
        String settings = at(app, "tsconfig.json");
        facts.seen("language", "typescript", files.has(settings) ? settings : files.place(manifestPath, "\"typescript\""));
        new TypeScriptSettings(files).describe(settings, facts);
    }

    private String envPrefix(NpmFramework framework, String app) {
        for (String name : BUNDLER_CONFIGS) {
            String path = at(app, name);
            Matcher own = files.has(path) ? ENV_PREFIX.matcher(files.text(path)) : null;
            if (own != null && own.find()) {
                facts.seen("environment-prefix", own.group(1), files.place(path, ENV_PREFIX));
                return own.group(1);
            }
        }
        String prefix = framework.environmentPrefix();
        if (!prefix.isEmpty()) {
            facts.concluded("environment-prefix", prefix, "", "Variables that reach the browser begin so in " + framework.name() + ".");
        }
        return prefix;
    }

    private String modules(JsonNode manifest, String framework, String app, String manifestPath) {
        if (manifest.path("type").asString("").equals("module")) {
            facts.seen("modules", "esm", files.place(manifestPath, "\"type\""));
            return "esm";
        }
        if (!List.of("express", "fastify", "koa", "node").contains(framework)) {
            facts.concluded("modules", "esm", manifestPath, "Sources of " + framework + " are written as ES modules.");
            return "esm";
        }
        if (files.has(at(app, "tsconfig.json"))) {
            facts.concluded("modules", "esm", at(app, "tsconfig.json"), "TypeScript sources are written with import, whatever they compile to.");
            return "esm";
        }
        facts.concluded("modules", "commonjs", manifestPath, "package.json does not say \"type\": \"module\".");
        return "commonjs";
    }

    private void scripts(JsonNode manifest, String path) {
        List<String> known = new ArrayList<>(List.of("dev", "start", "build", "test", "lint", "format", "typecheck", "type-check"));
        JsonNode scripts = manifest.path("scripts");
        for (String name : known) {
            String script = scripts.path(name).asString("");
            if (!script.isEmpty()) {
                facts.seen("script", name + ": " + script, files.place(path, Pattern.compile("\"" + name + "\"\\s*:\\s*\"")));
            }
        }
    }
}
