package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.requirementanalysis.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What documentation calls frameworks and platforms, with the name that a project's profile has for each. */
final class Frameworks {

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

    private Frameworks() {}

    /** Every framework that a text names, in the profile's spelling. */
    static Set<String> named(String text) {
        Set<String> found = new LinkedHashSet<>();
        List<String> words = Words.of(text.replaceAll("(?i)react[ -]native", " ").replaceAll("(?i)\\.(?:js|net)\\b", " "));
        for (String word : words) {
            String name = NAMES.get(word);
            if (name != null) {
                found.add(name);
            }
        }
        return found;
    }
}
