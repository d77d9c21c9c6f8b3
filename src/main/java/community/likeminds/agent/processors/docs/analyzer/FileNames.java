package community.likeminds.agent.processors.docs.analyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells names of files from other code and words. */
final class FileNames {

    private static final int LONGEST = 160;

    private static final Set<String> EXTENSIONS = Set.of(
            "js", "jsx", "ts", "tsx", "mjs", "cjs", "mts", "cts", "json", "json5", "jsonc", "vue", "svelte", "astro",
            "html", "htm", "css", "scss", "sass", "less", "styl", "pcss", "postcss", "md", "mdx", "yml", "yaml", "toml",
            "xml", "gradle", "kts", "kt", "java", "swift", "mm", "dart", "py", "rb", "rs", "php", "cs", "fs", "vb",
            "properties", "conf", "cfg", "ini", "sh", "bash", "zsh", "bat", "ps1", "sql", "graphql", "gql", "graphqls",
            "prisma", "plist", "entitlements", "pbxproj", "podspec", "xcconfig", "storyboard", "xib", "tf", "ejs", "hbs",
            "pug", "njk", "liquid", "proto", "gemspec", "ex", "exs", "lua", "scala", "groovy", "sbt", "csproj", "sln",
            "razor", "cshtml", "po", "pot", "arb", "strings", "txt", "local", "webmanifest", "hpp", "cpp", "cc");

    /** Extensions that are as often a method or property: the name before them has to look like a file's. */
    private static final Set<String> AMBIGUOUS = Set.of("go", "m", "h", "c", "r", "env", "lock", "mod", "sum", "config");

    private static final Set<String> NAMES = Set.of(
            "dockerfile", "podfile", "gemfile", "makefile", "procfile", "rakefile", "jenkinsfile", "vagrantfile",
            "cartfile", "fastfile", "appfile", "caddyfile", "brewfile", "pipfile", "go.mod", "go.sum", "podfile.lock",
            "cargo.lock", "yarn.lock", "gemfile.lock", "poetry.lock", "composer.lock", "mix.lock", "pubspec.lock",
            "web.config", "app.config", "nuget.config", "config.ru", "bun.lock", "uv.lock");

    /** Receivers whose members read like extensions: {@code res.json}, {@code process.env}. */
    private static final Set<String> RECEIVERS = Set.of(
            "res", "resp", "req", "request", "response", "nextresponse", "process", "meta", "import.meta", "router",
            "history", "window", "navigator", "navigation", "context", "ctx", "c", "r", "this", "app", "body", "object",
            "console", "error", "err", "data", "result", "cy", "page", "z", "fs");

    private static final Set<String> PRODUCTS = Set.of(
            "node", "next", "nextra", "vue", "nuxt", "express", "react", "three", "d3", "chart", "angular", "ember",
            "backbone", "moment", "solid", "alpine", "discord", "socket", "day", "nest", "adonis", "knockout",
            "electron", "meteor", "handlebars", "mustache", "video", "fabric", "pdf", "paper", "matter", "asp",
            "highlight", "lit", "hapi", "koa", "fastify", "astro", "svelte", "redwood", "blitz", "sails");

    private FileNames() {}

    /** The name as written without a leading {@code ./}, a line number or quotes, or an empty string when it is none. */
    static String fileIn(String text) {
        String name = strip(text.strip());
        if (name.length() < 2 || name.length() > LONGEST || !validCharacters(name)) {
            return "";
        }
        String base = name.substring(name.lastIndexOf('/') + 1);
        if (base.isEmpty()) {
            return "";
        }
        String lower = base.toLowerCase(Locale.ROOT);
        if (NAMES.contains(lower) || isDotFile(lower)) {
            return name;
        }
        int dot = lower.lastIndexOf('.');
        // ".d.ts" alone is a kind of file, ResponseFormat.JSON a constant.
        boolean constant = dot > 0 && Character.isUpperCase(base.charAt(base.length() - 1)) && !lower.endsWith(".md");
        if (dot <= 0 || dot == lower.length() - 1 || lower.charAt(0) == '.' || constant) {
            return "";
        }
        return knownExtension(name, base, lower, dot) ? name : "";
    }

    static boolean isFile(String text) {
        return !fileIn(text).isEmpty();
    }

    private static boolean knownExtension(String name, String base, String lower, int dot) {
        String stem = lower.substring(0, dot);
        String extension = lower.substring(dot + 1);
        boolean inFolder = name.indexOf('/') >= 0;
        if (AMBIGUOUS.contains(extension)) {
            if (extension.equals("env")) {
                return inFolder || stem.isEmpty();
            }
            boolean source = extension.equals("go") || extension.equals("m") || extension.equals("h") || extension.equals("c");
            return source && (inFolder || !RECEIVERS.contains(stem)) && stem.indexOf('.') < 0;
        }
        if (extension.equals("local")) {
            return lower.startsWith(".env") || lower.startsWith("settings.");
        }
        if (!EXTENSIONS.contains(extension) || !hasLetter(stem)) {
            return false;
        }
        if (inFolder) {
            return true;
        }
        if ((extension.equals("js") || extension.equals("io")) && PRODUCTS.contains(stem)) {
            return !Character.isUpperCase(base.charAt(0)) && !stem.equals("node") && !stem.equals("next") && !stem.equals("socket");
        }
        boolean memberLike = extension.equals("json") || extension.equals("html") || extension.equals("strings")
                || extension.equals("properties") || extension.equals("sql") || extension.equals("local")
                || extension.equals("ex") || extension.equals("cc") || extension.equals("txt");
        return !(memberLike && RECEIVERS.contains(stem) && !stem.equals("app") && !stem.equals("data"));
    }

