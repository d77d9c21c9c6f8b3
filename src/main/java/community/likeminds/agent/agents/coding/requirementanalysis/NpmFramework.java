package community.likeminds.agent.agents.coding.requirementanalysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The framework of a JavaScript project and its conventions.
 *
 * @param name as in the profile
 * @param dependency the dependency that tells
 * @param version as declared
 */
record NpmFramework(String name, String dependency, String version) {

    /** Frameworks that decide alone, first match wins. */
    private static final Map<String, String> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("expo", "expo");
        KNOWN.put("react-native", "react-native");
        KNOWN.put("nuxt", "nuxt");
        KNOWN.put("@sveltejs/kit", "sveltekit");
        KNOWN.put("@angular/core", "angular");
        KNOWN.put("@react-router/dev", "react-router");
        KNOWN.put("@remix-run/react", "remix");
        KNOWN.put("@remix-run/dev", "remix");
        KNOWN.put("astro", "astro");
        KNOWN.put("gatsby", "gatsby");
        KNOWN.put("@solidjs/start", "solid-start");
        KNOWN.put("@builder.io/qwik", "qwik");
        KNOWN.put("@nestjs/core", "nest");
        KNOWN.put("react-scripts", "cra");
    }

    private static final List<String> VITE = List.of("react", "vue", "svelte", "solid-js", "preact");
    private static final List<String> PLAIN = List.of("express", "fastify", "hono", "koa", "@hapi/hapi", "electron", "react", "vue", "svelte");

    static NpmFramework of(Map<String, String> has, ProjectFiles files, String app) {
        if (has.containsKey("next")) {
            Pattern layout = Pattern.compile(Pattern.quote(app.isEmpty() ? "" : app + "/") + "(?:src/)?app/(?:\\[\\w+\\]/|\\([\\w-]+\\)/)?layout\\.\\w+");
            boolean appRouter = files.paths().stream().anyMatch(path -> layout.matcher(path).matches());
            return found(appRouter ? "next-app" : "next-pages", "next", has);
        }
        for (Map.Entry<String, String> known : KNOWN.entrySet()) {
            if (has.containsKey(known.getKey())) {
                return found(known.getValue(), known.getKey(), has);
            }
        }
        boolean server = PLAIN.stream().limit(5).anyMatch(has::containsKey);
        if (has.containsKey("vite") && (!server || files.has(Inspection.at(app, "index.html")))) {
            return VITE.stream().filter(has::containsKey).findFirst()
                    .map(library -> found("vite-" + library.replace("-js", ""), library, has))
                    .orElseGet(() -> found("vite", "vite", has));
        }
        return PLAIN.stream().filter(has::containsKey).findFirst()
                .map(library -> found(library.replaceFirst("^@hapi/", ""), library, has))
                .orElse(new NpmFramework("node", "", ""));
    }

    private static NpmFramework found(String name, String dependency, Map<String, String> has) {
        return new NpmFramework(name, dependency, has.getOrDefault(dependency, ""));
    }

    void describe(Inspection inspection, String manifest) {
        if (dependency.isEmpty()) {
            inspection.facts().concluded("framework", name, manifest, "No framework is among the dependencies.");
        } else {
            inspection.seen("framework", name, manifest, "\"" + dependency + "\"");
            inspection.seen("framework-version", version, manifest, "\"" + dependency + "\"");
        }
    }

    /** What variables that reach the browser begin with, or empty. */
    String environmentPrefix() {
        return switch (name) {
            case "next-app", "next-pages" -> "NEXT_PUBLIC_";
            case "cra" -> "REACT_APP_";
            case "gatsby" -> "GATSBY_";
            case "expo" -> "EXPO_PUBLIC_";
            case "sveltekit", "astro" -> "PUBLIC_";
            case "solid-start", "qwik" -> "VITE_";
            default -> name.startsWith("vite") ? "VITE_" : "";
        };
    }

    /** How code reads a variable of the environment. */
    String environmentAccess() {
        String prefix = environmentPrefix();
        // Angular gives browsers no environment: its settings are code.
        return name.equals("angular") ? "" : prefix.equals("VITE_") || prefix.equals("PUBLIC_") ? "import.meta.env.%s" : "process.env.%s";
    }

    /** Names under which documentation may address the project, most specific first. */
    List<String> platforms(Map<String, String> has) {
        List<String> names = new ArrayList<>();
        switch (name) {
            case "next-app", "next-pages" -> names.addAll(List.of("next", "react", "web"));
            case "vite-react", "cra", "react" -> names.addAll(List.of("react", "web"));
            case "react-router" -> names.addAll(List.of("react-router", "remix", "react", "web"));
            case "remix" -> names.addAll(List.of("remix", "react", "web"));
            case "gatsby" -> names.addAll(List.of("gatsby", "react", "web"));
            case "vite-vue", "vue" -> names.addAll(List.of("vue", "web"));
            case "nuxt" -> names.addAll(List.of("nuxt", "vue", "web"));
            case "sveltekit" -> names.addAll(List.of("sveltekit", "svelte", "web"));
            case "vite-svelte", "svelte" -> names.addAll(List.of("svelte", "web"));
            case "vite-solid", "solid-start" -> names.addAll(List.of("solid", "web"));
            case "vite-preact" -> names.addAll(List.of("preact", "web"));
            case "angular", "astro", "qwik", "vite" -> names.addAll(List.of(name, "web"));
            case "expo" -> names.addAll(List.of("expo", "react-native"));
            case "react-native" -> names.add("react-native");
            case "express", "fastify", "hono", "koa", "nest", "hapi" -> names.addAll(List.of(name, "node"));
            default -> names.add(name);
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
}
