package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.Coordinates;
import community.likeminds.agent.processors.docs.Installs;
import community.likeminds.agent.processors.docs.PageFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what a page is about from its front matter, its path, its code and the way it is written. */
final class Facts {

    private static final int LONGEST_CODE = 50_000;
    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("ts", "typescript"), Map.entry("tsx", "typescript"), Map.entry("typescript", "typescript"), Map.entry("mts", "typescript"),
            Map.entry("js", "javascript"), Map.entry("jsx", "javascript"), Map.entry("javascript", "javascript"), Map.entry("mjs", "javascript"),
            Map.entry("cjs", "javascript"), Map.entry("vue", "javascript"), Map.entry("svelte", "javascript"), Map.entry("node", "javascript"),
            Map.entry("reactjs", "javascript"), Map.entry("react", "javascript"),
            Map.entry("kotlin", "kotlin"), Map.entry("kt", "kotlin"), Map.entry("java", "java"), Map.entry("swift", "swift"), Map.entry("dart", "dart"),
            Map.entry("objc", "objective-c"), Map.entry("objectivec", "objective-c"), Map.entry("objective-c", "objective-c"),
            Map.entry("python", "python"), Map.entry("py", "python"), Map.entry("go", "go"), Map.entry("golang", "go"), Map.entry("ruby", "ruby"), Map.entry("rb", "ruby"),
            Map.entry("php", "php"), Map.entry("rust", "rust"), Map.entry("rs", "rust"), Map.entry("csharp", "csharp"), Map.entry("cs", "csharp"), Map.entry("c#", "csharp"),
            Map.entry("cpp", "cpp"), Map.entry("c++", "cpp"), Map.entry("scala", "scala"), Map.entry("elixir", "elixir"), Map.entry("ex", "elixir"));
    /** Languages beside the program: a page shows them only when it shows nothing else. */
    private static final Map<String, String> BESIDE = Map.of("html", "html", "css", "css", "scss", "css", "sql", "sql", "graphql", "graphql", "gql", "graphql");

    /** Frameworks and tools that a page about some SDK uses as well. */
    private static final Set<String> COMMON = Set.of("react", "react-dom", "react-native", "next", "vue", "nuxt", "svelte", "express", "typescript", "vite", "webpack", "expo",
            "fs", "path", "http", "https", "url", "util", "crypto", "os", "node", "tailwindcss", "postcss", "autoprefixer", "zod", "dotenv", "axios", "lodash", "jest",
            "vitest", "eslint", "prettier", "pip", "npm", "yarn", "pnpm", "angular", "rxjs", "koa", "fastify", "hono", "flutter", "material", "ts-node", "nodemon", "cors", "body-parser", "events", "child_process");
    /** Beginnings of dotted names under which many products live. */
    private static final Set<String> SHARED_GROUPS = Set.of("com.google", "com.amazonaws", "com.github", "io.github", "org.apache", "com.microsoft", "software.amazon");
    private static final Pattern IMPORT = Pattern.compile("(?m)(?:^|\\s)(?:import\\s[^;\"']{0,300}?\\sfrom\\s+|import\\s+|from\\s+|require\\(\\s*)[\"']((?:@[\\w.-]+/)?[a-zA-Z][\\w.-]*)");
    private static final Pattern DART = Pattern.compile("import\\s+['\"]package:(\\w+)/");
    private static final Pattern DOTTED = Pattern.compile("(?m)^\\s*import\\s+(?:static\\s+)?((?:[a-z]\\w*\\.){2,6})[A-Z*]\\w*");
    private static final Pattern VERSION = Pattern.compile("v?(\\d{1,4}(?:\\.\\d{1,5}|\\.[x*]){0,3}(?:[-.]?(?:alpha|beta|rc|next|canary|preview)[\\w.-]{0,20})?)");
    private static final Pattern FOLDER = Pattern.compile("(?:version[-_]?)(\\d[\\w.]*)|v(\\d{1,3}(?:\\.[\\dx]{1,3}){0,2})|(\\d{1,3}\\.(?:[\\dx]{1,3})(?:\\.[\\dx]{1,3})?)");
    private static final Pattern STARTS_RANGE = Pattern.compile("^[\\^~>=<\\s]+");

    private final Page page;

    /** What the facts are told from. */
    record Page(String path, String title, Map<String, String> front, List<Block> blocks) {}

    private record Named(String name, String version, int weight) {}

    private Facts(Page page) {
        this.page = page;
    }

    static PageFacts of(Page page, String address, List<String> section) {
        Facts facts = new Facts(page);
        List<Named> packages = facts.packages();
        String sdk = facts.sdk(packages);
        return new PageFacts(address, Purpose.of(page), sdk, facts.version(packages, sdk), facts.language(), section);
    }

    private String language() {
        Map<String, Integer> lines = new LinkedHashMap<>();
        Map<String, Integer> beside = new LinkedHashMap<>();
        for (Block block : page.blocks()) {
            CodeBlock code = block.code();
            if (code == null || code.code().length() > LONGEST_CODE) {
                continue;
            }
            List<String> written = code.code().lines().toList();
            String language = code.language().isEmpty() && written.size() > 2 ? BareCode.language(written) : code.language();
            boolean typed = language.equals("vue") || language.equals("svelte");
            String named = typed && code.code().contains("lang=\"ts\"") ? "typescript" : LANGUAGES.getOrDefault(language, "");
            if (!named.isEmpty()) {
                lines.merge(named, written.size(), Integer::sum);
            } else if (BESIDE.containsKey(language)) {
                beside.merge(BESIDE.get(language), written.size(), Integer::sum);
            }
        }
        return most(lines.isEmpty() ? beside : lines);
    }

    private static String most(Map<String, Integer> counted) {
        return counted.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
    }

    /** Packages that the page's code installs or imports; what is installed weighs more. */
    private List<Named> packages() {
        List<Named> found = new ArrayList<>();
        for (Block block : page.blocks()) {
            CodeBlock code = block.code();
            if (code == null || code.code().length() > LONGEST_CODE) {
                continue;
            }
            String text = code.code();
            Installs.of(text).stream().filter(one -> !one.dev()).forEach(one -> found.add(new Named(one.name(), one.range(), 3)));
            Coordinates.maven(text).forEach(one -> found.add(new Named(one.name(), one.version(), 3)));
            Coordinates.gradle(text).forEach(one -> found.add(new Named(one.name(), one.version(), 3)));
            for (Pattern pattern : List.of(IMPORT, DART, DOTTED)) {
                Matcher matcher = pattern.matcher(text);
                for (int n = 0; n < 200 && matcher.find(); n++) {
                    found.add(new Named(matcher.group(1), "", 1));
                }
            }
        }
        return found.stream().filter(one -> !common(one.name())).toList();
    }

    private static boolean common(String name) {
        String bare = name.startsWith("@types/") ? name.substring(7) : name;
        return COMMON.contains(bare.toLowerCase(Locale.ROOT)) || bare.startsWith("node:") || bare.startsWith("java.") || bare.startsWith("javax.")
                || bare.startsWith("android.") || bare.startsWith("androidx.") || bare.startsWith("kotlin.") || bare.startsWith("jakarta.")
                || bare.startsWith("org.springframework") || bare.startsWith("io.quarkus") || bare.startsWith("org.junit") || bare.startsWith("org.slf4j");
    }

    private String sdk(List<Named> packages) {
        for (String key : List.of("sdk", "product", "package", "library", "sdk_name", "package_name")) {
            String value = page.front().getOrDefault(key, "");
            // A list of platforms says for whom the page is, not what it is about.
            if (!value.isBlank() && value.indexOf(',') < 0 && !Platforms.known(value)) {
                return normal(value);
            }
        }
        Map<String, Integer> weights = new LinkedHashMap<>();
        packages.forEach(one -> weights.merge(family(one.name()), one.weight(), Integer::sum));
        String named = most(weights);
        if (!named.isEmpty()) {
            return normal(named);
        }
        Matcher title = Pattern.compile("(?i)\\b([\\w.-]{2,40})(?:'s)?\\s(?:[\\w.]{2,20}\\s)?(?:sdk|client library|api library)\\b").matcher(page.title());
        if (title.find() && !Platforms.known(title.group(1)) && !Set.of("the", "an", "a", "this", "our", "your").contains(title.group(1).toLowerCase(Locale.ROOT))) {
            return normal(title.group(1));
        }
        for (String segment : page.path().split("/")) {
            String name = normal(segment);
            if (name.endsWith("-sdk") && name.length() > 4 && !Platforms.known(name.substring(0, name.length() - 4))) {
                return name.substring(0, name.length() - 4);
            }
        }
        return "";
    }

    /** Coordinates and dotted names by the group that they share, packages as they are. */
    private static String family(String name) {
        int colon = name.indexOf(':');
        if (colon > 0) {
            return name.substring(0, colon);
        }
        if (name.endsWith(".")) {
            String[] parts = name.substring(0, name.length() - 1).split("\\.");
            int own = SHARED_GROUPS.contains(parts[0] + "." + (parts.length > 1 ? parts[1] : "")) ? 3 : 2;
            return String.join(".", List.of(parts).subList(0, Math.min(own, parts.length)));
        }
        return name;
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private String version(List<Named> packages, String sdk) {
        for (String key : List.of("version", "sdk_version", "sdkVersion", "package_version", "library_version", "release")) {
            Matcher matcher = VERSION.matcher(page.front().getOrDefault(key, "").strip());
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        String[] folders = page.path().split("/");
        for (int i = folders.length - 2; i >= 0; i--) {
            Matcher matcher = FOLDER.matcher(folders[i].toLowerCase(Locale.ROOT));
            boolean api = i > 0 && Set.of("api", "rest", "rest-api").contains(folders[i - 1].toLowerCase(Locale.ROOT));
            if (matcher.matches() && !api) {
                return matcher.group(1) != null ? matcher.group(1) : matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            }
        }
        return packages.stream().filter(one -> normal(family(one.name())).equals(sdk))
                .map(one -> VERSION.matcher(STARTS_RANGE.matcher(one.version()).replaceFirst("")))
                .filter(Matcher::matches).map(matcher -> matcher.group(1)).max(Comparator.comparingInt(String::length)).orElse("");
    }
}
