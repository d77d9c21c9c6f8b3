package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.requirementanalysis.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What documentation calls frameworks and platforms, with the name that a project's profile has for each. */
final class Frameworks {

    /** What puts one code base on several systems, so that its guides have sections for each. */
    private static final Set<String> MOBILE = Set.of("react-native", "flutter", "expo", "ionic", "capacitor");

    /** Those whose name in a package's name says whom the package is for. */
    private static final Set<String> TELLING = Set.of(
            "react", "vue", "svelte", "solid", "angular", "preact", "next", "nuxt", "gatsby", "astro", "expo", "express", "fastify", "koa", "nest", "ember");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("next", "next"), Map.entry("nextj", "next"), Map.entry("nextjs", "next"), Map.entry("nuxt", "nuxt"),
            Map.entry("react", "react"), Map.entry("reactj", "react"), Map.entry("reactjs", "react"), Map.entry("vue", "vue"),
            Map.entry("vuejs", "vue"), Map.entry("svelte", "svelte"), Map.entry("sveltekit", "svelte"), Map.entry("angular", "angular"),
            Map.entry("remix", "remix"), Map.entry("gatsby", "gatsby"), Map.entry("astro", "astro"), Map.entry("solid", "solid"),
            Map.entry("preact", "preact"), Map.entry("ember", "ember"), Map.entry("expo", "expo"), Map.entry("electron", "electron"),
            Map.entry("express", "express"), Map.entry("fastify", "fastify"), Map.entry("koa", "koa"), Map.entry("hono", "hono"),
            Map.entry("nest", "nest"), Map.entry("nestjs", "nest"), Map.entry("deno", "deno"), Map.entry("bun", "bun"),
            Map.entry("asp", "asp"), Map.entry("blazor", "blazor"), Map.entry("laravel", "laravel"), Map.entry("django", "django"),
            Map.entry("flask", "flask"), Map.entry("fastapi", "fastapi"), Map.entry("rails", "rails"), Map.entry("rail", "rails"),
            Map.entry("spring", "spring"), Map.entry("quarkus", "quarkus"), Map.entry("micronaut", "micronaut"),
            Map.entry("helidon", "helidon"), Map.entry("ktor", "ktor"), Map.entry("flutter", "flutter"), Map.entry("android", "android"),
            Map.entry("io", "ios"), Map.entry("ios", "ios"), Map.entry("swiftui", "ios"), Map.entry("webpack", "webpack"),
            Map.entry("vite", "vite"), Map.entry("storybook", "storybook"), Map.entry("wordpress", "wordpress"));

    /** "Next, add ..." is a step and no framework. */
    private static final Pattern NEXT = Pattern.compile("(?i)\\bnext\\.?js|\\bnext\\.config|\\bnext (?:app|pages)\\b|(?:^|[\\s/])next(?:\\.\\w+)?$|\\b(?:in|with|for|using|to) next\\b");

    /** Frameworks that run code on a server beside what they send to the browser. */
    private static final Pattern SERVES = Pattern.compile("(?:next|nuxt|remix|sveltekit|astro|react-router|tanstack-start|solid-start)\\b.*");

    /** What documentation may also call a project of an ecosystem. */
    private static final Map<String, Set<String>> ALSO = Map.of(
            "cocoapods", Set.of("ios", "swift"), "swiftpm", Set.of("ios", "swift"), "pub", Set.of("flutter", "dart"), "gem", Set.of("ruby"),
            "python", Set.of("python"), "go", Set.of("go", "golang"), "gradle", Set.of("java"), "maven", Set.of("java"));

    private Frameworks() {}

    /** Whether documentation for a platform is also for this project; of an unnamed platform it is. */
    static boolean addresses(String platform, ProjectProfile project) {
        return platform.isEmpty() || project.platforms().contains(platform) || ALSO.getOrDefault(project.ecosystem(), Set.of()).contains(platform)
                || platform.equals("node") && SERVES.matcher(project.framework()).matches();
    }

    /** Whether the name of an npm package says that it is for a framework which the project does not have. */
    static boolean foreign(String npmPackage, ProjectProfile project) {
        if (!project.ecosystem().equals("npm") || project.dependencies().containsKey(npmPackage)) {
            return false;
        }
        Set<String> named = new LinkedHashSet<>();
        String spelled = npmPackage.replaceAll("(?i)react-native", "reactnative");
        for (String word : spelled.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            if (word.equals("reactnative")) {
                named.add("react-native");
            } else if (TELLING.contains(NAMES.getOrDefault(word, ""))) {
                named.add(NAMES.get(word));
            }
        }
        return !named.isEmpty() && named.stream().noneMatch(name -> has(project, name));
    }

    static boolean has(ProjectProfile project, String framework) {
        boolean mobile = Set.of("android", "ios").contains(framework) && (MOBILE.contains(project.framework()) || project.platforms().stream().anyMatch(MOBILE::contains));
        return mobile || framework.equals(below(project)) || project.platforms().contains(framework) || project.framework().startsWith(framework)
                || framework.equals("react") && project.platforms().contains("react-native")
                || project.dependencies().containsKey(framework);
    }

    /** The server that a framework stands on, whose middleware is its own as well; an empty string for none. */
    private static String below(ProjectProfile project) {
        return !project.framework().equals("nest") ? "" : project.dependencies().containsKey("@nestjs/platform-fastify") ? "fastify" : "express";
    }

    /** Every framework that a text names, in the profile's spelling. */
    static Set<String> named(String text) {
        Set<String> found = new LinkedHashSet<>();
        List<String> words = Words.of(text.replaceAll("(?i)react[ -]native", " ").replaceAll("(?i)\\.(?:js|io)\\b", " ").replaceAll("(?i)\\basp[.-]?net\\b", " asp "));
        for (String word : words) {
            String name = NAMES.get(word);
            if (name != null && (!name.equals("next") || NEXT.matcher(text).find())) {
                found.add(name);
            }
        }
        return found;
    }
}
