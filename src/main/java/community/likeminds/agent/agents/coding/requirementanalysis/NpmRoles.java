package community.likeminds.agent.agents.coding.requirementanalysis;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of a JavaScript application by the role they play, found by what loads them rather than by their names alone. */
final class NpmRoles {

    private static final Pattern SCRIPT = Pattern.compile("<script[^>]*\\bsrc=[\"']/?([^\"']+)[\"']");
    private static final Pattern IMPORT = Pattern.compile("import\\s+(?:\\{\\s*)?(\\w+)[^'\"]*from\\s+['\"](\\.[^'\"]+)['\"]");
    private static final Pattern SERVER = Pattern.compile("=\\s*(?:await\\s+)?(?:express|fastify|Fastify|NestFactory\\.create)\\b(?:<[^>]*>)?\\(|new\\s+(?:Hono|Koa|Elysia)\\b(?:<[^>]*>)?\\(");
    private static final List<String> CODE = List.of(".tsx", ".ts", ".jsx", ".js", ".mts", ".mjs", ".cjs");
    /** A server is made in a file near the top; looking through more of an enormous project would cost seconds. */
    private static final int MOST_LOOKED_INTO = 2_000;

    private final ProjectFiles files;
    private final String at;
    private final String framework;

    NpmRoles(ProjectFiles files, String app, String framework) {
        this.files = files;
        this.at = app.isEmpty() ? "" : app + "/";
        this.framework = framework;
    }

    Map<String, String> find() {
        Map<String, String> roles = new LinkedHashMap<>();
        put(roles, "entry", entry());
        String entry = roles.getOrDefault("entry", "");
        String convention = rootByConvention();
        put(roles, "root-component", convention.isEmpty() && !entry.isEmpty() ? rootComponent(entry) : convention);
        put(roles, "layout", layout());
        put(roles, "start-page", startPage());
        put(roles, "bundler-config", any("vite.config", "webpack.config", "rspack.config", "rsbuild.config"));
        put(roles, "framework-config", frameworkConfig());
        put(roles, "app-config", framework.equals("angular") ? any("src/app/app.config", "src/app/app.module", "src/app/app-module") : "");
        put(roles, "server", server());
        put(roles, "html", files.has(at + "index.html") ? at + "index.html" : files.has(at + "src/index.html") ? at + "src/index.html"
                : files.has(at + "public/index.html") ? at + "public/index.html" : files.has(at + "src/app.html") ? at + "src/app.html" : "");
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

    private String exact(String... paths) {
        for (String path : paths) {
            if (files.has(at + path)) {
                return at + path;
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
        return switch (framework) {
            case "remix", "react-router" -> any("app/entry.client", "app/root");
            case "expo" -> any("app/_layout", "src/app/_layout", "App", "index");
            case "react-native" -> any("index", "App");
            case "sveltekit" -> any("src/hooks.client");
            default -> any("src/main", "src/index", "main", "index");
        };
    }

    private String rootByConvention() {
        return switch (framework) {
            case "next-pages" -> any("pages/_app", "src/pages/_app");
            case "remix", "react-router" -> any("app/root");
            case "nuxt" -> exact("app/app.vue", "app.vue");
            case "angular" -> any("src/app/app.component", "src/app/app");
            case "expo" -> any("app/_layout", "src/app/_layout", "App");
            case "react-native" -> any("App");
            default -> "";
        };
    }

    private String layout() {
        return switch (framework) {
            case "sveltekit" -> exact("src/routes/+layout.svelte");
            case "nuxt" -> exact("app/layouts/default.vue", "layouts/default.vue");
            case "astro" -> files.paths().stream().filter(path -> path.startsWith(at + "src/layouts/") && path.endsWith(".astro")).findFirst().orElse("");
            case "expo" -> any("app/_layout", "src/app/_layout");
            default -> {
                String plain = any("app/layout", "src/app/layout");
                yield plain.isEmpty() && framework.equals("next-app") ? nested("layout") : plain;
            }
        };
    }

    /** A root layout below a locale or a group of routes. */
    private String nested(String name) {
        Pattern wanted = Pattern.compile(Pattern.quote(at) + "(?:src/)?app/(?:\\[\\w+\\]|\\([\\w-]+\\))/" + name + "\\.\\w+");
        return files.paths().stream().filter(path -> wanted.matcher(path).matches()).findFirst().orElse("");
    }

    private String startPage() {
        return switch (framework) {
            case "next-app", "next-pages" -> {
                String page = any("app/page", "src/app/page", "pages/index", "src/pages/index");
                yield page.isEmpty() ? nested("page") : page;
            }
            case "remix" -> any("app/routes/_index");
            case "react-router" -> any("app/routes/home", "app/routes/_index");
            case "nuxt" -> exact("app/pages/index.vue", "pages/index.vue");
            case "sveltekit" -> exact("src/routes/+page.svelte");
            case "astro" -> exact("src/pages/index.astro");
            case "gatsby" -> any("src/pages/index");
            default -> "";
        };
    }

    private String frameworkConfig() {
        String found = any("next.config", "nuxt.config", "svelte.config", "astro.config", "react-router.config", "remix.config", "gatsby-config",
                "app.config", "electron.vite.config");
        return found.isEmpty() ? exact("angular.json", "app.json") : found;
    }

    /** The component that the entry renders: the relative import called App or the first one that is rendered. */
    private String rootComponent(String entry) {
        String folder = entry.contains("/") ? entry.substring(0, entry.lastIndexOf('/') + 1) : "";
        Matcher imported = IMPORT.matcher(files.text(entry));
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
        String base = Path.of(folder.isEmpty() ? "." : folder).resolve(specifier).normalize().toString().replace('\\', '/');
        if (files.has(base)) {
            return base;
        }
        return CODE.stream().map(extension -> base + extension).filter(files::has).findFirst()
                .orElse(files.has(base + ".vue") ? base + ".vue" : files.has(base + ".svelte") ? base + ".svelte" : "");
    }

    /** The file that makes the HTTP server's application object. */
    private String server() {
        int looked = 0;
        for (String path : files.paths()) {
            if (path.startsWith(at) && CODE.stream().anyMatch(path::endsWith) && !path.matches(".*(?:test|spec)\\.\\w+$") && looked++ < MOST_LOOKED_INTO
                    && SERVER.matcher(files.text(path)).find()) {
                return path;
            }
        }
        return "";
    }
}