    private static boolean hasLetter(String stem) {
        return stem.chars().anyMatch(c -> Character.isLetter(c) || c == ']' || c == '_' || c == '$') || stem.matches("\\d{3}");
    }

    private static boolean isDotFile(String lower) {
        if (lower.charAt(0) != '.' || lower.length() < 3 || !Character.isLetter(lower.charAt(1))) {
            return false;
        }
        return lower.startsWith(".env") && (lower.length() == 4 || lower.charAt(4) == '.')
                || lower.startsWith(".git") && lower.length() > 4 && !lower.equals(".github")
                || lower.endsWith("rc") && lower.indexOf('.', 1) < 0
                || lower.contains("rc.") && EXTENSIONS.contains(lower.substring(lower.lastIndexOf('.') + 1))
                || lower.endsWith("ignore") || lower.equals(".editorconfig") || lower.equals(".htaccess")
                || lower.equals(".tool-versions") || lower.equals(".node-version") || lower.equals(".python-version")
                || lower.endsWith(".yml") || lower.endsWith(".yaml") || lower.endsWith(".toml");
    }

    private static String strip(String text) {
        String name = text;
        while (name.length() > 1 && "`'\"*".indexOf(name.charAt(0)) >= 0
                && name.charAt(0) == name.charAt(name.length() - 1)) {
            name = name.substring(1, name.length() - 1).strip();
        }
        int colon = name.lastIndexOf(':');
        if (colon > 1 && name.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9' || c == '-')) {
            name = name.substring(0, colon);
        }
        return name.startsWith("./") ? name.substring(2) : name;
    }

    private static boolean validCharacters(String name) {
        int open = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '(' || c == '[') {
                open++;
            } else if (c == ')' || c == ']') {
                open--;
            } else if (!Character.isLetterOrDigit(c) && "._-/@+~$".indexOf(c) < 0) {
                return false;
            }
            if (open < 0) {
                return false;
            }
            // Route groups stand in a folder's name: app/(shop)/page.tsx; after a dot it would be a call.
            if (c == '(' && i > 0 && name.charAt(i - 1) != '/' || c == '.' && i > 2 && name.startsWith("...", i - 2) && open == 0) {
                return false;
            }
        }
        return open == 0 && !name.contains("//") && !name.startsWith("@") && !name.startsWith("www.") && !name.endsWith("/");
    }

    /** Files named in back-ticks or as bold or linked words; bare words only where the sentence says that they are files. */
    static List<String> inProse(String text) {
        List<String> found = new ArrayList<>();
        int i = 0;
        StringBuilder bare = new StringBuilder();
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '`') {
                int run = run(text, i);
                int end = text.indexOf("`".repeat(run), i + run);
                if (end < 0) {
                    bare.append(text, i, text.length());
                    break;
                }
                addBare(bare, found);
                add(text.substring(i + run, end), found);
                bare.setLength(0);
                // What stands beside a ticked name decides nothing about the next bare word but "in" and "file" do.
                i = end + run;
            } else {
                bare.append(c);
                i++;
            }
        }
        addBare(bare, found);
        return found;
    }

    private static int run(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == '`' && end - at < 8) {
            end++;
        }
        return end - at;
    }

    private static void add(String candidate, List<String> found) {
        String file = fileIn(candidate);
        if (!file.isEmpty() && !found.contains(file)) {
            found.add(file);
        }
    }

    private static final Set<String> LEADS = Set.of(
            "in", "into", "to", "inside", "open", "edit", "create", "update", "your", "the", "file", "called", "named", "a",
            "an", "add", "modify", "from", "of", "at", "with", "or", "and", "new", "main", "up", "under", "within", "root");

    private static void addBare(CharSequence bare, List<String> found) {
        String[] words = bare.toString().split("[\\s,;]+");
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            while (!word.isEmpty() && ".:!?)\"'*_”’".indexOf(word.charAt(word.length() - 1)) >= 0) {
                word = word.substring(0, word.length() - 1);
            }
            while (!word.isEmpty() && "(\"'*_“‘".indexOf(word.charAt(0)) >= 0) {
                word = word.substring(1);
            }
            if (word.indexOf('.') < 0 && !NAMES.contains(word.toLowerCase(Locale.ROOT)) || isProduct(word)) {
                continue;
            }
            boolean led = i > 0 && LEADS.contains(words[i - 1].toLowerCase(Locale.ROOT));
            boolean followed = i + 1 < words.length && words[i + 1].toLowerCase(Locale.ROOT).startsWith("file");
            if (led || followed || words.length <= 2) {
                add(word, found);
            }
        }
    }

    private static boolean isProduct(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int dot = lower.lastIndexOf('.');
        return dot > 0 && lower.endsWith(".js") && PRODUCTS.contains(lower.substring(0, dot));
    }
}
