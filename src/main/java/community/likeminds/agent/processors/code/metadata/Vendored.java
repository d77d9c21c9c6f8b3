package community.likeminds.agent.processors.code.metadata;

import java.util.Set;

/** Folders of other people's code and of what builds leave behind. */
final class Vendored {

    private static final Set<String> ALWAYS = Set.of(
            "node_modules", "bower_components", "jspm_packages", "Pods", "Carthage", "third_party", "third-party", "thirdparty", ".gradle",
            ".dart_tool", ".venv", "venv", "virtualenv", "site-packages", "__pycache__", ".tox", ".next", ".nuxt", ".svelte-kit", ".angular",
            ".turbo", ".parcel-cache", "DerivedData", ".build", ".swiftpm", ".idea", ".vscode", ".git", ".hg", ".svn", ".cxx", ".terraform",
            ".eggs", "coverage");
    /** Names that packages of source code have, too. */
    private static final Set<String> OUTSIDE_SOURCES = Set.of("vendor", "dist", "build", "target", "out");
    private static final Set<String> SOURCES = Set.of("src", "Sources", "source", "sources", "lib", "app", "tests", "test");

    private Vendored() {}

    static boolean folder(String path) {
        String[] names = path.split("/");
        String name = names[names.length - 1];
        if (ALWAYS.contains(name)) {
            return true;
        }
        if (!OUTSIDE_SOURCES.contains(name)) {
            return false;
        }
        for (int i = 0; i < names.length - 1; i++) {
            // "app/build" is what a build of the folder "app" leaves; "app/shop/build" is code.
            if (SOURCES.contains(names[i]) && (!names[i].equals("app") && !names[i].equals("lib") || i < names.length - 2)) {
                return false;
            }
        }
        return true;
    }
}
