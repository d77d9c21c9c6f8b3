package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.FileHint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Maps the files that a guide speaks of to the files that a project has, by role and convention. */
final class Targets {

    private static final Set<String> CODE = Set.of("tsx", "ts", "jsx", "js", "mts", "mjs", "cjs", "cts");
    private static final Pattern ROOT_FILE = Pattern.compile("[^/]*(?:config|rc)\\.[cm]?[jt]sx?|[^/]*\\.config\\.[cm]?[jt]sx?|package\\.json|tsconfig[^/]*\\.json|\\.[^/]+|index\\.html|middleware\\.[jt]s|proxy\\.[jt]s");

    /** What Next loads from beside its routes, wherever these are. */
    private static final Pattern BESIDE_ROUTES = Pattern.compile("(?:middleware|proxy|instrumentation(?:-client)?)\\.[jt]s");

    /** Frameworks whose routes are written down in code. */
    private static final Set<String> ROUTES_IN_CODE = Set.of("vite-react", "vite-preact", "cra", "react");

    /** Folders that Nuxt reads from its source folder. */
    private static final Pattern NUXT_SOURCES = Pattern.compile("(?:assets|components|composables|layouts|middleware|pages|plugins|utils)/.+");

    /** Angular's module of the whole application, told from those of features by its name. */
    private static final Pattern APP_MODULE = Pattern.compile("@NgModule\\([^@]*\\bclass\\s+AppModule\\b");

    private final ProjectProfile project;
    private final Workspace files;
    private final String at;

    Targets(ProjectProfile project, Workspace files) {
        this.project = project;
        this.files = files;
        this.at = project.app().isEmpty() ? "" : project.app() + "/";
    }

    /** The target of a block of code, by its file hints first and by what it does otherwise. */
    Target find(CodeBlock code, Snippet snippet) {
        Target target = byHint(code, snippet);
        String root = project.roles().getOrDefault("root-component", "");
        boolean component = !snippet.component().isEmpty() && !snippet.parts().rendersApplication();
        boolean pages = project.framework().equals("next-pages") && !root.isEmpty();
        if (pages && snippet.parts().rendersApplication() && !snippet.parts().wrappers().isEmpty()) {
            return new Target(root, target.named(), "What the guide puts around the application goes around all pages in " + root + " here.");
        }
        if (component && !target.named().isEmpty() && !root.isEmpty() && target.path().equals(project.roles().get("entry"))) {
            return new Target(root, target.named(), "The guide's code is the root component, which is " + root + " here.");
        }
        return target;
    }

    /** Whether the page means a file of the router that this Next project does not use. */
    boolean otherRouter(CodeBlock code) {
        FileHint hint = code.file();
        if (hint == null || !project.framework().startsWith("next")) {
            return false;
        }
        String path = hint.path().replaceFirst("^(?:\\./|/|@/|src/)", "");
        boolean pages = project.framework().equals("next-pages");
        boolean other = path.matches(pages ? "app/.+\\.\\w+|(?:layout|page|template)\\.[jt]sx?" : "pages/.+\\.\\w+|_(?:app|document)\\.[jt]sx?");
        String folder = pages ? "app/" : "pages/";
        return other && files.paths().stream().noneMatch(one -> one.startsWith(at + folder) || one.startsWith(at + "src/" + folder));
    }

    /** Whether the page names a file of the router that this Next project uses. */
    boolean ownRouter(CodeBlock code) {
        FileHint hint = code.file();
        String path = hint == null ? "" : hint.path().replaceFirst("^(?:\\./|/|@/|src/)", "");
        return path.matches(project.framework().equals("next-pages") ? "pages/.+|_(?:app|document)\\.[jt]sx?" : "app/.+");
    }

    String router() {
        return project.framework().equals("next-pages") ? "Pages Router" : "App Router";
    }

    private Target byHint(CodeBlock code, Snippet snippet) {
        for (FileHint hint : code.files()) {
            if (hint.origin() == FileHint.Origin.METADATA || hint.origin() == FileHint.Origin.COMMENT || code.files().size() == 1) {
                Target named = named(hint.path());
                return named;
            }
        }
        for (FileHint hint : code.files()) {
            Target named = named(hint.path());
            if (files.exists(named.path())) {
                return named;
            }
        }
        return byRole(snippet);
    }

