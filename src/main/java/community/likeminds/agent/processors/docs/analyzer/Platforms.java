package community.likeminds.agent.processors.docs.analyzer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds out which platform a page is for. */
final class Platforms {

    private static final Map<String, String> NAMES = names();

    /** Names that are everyday words as well: they count as a folder or a whole file name, not inside other words. */
    private static final Set<String> EVERYDAY = Set.of("go", "next", "node", "web", "java", "rust", "dart", "swift", "express", "js",
            "ts", "py", "rn", "net", "browser", "javascript", "typescript", "c", "ruby", "php", "python", "kotlin", "remix", "solid", "ionic");

    private static final Set<String> LANGUAGES = Set.of("java", "kotlin", "python", "go", "golang", "ruby", "php", "rust", "swift",
            "dart", "javascript", "typescript", "node", "web");
    private static final Set<String> OF_LIBRARIES = Set.of("sdk", "library", "client", "api", "bindings");

    private Platforms() {}

    private static Map<String, String> names() {
        Map<String, String> all = new HashMap<>();
        put(all, "react", "react", "reactjs", "react-js", "react.js");
        put(all, "react-native", "react-native", "reactnative", "rn", "react-native-cli");
        put(all, "expo", "expo");
        put(all, "next", "next", "nextjs", "next-js", "next.js");
        put(all, "vue", "vue", "vuejs", "vue-js", "vue.js", "vue3", "vue2", "vue-3", "vue-2");
        put(all, "nuxt", "nuxt", "nuxtjs", "nuxt-js", "nuxt.js", "nuxt3");
        put(all, "svelte", "svelte", "sveltejs");
        put(all, "sveltekit", "sveltekit", "svelte-kit");
        put(all, "angular", "angular", "angularjs");
        put(all, "solid", "solid", "solidjs", "solid-js");
        put(all, "astro", "astro");
        put(all, "remix", "remix");
        put(all, "android", "android");
        put(all, "ios", "ios");
        put(all, "flutter", "flutter");
        put(all, "unity", "unity");
        put(all, "ionic", "ionic");
        put(all, "node", "node", "nodejs", "node-js", "node.js");
        put(all, "express", "express", "expressjs", "express-js", "express.js");
        put(all, "javascript", "javascript", "js", "vanilla-js", "vanillajs");
        put(all, "typescript", "typescript", "ts");
        put(all, "web", "web", "browser");
        put(all, "java", "java");
        put(all, "kotlin", "kotlin");
        put(all, "spring", "spring", "spring-boot", "springboot");
        put(all, "quarkus", "quarkus");
        put(all, "micronaut", "micronaut");
        put(all, "python", "python", "py");
        put(all, "django", "django");
        put(all, "flask", "flask");
        put(all, "fastapi", "fastapi");
        put(all, "go", "go", "golang");
        put(all, "ruby", "ruby");
        put(all, "rails", "rails", "ruby-on-rails");
        put(all, "php", "php");
        put(all, "laravel", "laravel");
        put(all, "dotnet", "dotnet", ".net", "csharp", "c-sharp");
        put(all, "rust", "rust");
        put(all, "swift", "swift");
        put(all, "dart", "dart");
        return Map.copyOf(all);
    }

    private static void put(Map<String, String> all, String platform, String... names) {
        for (String name : names) {
            all.put(name, platform);
        }
    }

    /** A platform's name as this product spells it; any other name in lower case with hyphens. */
    static String named(String written) {
        String name = normal(written);
        String known = NAMES.get(name);
        int dot = name.lastIndexOf('.');
        // "javascript.react" is React.
        String last = known == null && dot > 0 ? NAMES.get(name.substring(dot + 1)) : null;
        return known != null ? known : last != null ? last : name;
    }

    static boolean known(String written) {
        return NAMES.containsValue(named(written));
    }

    static String of(String path, String title, Map<String, String> frontMatter) {
        return of(path, title, frontMatter, List.of());
    }

    /** @param section labels of the page's folders */
    static String of(String path, String title, Map<String, String> frontMatter, List<String> section) {
        for (String key : List.of("platform", "framework", "sdk")) {
            String named = NAMES.getOrDefault(normal(frontMatter.getOrDefault(key, "")), "");
            if (!named.isEmpty()) {
                return named;
            }
        }
        String[] segments = path.split("/");
        for (int i = segments.length - 1; i >= 0; i--) {
            boolean file = i == segments.length - 1;
            String platform = segment(normal(file ? withoutExtension(segments[i]) : segments[i]));
            // A page named after TypeScript is about types on whatever platform its folder is for.
            if (!platform.isEmpty() && !(file && platform.equals("typescript"))) {
                return platform;
            }
        }
        for (String label : section.reversed()) {
            String platform = segment(normal(label));
            if (!platform.isEmpty()) {
                return platform;
            }
        }
        String file = words(normal(withoutExtension(segments[segments.length - 1])));
        return file.isEmpty() ? title(normal(title)) : file;
    }

    /** "Orbit Java SDK": beside such a word an everyday name is a platform's. */
    private static String title(String name) {
        List<String> words = List.of(name.split("-"));
        String found = words(name);
        if (found.isEmpty() && words.stream().anyMatch(OF_LIBRARIES::contains)) {
            return words.stream().filter(LANGUAGES::contains).map(NAMES::get).findFirst().orElse("");
        }
        return found;
    }

    private static String segment(String name) {
        String whole = NAMES.get(name);
        if (whole != null) {
            return whole;
        }
        for (String end : List.of("-sdk", "-docs", "-quickstart", "-guide", "-guides", "-integration", "-setup", "-app")) {
            String platform = name.endsWith(end) ? NAMES.get(name.substring(0, name.length() - end.length())) : null;
            if (platform != null) {
                return platform;
            }
        }
        return "";
    }

    /** The longest unambiguous name among the words. */
    private static String words(String name) {
        String[] parts = name.split("-");
        String found = "";
        for (int i = 0; i < parts.length; i++) {
            String pair = i + 1 < parts.length ? NAMES.getOrDefault(parts[i] + "-" + parts[i + 1], "") : "";
            if (!pair.isEmpty()) {
                return pair;
            }
            if (found.isEmpty() && !EVERYDAY.contains(parts[i])) {
                found = NAMES.getOrDefault(parts[i], "");
            }
        }
        return found;
    }

    private static String withoutExtension(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private static String normal(String name) {
        String text = name.length() > 200 ? name.substring(0, 200) : name;
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_()\\[\\]/,:&]+", "-").replaceAll("^-|-$", "");
    }
}
