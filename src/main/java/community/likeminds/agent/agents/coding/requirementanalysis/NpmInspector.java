package community.likeminds.agent.agents.coding.requirementanalysis;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.ProjectProfile.GitState;
import community.likeminds.agent.shared.AgentException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Reads projects with a {@code package.json}. */
final class NpmInspector {

    private static final ObjectMapper JSON = JsonMapper.shared();
    private static final Pattern SCRIPT = Pattern.compile("<script[^>]*\\bsrc=[\"']/?([^\"']+)[\"']");
    private static final List<String> CODE = List.of(".tsx", ".ts", ".jsx", ".js", ".mts", ".mjs", ".cjs");

    private final ProjectFiles files;
    private final GitState git;

    NpmInspector(ProjectFiles files, GitState git) {
        this.files = files;
        this.git = git;
    }

    ProjectProfile inspect(String request) {
        JsonNode root = manifest("package.json");
        String app = new Workspaces(files).chosen(root, request);
        String at = app.isEmpty() ? "" : app + "/";
        JsonNode manifest = app.isEmpty() ? root : manifest(at + "package.json");
        Map<String, String> dependencies = dependencies(manifest);
        String framework = framework(dependencies, at);
        boolean typescript = files.has(at + "tsconfig.json") || dependencies.containsKey("typescript");
        String prefix = switch (framework) {
            case "vite-react", "vite-vue", "vite-svelte", "vite" -> "VITE_";
            case "next-app", "next-pages" -> "NEXT_PUBLIC_";
            case "cra" -> "REACT_APP_";
            case "sveltekit", "astro" -> "PUBLIC_";
            default -> "";
        };
        String access = prefix.equals("VITE_") || prefix.equals("PUBLIC_") ? "import.meta.env.%s" : "process.env.%s";
        return new ProjectProfile(
                files.root().toString(),
                app,
                "npm",
                framework,
                platforms(framework, dependencies),
                typescript ? "typescript" : "javascript",
                packageManager(root),
                modules(manifest, framework, at),
                at + "package.json",
                new NpmRoles(files, at, framework).find(),
                dependencies,
                prefix,
                access,
                git);
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

    private static AgentException broken(String path, String why, @org.jspecify.annotations.Nullable Throwable cause) {
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

    private String framework(Map<String, String> has, String at) {
        if (has.containsKey("next")) {
            return files.paths().stream().anyMatch(path -> path.matches(Pattern.quote(at) + "(src/)?app/layout\\.\\w+"))
                    ? "next-app" : "next-pages";
        }
        for (Map.Entry<String, String> known : KNOWN.entrySet()) {
            if (has.containsKey(known.getKey())) {
                return known.getValue();
            }
        }
        if (has.containsKey("vite")) {
            return has.containsKey("react") ? "vite-react" : has.containsKey("vue") ? "vite-vue"
                    : has.containsKey("svelte") ? "vite-svelte" : "vite";
        }
        return has.containsKey("express") ? "express" : has.containsKey("fastify") ? "fastify"
                : has.containsKey("hono") ? "hono" : has.containsKey("koa") ? "koa"
                : has.containsKey("react") ? "react" : has.containsKey("vue") ? "vue" : "node";
    }

    /** Frameworks that decide alone, first match wins. */
    private static final Map<String, String> KNOWN = known();

    private static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("expo", "expo");
        known.put("react-native", "react-native");
        known.put("nuxt", "nuxt");
        known.put("@sveltejs/kit", "sveltekit");
        known.put("@angular/core", "angular");
        known.put("@remix-run/react", "remix");
        known.put("astro", "astro");
        known.put("@nestjs/core", "nest");
        known.put("react-scripts", "cra");
        return known;
    }

    private static List<String> platforms(String framework, Map<String, String> has) {
        List<String> names = new ArrayList<>();
        switch (framework) {
            case "next-app", "next-pages" -> names.addAll(List.of("next", "react", "web"));
            case "vite-react", "cra", "remix", "react" -> names.addAll(List.of("react", "web"));
            case "vite-vue", "vue" -> names.addAll(List.of("vue", "web"));
            case "nuxt" -> names.addAll(List.of("nuxt", "vue", "web"));
            case "sveltekit", "vite-svelte" -> names.addAll(List.of("svelte", "web"));
            case "expo", "react-native" -> names.addAll(List.of("react-native"));
            case "express", "fastify", "hono", "koa", "nest" -> names.addAll(List.of(framework, "node"));
            default -> names.add(framework);
        }
        if (has.containsKey("vite")) {
            names.add("vite");
        }
        names.add("javascript");
        if (has.containsKey("typescript")) {
            names.add("typescript");
        }
        return names.stream().distinct().toList();
    }

    private String packageManager(JsonNode root) {
        String declared = root.path("packageManager").asString("");
        if (!declared.isEmpty()) {
            return declared.replaceFirst("@.*", "");
        }
        return files.has("pnpm-lock.yaml") ? "pnpm"
                : files.has("yarn.lock") ? "yarn"
                : files.has("bun.lock") || files.has("bun.lockb") ? "bun" : "npm";
    }

    private String modules(JsonNode manifest, String framework, String at) {
        if (manifest.path("type").asString("").equals("module") || !List.of("express", "fastify", "koa", "node").contains(framework)) {
            return "esm";
        }
        // TypeScript sources are written with import whatever they compile to.
        return files.has(at + "tsconfig.json") ? "esm" : "commonjs";
    }

    /** Files by the role they play. */
    private record NpmRoles(ProjectFiles files, String at, String framework) {

        Map<String, String> find() {
            Map<String, String> roles = new LinkedHashMap<>();
            put(roles, "entry", entry());
            String entry = roles.getOrDefault("entry", "");
            put(roles, "root-component", entry.isEmpty() ? "" : rootComponent(entry));
            put(roles, "layout", any("app/layout", "src/app/layout"));
            put(roles, "start-page", framework.startsWith("next") ? any("app/page", "src/app/page", "pages/index") : "");
            put(roles, "bundler-config", any("vite.config"));
            put(roles, "framework-config", any("next.config", "nuxt.config", "svelte.config", "astro.config"));
            put(roles, "server", server());
            put(roles, "html", files.has(at + "index.html") ? at + "index.html" : "");
            return roles;
        }

        private static void put(Map<String, String> roles, String role, String path) {
            if (!path.isEmpty()) {
                roles.put(role, path);
            }
        }

        private String any(String... stems) {
            for (String stem : stems) {
                for (String extension : CODE) {
                    if (files.has(at + stem + extension)) {
                        return at + stem + extension;
                    }
                }
            }
            return "";
        }

        private String entry() {
            if (files.has(at + "index.html")) {
                Matcher script = SCRIPT.matcher(files.text(at + "index.html"));
                while (script.find()) {
                    String path = at + script.group(1).replaceFirst("^\\./", "");
                    if (files.has(path)) {
                        return path;
                    }
                }
            }
            return any("src/main", "src/index", "main", "index");
        }

        /** The component that the entry renders: the relative import called App or the first one that is rendered. */
        private String rootComponent(String entry) {
            String folder = entry.contains("/") ? entry.substring(0, entry.lastIndexOf('/') + 1) : "";
            Matcher imported = Pattern.compile("import\\s+(?:\\{\\s*)?(\\w+)[^'\"]*from\\s+['\"](\\.[^'\"]+)['\"]").matcher(files.text(entry));
            String found = "";
            while (imported.find()) {
                String path = resolve(folder, imported.group(2));
                if (!path.isEmpty() && (found.isEmpty() || imported.group(1).equals("App"))) {
                    found = path;
                }
            }
            return found;
        }

        private String resolve(String folder, String specifier) {
            String base = java.nio.file.Path.of(folder.isEmpty() ? "." : folder).resolve(specifier).normalize().toString().replace('\\', '/');
            if (files.has(base)) {
                return base;
            }
            return CODE.stream().map(extension -> base + extension).filter(files::has).findFirst()
                    .orElse(files.has(base + ".vue") ? base + ".vue" : "");
        }

        /** The file that makes the HTTP server's application object. */
        private String server() {
            Pattern made = Pattern.compile("=\\s*(?:express|fastify|Fastify)\\(|new\\s+(?:Hono|Koa)\\(");
            for (String path : files.paths()) {
                if (path.startsWith(at) && CODE.stream().anyMatch(path::endsWith) && !path.matches(".*(test|spec)\\.\\w+$")
                        && made.matcher(files.text(path)).find()) {
                    return path;
                }
            }
            return "";
        }
    }
}