    /** The project's file for a name that the guide uses. */
    Target named(String hint) {
        String path = hint.replace('\\', '/').replaceFirst("^(?:\\./|/|<rootDir>/|~/|@/)", "");
        if (!at.isEmpty() && path.startsWith(at)) {
            path = path.substring(at.length());
        }
        String file = path.substring(path.lastIndexOf('/') + 1);
        String stem = file.contains(".") ? file.substring(0, file.indexOf('.', 1) < 0 ? file.length() : file.lastIndexOf('.')) : file;
        if (partOfRouter(path, stem)) {
            String layout = stem.equals("layout") ? project.roles().getOrDefault("layout", "") : "";
            return layout.isEmpty()
                    ? new Target("", hint, "The guide's " + hint + " belongs to a route, and the guide does not say to which.")
                    : new Target(layout, hint, "The guide's " + hint + " is " + layout + " here: it goes around all pages.");
        }
        if (files.exists(at + path)) {
            return new Target(at + path, hint, "The guide names " + hint + ", which the project has.");
        }
        String role = role(path, stem);
        String played = role.isEmpty() ? "" : project.roles().getOrDefault(role, "");
        if (!played.isEmpty()) {
            return new Target(played, hint, "The guide's " + hint + " is " + played + " here: it is the project's " + role.replace('-', ' ') + ".");
        }
        String other = sameName(path);
        if (!other.isEmpty()) {
            return new Target(other, hint, "The guide's " + hint + " is " + other + " here: the same file with the project's own extension or folder.");
        }
        String fresh = at + conventional(path, file);
        return new Target(fresh, hint, fresh.equals(hint) ? "The guide creates " + hint + "."
                : "The guide's " + hint + " becomes " + fresh + ", as the project's layout has it.");
    }

    /** A file whose place says which route it is for, named without its place: any route's, so none in particular. */
    private boolean partOfRouter(String path, String stem) {
        return project.framework().startsWith("next-app") && !path.contains("/") && !files.exists(at + path)
                && Set.of("page", "layout", "route", "loading", "error", "template", "not-found").contains(stem);
    }

    /** Whether the project's framework loads a file by its place alone. */
    boolean loadedByConvention(String path) {
        // Without a router of files a page is a component like any other, which something has to import.
        boolean routes = !ROUTES_IN_CODE.contains(project.framework()) || project.dependencies().containsKey("@tanstack/react-router");
        return path.matches("(?:.*/)?(?:[\\w-]+\\.)?config\\.\\w+")
                || routes && path.matches("(?:.*/)?(?:src/)?(?:app/(?:.*/)?(?:page|layout|route|loading|error|template|not-found)|pages/.+|routes/.+|middleware|instrumentation(?:-client)?)\\.\\w+");
    }

    private static String role(String path, String stem) {
        String extension = path.substring(path.lastIndexOf('.') + 1);
        boolean code = CODE.contains(extension) || extension.equals("vue");
        if (!code) {
            return "";
        }
        boolean shallow = path.chars().filter(c -> c == '/').count() <= 1 && !path.startsWith("pages/") && !path.startsWith("app/");
        return switch (stem) {
            case "_app" -> "root-component";
            case "main", "index" -> shallow ? "entry" : "";
            case "App", "app" -> shallow && !extension.equals("js") || stem.equals("App") ? "root-component" : "server";
            case "layout" -> path.matches("(?:src/)?app/(?:\\[\\w+\\]/)?layout\\.\\w+") ? "layout" : "";
            case "server" -> "server";
            case "app.config", "app.module" -> path.matches("(?:src/)?(?:app/)?app\\.(?:config|module)\\.ts") ? "app-config" : "";
            case "vite.config" -> "bundler-config";
            case "next.config", "nuxt.config", "svelte.config", "astro.config" -> "framework-config";
            default -> "";
        };
    }

