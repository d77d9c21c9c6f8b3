package community.likeminds.agent.agents.documentation.queryunderstanding;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The many spellings of platforms, and the words by which a question gives one away. */
final class Platforms {

    private static final Set<String> ALL = Set.of("", "any", "all", "*", "none");

    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("reactjs", "react"),
            Map.entry("react-js", "react"),
            Map.entry("reactnative", "react-native"),
            Map.entry("rn", "react-native"),
            Map.entry("iphone", "ios"),
            Map.entry("vuejs", "vue"),
            Map.entry("vue-3", "vue"),
            Map.entry("vue3", "vue"),
            Map.entry("nextjs", "next"),
            Map.entry("nuxtjs", "nuxt"),
            Map.entry("nodejs", "node"),
            Map.entry("js", "javascript"),
            Map.entry("ts", "typescript"),
            Map.entry("golang", "go"),
            Map.entry("angularjs", "angular"));

    /** What else is read by somebody who works on a platform: its languages, and the frameworks built on it. */
    private static final Map<String, Set<String>> RELATED = Map.ofEntries(
            Map.entry("react", Set.of("next", "remix", "javascript", "typescript", "web")),
            Map.entry("next", Set.of("react", "javascript", "typescript", "web")),
            Map.entry("remix", Set.of("react", "javascript", "typescript", "web")),
            Map.entry("react-native", Set.of("expo")),
            Map.entry("expo", Set.of("react-native")),
            Map.entry("vue", Set.of("nuxt", "javascript", "typescript", "web")),
            Map.entry("nuxt", Set.of("vue", "javascript", "typescript", "web")),
            Map.entry("svelte", Set.of("sveltekit", "javascript", "typescript", "web")),
            Map.entry("sveltekit", Set.of("svelte", "javascript", "typescript", "web")),
            Map.entry("angular", Set.of("javascript", "typescript", "web")),
            Map.entry("web", Set.of("javascript", "typescript", "react", "vue", "angular", "svelte")),
            Map.entry("javascript", Set.of("typescript", "web", "node")),
            Map.entry("typescript", Set.of("javascript", "web", "node")),
            Map.entry("node", Set.of("express", "javascript", "typescript")),
            Map.entry("express", Set.of("node", "javascript", "typescript")),
            Map.entry("android", Set.of("kotlin", "java")),
            Map.entry("kotlin", Set.of("android", "java")),
            Map.entry("java", Set.of("spring", "quarkus", "micronaut")),
            Map.entry("spring", Set.of("java")),
            Map.entry("ios", Set.of("swift")),
            Map.entry("swift", Set.of("ios")),
            Map.entry("flutter", Set.of("dart")),
            Map.entry("dart", Set.of("flutter")),
            Map.entry("python", Set.of("django", "flask", "fastapi")),
            Map.entry("ruby", Set.of("rails")),
            Map.entry("php", Set.of("laravel")));

    /** What a question may name outright; words with an everyday meaning are not among them. */
    private static final List<Map.Entry<String, Pattern>> MENTIONS = List.of(
            mention("react-native", "react[ _-]?native|expo app"),
            mention("react", "react(?![ _-]?native)(?:\\.?js)?"),
            mention("android", "android|kotlin|jetpack compose"),
            mention("ios", "ios|iphone|ipad|swift|swiftui|uikit|xcode|cocoapods"),
            mention("flutter", "flutter|dart"),
            mention("vue", "vue(?:\\.?js)?|nuxt"),
            mention("angular", "angular(?:js)?"),
            mention("svelte", "svelte(?:kit)?"),
            mention("solid", "solidjs|solid\\.js"),
            mention("xamarin", "xamarin|\\.net maui"),
            mention("unity", "unity3d|unity game"));

    private Platforms() {}

    private static Map.Entry<String, Pattern> mention(String platform, String words) {
        return Map.entry(platform, Pattern.compile("(?<![\\w.-])(?:" + words + ")(?![\\w-])", Pattern.CASE_INSENSITIVE));
    }

    /** The platforms whose pages serve one; none for every spelling of "all platforms". */
    static Set<String> serving(String asked) {
        String plain = asked.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-").replace(".js", "js");
        if (ALL.contains(plain)) {
            return Set.of();
        }
        String platform = SPELLINGS.getOrDefault(plain, plain);
        Set<String> serving = new LinkedHashSet<>(Set.of(platform));
        serving.addAll(RELATED.getOrDefault(platform, Set.of()));
        return serving;
    }

    static Set<String> mentionedIn(String question) {
        Set<String> found = new LinkedHashSet<>();
        for (Map.Entry<String, Pattern> mention : MENTIONS) {
            if (mention.getValue().matcher(question).find()) {
                found.addAll(serving(mention.getKey()));
            }
        }
        return found;
    }
}
