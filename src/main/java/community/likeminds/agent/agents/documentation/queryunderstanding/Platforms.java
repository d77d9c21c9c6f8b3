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
            Map.entry("react.js", "react"),
            Map.entry("react native", "react-native"),
            Map.entry("react_native", "react-native"),
            Map.entry("reactnative", "react-native"),
            Map.entry("rn", "react-native"),
            Map.entry("iphone", "ios"),
            Map.entry("swift", "ios"),
            Map.entry("kotlin", "android"),
            Map.entry("dart", "flutter"),
            Map.entry("vue.js", "vue"),
            Map.entry("vuejs", "vue"),
            Map.entry("vue 3", "vue"),
            Map.entry("next", "nextjs"),
            Map.entry("next.js", "nextjs"),
            Map.entry("angularjs", "angular"));

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

    /** Empty for every spelling of "all platforms". */
    static String normalised(String platform) {
        String plain = platform.strip().toLowerCase(Locale.ROOT);
        return ALL.contains(plain) ? "" : SPELLINGS.getOrDefault(plain, plain);
    }

    static Set<String> mentionedIn(String question) {
        Set<String> found = new LinkedHashSet<>();
        for (Map.Entry<String, Pattern> mention : MENTIONS) {
            if (mention.getValue().matcher(question).find()) {
                found.add(mention.getKey());
            }
        }
        return found;
    }
}
