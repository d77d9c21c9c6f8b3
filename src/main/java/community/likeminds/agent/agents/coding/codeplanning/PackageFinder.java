package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.processors.docs.Installs;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the passage that says how a package is installed. */
final class PackageFinder {

    /** Names that a script has without importing them. */
    private static final Set<String> GLOBALS = Set.of(
            "Promise", "Date", "Math", "JSON", "Object", "Array", "String", "Number", "Boolean", "Error", "Map", "Set", "WeakMap", "Symbol",
            "RegExp", "URL", "URLSearchParams", "Request", "Response", "Headers", "FormData", "Blob", "File", "Buffer", "Intl", "React",
            "ReactDOM", "Vue", "App", "Event", "CustomEvent", "AbortController", "WebSocket", "Uint8Array", "HTMLElement", "Partial", "Record",
            "Pick", "Omit", "Readonly", "JSX", "Deno", "Bun");

    /** Names that frameworks export and guides leave out of their imports. */
    private static final Set<String> OF_FRAMEWORKS = Set.of(
            "StrictMode", "Suspense", "Fragment", "Profiler", "Component", "PureComponent", "BrowserRouter", "HashRouter", "MemoryRouter", "RouterProvider",
            "Routes", "Route", "Outlet", "Link", "NavLink", "Navigate", "RouterView", "RouterLink", "NuxtPage", "NuxtLayout", "NuxtLink", "ClientOnly", "Transition",
            "TransitionGroup", "KeepAlive", "Teleport", "Injectable", "NgModule", "ErrorHandler", "ApplicationConfig", "APP_INITIALIZER", "Module", "Controller");

    private final GuideFinder finder;
    private final ProjectProfile project;

    PackageFinder(GuideFinder finder, ProjectProfile project) {
        this.finder = finder;
        this.project = project;
    }

    /**
     * @param install what the passage says
     * @param citation where it stands
     */
    record Passage(Installs.Package install, Citation citation) {}

    /** Whether a package is one of those that the documentation is about: it says how to install it, or uses it on more than one page. */
    boolean documented(String name) {
        long using = finder.facts().stream().filter(page -> page.packages().contains(name)).count();
        return using > 1 || using == finder.facts().size() || passage(name) != null;
    }

    /** The passage for a package: of a page for this project's platform, the project's package manager first; or null. */
    @Nullable Passage passage(String name) {
        Passage best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (PageFacts page : finder.facts()) {
            if (!page.packages().contains(name) || !finder.fits(page, project)) {
                continue;
            }
            double worth = GuideFinder.installs(page.page());
            for (Block block : page.page().blocks()) {
                if (block.kind() != Block.Kind.CODE) {
                    continue;
                }
                for (Installs.Package install : Installs.of(block.text())) {
                    double score = worth + (install.manager().equals(project.packageManager()) ? 2 : 0);
                    if (install.name().equals(name) && score > most) {
                        most = score;
                        best = new Passage(install, page.page().cite(block));
                    }
                }
            }
        }
        return best;
    }

    /**
     * The module that a name comes from: one of the installed packages that some page imports it from, else one that the
     * project declares, else the one package that the guide installs, else the one that all pages agree on; or empty.
     */
    String moduleOf(String name, Set<String> installed) {
        Pattern imported = Pattern.compile("import\\s*(?:\\w+\\s*,\\s*)?\\{[^}]*(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])[^}]*\\}\\s*from\\s*['\"]([^'\"]+)");
        Set<String> modules = new TreeSet<>();
        Set<String> frameworks = new TreeSet<>();
        for (PageFacts page : finder.facts()) {
            if (!finder.fits(page, project)) {
                continue;
            }
            for (Block block : page.page().blocks()) {
                if (block.kind() == Block.Kind.CODE && block.text().contains(name)) {
                    Matcher matcher = imported.matcher(block.text());
                    while (matcher.find()) {
                        String from = Snippet.packageOf(matcher.group(1));
                        if (!from.isEmpty()) {
                            (Snippet.framework(from) ? frameworks : modules).add(matcher.group(1));
                        }
                    }
                }
            }
        }
        Set<String> own = new TreeSet<>(modules);
        own.removeIf(module -> !installed.contains(Snippet.packageOf(module)));
        if (!own.isEmpty()) {
            modules.retainAll(own);
        }
        Set<String> declared = new TreeSet<>(modules);
        declared.removeIf(module -> !project.dependencies().containsKey(Snippet.packageOf(module)));
        if (own.isEmpty() && !declared.isEmpty()) {
            modules.retainAll(declared);
        }
        if (own.isEmpty() && declared.isEmpty() && frameworks.isEmpty() && installed.size() == 1 && Character.isUpperCase(name.charAt(0))
                && !GLOBALS.contains(name) && !OF_FRAMEWORKS.contains(name)) {
            // What the guide installs is where the name most likely comes from; the published types are asked later.
            return installed.iterator().next();
        }
        return modules.size() == 1 ? modules.iterator().next() : "";
    }
}