    /** A file of the same name with another extension, or with or without the source folder. */
    private String sameName(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1);
        if (!CODE.contains(extension)) {
            return "";
        }
        String stem = path.substring(0, path.lastIndexOf('.'));
        for (String candidate : List.of(stem, "src/" + stem, stem.replaceFirst("^src/", ""))) {
            for (String other : List.of("tsx", "ts", "jsx", "js", "mts", "mjs", "cjs")) {
                if (files.exists(at + candidate + "." + other)) {
                    return at + candidate + "." + other;
                }
            }
        }
        return "";
    }

    /** Where a file that does not exist yet belongs. */
    private String conventional(String path, String file) {
        boolean hasSource = below("src/");
        String placed = path;
        if (project.framework().startsWith("next") && BESIDE_ROUTES.matcher(path).matches()) {
            return language((below("src/app/") || below("src/pages/") ? "src/" : "") + path, file);
        }
        if (project.framework().equals("nuxt") && NUXT_SOURCES.matcher(path).matches() && project.roles().getOrDefault("root-component", "").startsWith(at + "app/")) {
            return language("app/" + path, file);
        }
        if (path.startsWith("src/") && !hasSource) {
            placed = path.substring(4);
        } else if (!path.startsWith("src/") && hasSource && sourceFolder(path, file)) {
            placed = "src/" + path;
        }
        return language(placed, file);
    }

    private boolean below(String folder) {
        return files.paths().stream().anyMatch(one -> one.startsWith(at + folder));
    }

    private boolean sourceFolder(String path, String file) {
        if (ROOT_FILE.matcher(file).matches() && !path.contains("/")) {
            return false;
        }
        String extension = file.substring(file.lastIndexOf('.') + 1);
        if (!CODE.contains(extension) && !extension.equals("vue") && !extension.equals("css")) {
            return false;
        }
        String top = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
        return top.isEmpty() || files.paths().stream().noneMatch(one -> one.startsWith(at + top + "/"));
    }

    /** A JavaScript project gets JavaScript, a TypeScript project TypeScript. */
    private String language(String path, String file) {
        String extension = file.substring(file.lastIndexOf('.') + 1);
        String stem = path.substring(0, Math.max(0, path.length() - extension.length()));
        if (project.language().equals("javascript")) {
            return switch (extension) {
                case "ts", "mts" -> stem + "js";
                case "tsx" -> stem + "jsx";
                default -> path;
            };
        }
        if (project.language().equals("typescript")) {
            return switch (extension) {
                case "js" -> ROOT_FILE.matcher(file).matches() ? path : stem + "ts";
                case "jsx" -> stem + "tsx";
                default -> path;
            };
        }
        return path;
    }

    private Target byRole(Snippet snippet) {
        Map<String, String> roles = project.roles();
        if (snippet.parts().exportsConfig() && roles.containsKey("bundler-config") && snippet.imports("vite")) {
            return new Target(roles.get("bundler-config"), "", "The code is a Vite configuration, which is " + roles.get("bundler-config") + " here.");
        }
        String module = roles.getOrDefault("app-config", "");
        if (project.framework().equals("angular") && !module.isEmpty() && APP_MODULE.matcher(snippet.code().code()).find() && files.text(module).contains("@NgModule(")) {
            return new Target(module, "", "The code is the application's module, which is " + module + " here.");
        }
        if (snippet.serverCall() && roles.containsKey("server")) {
            return new Target(roles.get("server"), "", "The server's application object is made in " + roles.get("server") + ".");
        }
        if (snippet.callsUnknown() && roles.containsKey("server") && project.envPrefix().isEmpty()) {
            return new Target(roles.get("server"), "", "The guide's application object is the one that " + roles.get("server") + " makes.");
        }
        if (snippet.wrapsChildren() && roles.containsKey("layout")) {
            return new Target(roles.get("layout"), "", "The code goes around all pages, which is " + roles.get("layout") + " here.");
        }
        if (!snippet.parts().wrappers().isEmpty() || !snippet.parts().leaves().isEmpty() || snippet.parts().sideEffectImportsOnly()
                || !snippet.parts().calls().isEmpty() && !snippet.serverCall()) {
            String entry = roles.getOrDefault("entry", roles.getOrDefault("layout", project.framework().equals("next-pages") ? roles.getOrDefault("root-component", "") : ""));
            if (!entry.isEmpty()) {
                return new Target(entry, "", "The code belongs to the start of the application, which is " + entry + ".");
            }
        }
        return Target.NONE;
    }
}
