package community.likeminds.agent.agents.documentation.contextretrieval;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What headings say about the sections below them. */
final class Headings {

    private static final Pattern ANCHOR = Pattern.compile("\\s*\\[#([^\\]]+)]$");
    private static final Pattern NUMBERED = Pattern.compile("^(?:(?:step|part|phase)\\s*\\d+\\b|\\d{1,2}\\s*[.):-]\\s*\\S).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ASKED_FIRST = Pattern.compile(
            "\\b(?:prerequisites?|requirements?|before (?:you|we) (?:begin|start)|what you(?:'ll| will)? need)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTERWARDS = Pattern.compile(
            "\\b(?:next steps?|what(?:'s| is) next|see also|related|further reading|learn more|troubleshooting|faqs?|frequently asked.*|conclusion|summary|"
                    + "wrapping up|limitations|changelog|resources|support|feedback)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPTION = Pattern.compile("^(?:option|alternative|method|approach|variant|choice)\\s*(?:\\d+|[a-d]|[iv]+)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEAD = Pattern.compile("^(?:using|with|via|for|in|on)\\s+", Pattern.CASE_INSENSITIVE);

    /** Of which a reader uses one. */
    private static final Set<String> CHOICES = Set.of(
            "npm", "yarn", "pnpm", "bun", "deno", "pip", "poetry", "uv", "conda", "maven", "gradle", "groovy", "kotlin dsl", "groovy dsl", "sbt",
            "cocoapods", "carthage", "swift package manager", "spm", "homebrew", "apt", "cargo", "composer", "nuget",
            "java", "kotlin", "javascript", "typescript", "js", "ts", "python", "ruby", "php", "go", "swift", "objective-c", "dart", "c#", "rust", "curl", "http",
            "rest", "graphql", "android", "ios", "web", "react", "react native", "expo", "vue", "vue 2", "vue 3", "angular", "svelte", "sveltekit", "solid",
            "next.js", "nextjs", "nuxt", "remix", "astro", "vite", "webpack", "flutter", "node", "node.js", "express", "fastify", "django", "flask", "rails",
            "laravel", "spring", "spring boot", "windows", "macos", "linux", "docker", "app router", "pages router", "options api", "composition api",
            "jetpack compose", "xml", "swiftui", "uikit", "compose", "cdn", "esm", "commonjs");

    private Headings() {}

    /** Without the anchor that some pages write behind it. */
    static String plain(String heading) {
        return ANCHOR.matcher(heading).replaceFirst("").strip();
    }

    /** What a link's fragment calls the section. */
    static boolean named(String heading, String fragment) {
        Matcher anchor = ANCHOR.matcher(heading);
        return anchor.find() && anchor.group(1).equalsIgnoreCase(fragment) || slug(plain(heading)).equals(slug(fragment));
    }

    private static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }

    static boolean numbered(String heading) {
        return NUMBERED.matcher(plain(heading)).matches();
    }

    /** Whether the section is about what must be there before the first step. */
    static boolean asksFirst(String heading) {
        return ASKED_FIRST.matcher(heading).find();
    }

    /** Whether the section comes after the last step. */
    static boolean afterwards(String heading) {
        return AFTERWARDS.matcher(plain(heading)).matches();
    }

    /** Whether a reader follows one of the two sections, not both. */
    static boolean alternatives(String one, String other) {
        return choice(one) && choice(other) || OPTION.matcher(plain(one)).matches() && OPTION.matcher(plain(other)).matches();
    }

    private static boolean choice(String heading) {
        String words = LEAD.matcher(plain(heading).toLowerCase(Locale.ROOT)).replaceFirst("").replaceAll("\\s*\\([^)]*\\)", "").strip();
        List<String> parts = Arrays.asList(words.split("\\s*(?:/|,|&|\\bor\\b|\\band\\b|\\+)\\s*"));
        return !words.isEmpty() && CHOICES.containsAll(parts);
    }
}
