package community.likeminds.agent.processors.docs.analyzer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the configuration files of documentation generators in a source say: which folders hold pages, and below which route each is read.
 * They are programs, read here as text; what cannot be read in them is not known.
 *
 * @param roots folders of pages, the deepest first
 * @param variables values that pages may name
 */
record SiteSettings(List<Root> roots, Map<String, String> variables) {

    /** Whose rules make routes of paths. */
    enum Generator {
        DOCUSAURUS,
        VITEPRESS,
        MKDOCS,
        NEXT,
        ASTRO,
        HUGO,
        JEKYLL,
        SPHINX,
        ANTORA,
        GITBOOK,
        UNKNOWN
    }

    /**
     * @param folder below the source's root, without slashes at its ends; empty for the root itself
     * @param site where the site is read, without a slash at its end, or empty
     * @param route of the folder, beginning with a slash, or empty for the site's own
     */
    record Root(String folder, Generator generator, String site, String route) {

        boolean holds(String path) {
            return folder.isEmpty() || path.startsWith(folder + "/");
        }
    }

    private static final SiteSettings NONE = new SiteSettings(List.of(new Root("", Generator.UNKNOWN, "", "")), Map.of());
    private static final int MOST_FILES = 40;
    private static final Set<String> SCRIPTS = Set.of("js", "ts", "mjs", "cjs", "mts", "cts");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s{0,80}//.*$|\\s//\\s.*$");
    private static final Pattern CONTENT = Pattern.compile("(?:plugin-content-(docs|blog)[\"']\\s{0,20},\\s{0,40}|\\b(docs|blog)\\s{0,4}:\\s{0,4})\\{");

    static SiteSettings none() {
        return NONE;
    }

    static SiteSettings of(SiteFiles files) {
        List<Root> roots = new ArrayList<>();
        Map<String, String> variables = new HashMap<>();
        read(files, "docusaurus.config", SCRIPTS, (folder, text) -> docusaurus(folder, text, files, roots));
        read(files, "config", SCRIPTS, (folder, text) -> vitepress(folder, text, roots));
        read(files, "mkdocs", Set.of("yml", "yaml"), (folder, text) -> mkdocs(folder, text, roots, variables));
        read(files, "next.config", SCRIPTS, (folder, text) -> next(folder, text, roots));
        read(files, "astro.config", SCRIPTS, (folder, text) -> {
            String base = route(value(text, "base"));
            roots.add(new Root(join(folder, "src/content/docs"), Generator.ASTRO, site(value(text, "site")), base));
            roots.add(new Root(join(folder, "src/pages"), Generator.ASTRO, site(value(text, "site")), base));
        });
        for (String name : List.of("hugo", "config")) {
            read(files, name, Set.of("toml", "yaml", "yml"), (folder, text) -> {
                Matcher url = Pattern.compile("(?im)^\\s{0,8}baseURL\\s{0,8}[=:]\\s{0,8}[\"']?(https?://[^\"'\\s]+)").matcher(text);
                if (url.find()) {
                    roots.add(new Root(join(folder, "content"), Generator.HUGO, site(url.group(1)), ""));
                }
            });
        }
        read(files, "config", Set.of("yml", "yaml"), (folder, text) -> jekyll(folder, text, roots, variables));
        read(files, "variables", Set.of("yml", "yaml"), (folder, text) -> variables.putAll(FrontMatter.yaml(text)));
        TextSites.read(files, roots, variables);
        read(files, ".gitbook", Set.of("yml", "yaml"), (folder, text) ->
                roots.add(new Root(join(folder, FrontMatter.yaml(text).getOrDefault("root", "")), Generator.GITBOOK, "", "")));
        roots.add(new Root("", Generator.UNKNOWN, "", ""));
        roots.sort(Comparator.comparingInt((Root one) -> one.folder().length()).reversed());
        return new SiteSettings(List.copyOf(roots), Map.copyOf(variables));
    }

    /** The deepest folder of pages that holds a page. */
    Root root(String path) {
        return roots.stream().filter(one -> one.holds(path)).findFirst().orElse(NONE.roots().getFirst());
    }

    interface Reader {
        void read(String folder, String text);
    }

    static void read(SiteFiles files, String stem, Set<String> extensions, Reader reader) {
        for (String path : files.named(stem, extensions).stream().limit(MOST_FILES).toList()) {
            String text = files.text(path);
            if (text != null && text.length() < 300_000) {
                String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
                boolean underscored = path.substring(path.lastIndexOf('/') + 1).startsWith("_");
                boolean script = SCRIPTS.contains(path.substring(path.lastIndexOf('.') + 1));
                reader.read(underscored ? folder + "\u0000" : folder, script ? COMMENT.matcher(text).replaceAll("") : text);
            }
        }
    }

    private static void docusaurus(String folder, String text, SiteFiles files, List<Root> roots) {
        String site = site(value(text, "url")) + route(value(text, "baseUrl"));
        boolean docs = false;
        Matcher content = CONTENT.matcher(text);
        while (content.find()) {
            String body = body(text, content.end() - 1);
            String kind = content.group(1) != null ? content.group(1) : content.group(2);
            boolean instance = content.group(1) != null || body.contains("routeBasePath") || body.contains("sidebarPath") || body.contains("path:");
            if (!instance) {
                continue;
            }
            String path = value(body, "path").isEmpty() ? kind : value(body, "path");
            String base = body.contains("routeBasePath") ? value(body, "routeBasePath") : kind;
            docs |= kind.equals("docs");
            root(folder, site, path, base, value(body, "id"), files, roots);
        }
        if (!docs && !text.matches("(?s).*\\bdocs\\s{0,4}:\\s{0,4}false.*")) {
            root(folder, site, "docs", "docs", "", files, roots);
        }
        roots.add(new Root(join(folder, "src/pages"), Generator.DOCUSAURUS, site, ""));
    }

    private static void root(String folder, String site, String path, String base, String id, SiteFiles files, List<Root> roots) {
        roots.add(new Root(join(folder, path), Generator.DOCUSAURUS, site, route(base)));
        String prefix = id.isEmpty() || id.equals("default") ? "" : id + "_";
        String versions = files.text(join(folder, prefix + "versions.json"));
        Matcher named = Pattern.compile("\"([^\"]{1,40})\"").matcher(versions == null ? "" : versions);
        for (boolean latest = true; named.find(); latest = false) {
            // The newest released version is read where the unversioned pages would be.
            roots.add(new Root(join(folder, prefix + "versioned_docs/version-" + named.group(1)), Generator.DOCUSAURUS, site,
                    route(base) + (latest ? "" : "/" + named.group(1))));
        }
    }

    private static void vitepress(String folder, String text, List<Root> roots) {
        if (folder.endsWith(".vitepress") || folder.endsWith(".vuepress")) {
            String parent = folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/')) : "";
            roots.add(new Root(join(parent, value(text, "srcDir")), Generator.VITEPRESS, site(value(text, "hostname")), route(value(text, "base"))));
        }
    }

    private static void mkdocs(String folder, String text, List<Root> roots, Map<String, String> variables) {
        Map<String, String> values = FrontMatter.yaml(text);
        roots.add(new Root(join(folder, values.getOrDefault("docs_dir", "docs")), Generator.MKDOCS, site(values.getOrDefault("site_url", "")), ""));
        values.forEach((key, value) -> {
            if (key.startsWith("extra.")) {
                variables.put(key.substring(6), value);
                variables.put(key, value);
                variables.put("config." + key, value);
            }
        });
    }

    private static void next(String folder, String text, List<Root> roots) {
        String base = route(value(text, "basePath"));
        for (String pages : List.of("pages", "src/pages", "app", "src/app", "content", "src/content")) {
            roots.add(new Root(join(folder, pages), Generator.NEXT, "", base));
        }
    }

    private static void jekyll(String folder, String text, List<Root> roots, Map<String, String> variables) {
        if (!folder.endsWith("\u0000")) {
            return;
        }
        Map<String, String> values = FrontMatter.yaml(text);
        String own = folder.substring(0, folder.length() - 1);
        roots.add(new Root(own, Generator.JEKYLL, site(values.getOrDefault("url", "")), route(values.getOrDefault("baseurl", ""))));
        values.forEach((key, value) -> variables.put("site." + key, value));
    }

    /** The string that a property has, or an empty one. */
    private static String value(String text, String property) {
        Matcher matcher = Pattern.compile("(?:^|[\\s{,(])[\"']?" + property + "[\"']?\\s{0,8}:\\s{0,8}[\"'`]([^\"'`]{0,300})[\"'`]").matcher(text);
        return matcher.find() ? matcher.group(1).strip() : "";
    }

    /** What stands between a brace and its partner. */
    private static String body(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return text.substring(open + 1, i);
            }
        }
        return text.substring(open + 1);
    }

    static String site(String url) {
        return url.startsWith("http://") || url.startsWith("https://") ? url.replaceAll("/+$", "") : "";
    }

    static String route(String base) {
        String plain = base.replaceAll("^[./]+|/+$", "");
        return plain.isEmpty() ? "" : "/" + plain;
    }

    static String join(String folder, String name) {
        String plain = name.replaceAll("^(?:\\./)+|^/+|/+$", "");
        plain = plain.equals(".") ? "" : plain;
        return folder.isEmpty() || plain.isEmpty() ? folder + plain : folder + "/" + plain;
    }
}
