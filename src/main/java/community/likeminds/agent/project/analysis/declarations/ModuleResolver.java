package community.likeminds.agent.project.analysis.declarations;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the file that declares a module's types, as TypeScript's bundler resolution does. */
final class ModuleResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleResolver.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> CONDITIONS =
            List.of("types", "import", "module", "node", "browser", "development", "production", "default", "require");

    private final Path root;

    /** @param root folder above which nothing is looked for */
    ModuleResolver(Path root) {
        this.root = root;
    }

    /**
     * @param file of the types, or of JavaScript when there are none; empty when the module is not found
     * @param refused whether the package is there but does not export the sub-path
     * @param offered sub-paths that it exports instead
     */
    record Resolved(Optional<Path> file, boolean refused, List<String> offered) {

        static final Resolved NOTHING = new Resolved(Optional.empty(), false, List.of());

        static Resolved of(Path file) {
            return new Resolved(Optional.of(file), false, List.of());
        }
    }

    Resolved resolve(Path from, String specifier) {
        if (specifier.isEmpty()) {
            return Resolved.NOTHING;
        }
        try {
            if (specifier.startsWith(".") || specifier.startsWith("/")) {
                return declarations(from.resolve(specifier).normalize()).map(Resolved::of).orElse(Resolved.NOTHING);
            }
            return packaged(from, specifier);
        } catch (InvalidPathException noPath) {
            return Resolved.NOTHING;
        }
    }

    static String packageOf(String specifier) {
        String[] names = specifier.split("/", 3);
        return specifier.startsWith("@") && names.length > 1 ? names[0] + "/" + names[1] : names[0];
    }

    /** Folder of an installed package as seen from a folder. */
    Optional<Path> folder(Path from, String name) {
        for (Path folder = from; folder != null && folder.startsWith(root); folder = folder.getParent()) {
            Path candidate = folder.resolve("node_modules").resolve(name);
            if (Files.isRegularFile(candidate.resolve("package.json"))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private Resolved packaged(Path from, String specifier) {
        String name = packageOf(specifier);
        String subPath = specifier.equals(name) ? "." : "." + specifier.substring(name.length());
        Resolved own = folder(from, name).map(folder -> inside(folder, subPath)).orElse(Resolved.NOTHING);
        if (own.file().filter(ModuleResolver::typed).isPresent() || own.refused()) {
            return own;
        }
        String types = "@types/" + (name.startsWith("@") ? name.substring(1).replace("/", "__") : name);
        Resolved separate = folder(from, types).map(folder -> inside(folder, subPath)).orElse(Resolved.NOTHING);
        return separate.file().isPresent() ? separate : own;
    }

    static boolean typed(Path file) {
        return file.getFileName().toString().matches(".*\\.(d\\.[mc]?ts|[mc]?tsx?)");
    }

    private Resolved inside(Path folder, String subPath) {
        JsonNode manifest = manifest(folder);
        JsonNode exports = manifest.path("exports");
        if (!exports.isMissingNode() && !exports.isNull()) {
            return exported(folder, manifest, exports, subPath);
        }
        if (!subPath.equals(".")) {
            Optional<Path> file = versioned(folder, manifest, subPath).or(() -> declarations(folder.resolve(subPath).normalize()));
            return file.map(Resolved::of).orElse(Resolved.NOTHING);
        }
        return entry(folder, manifest).map(Resolved::of).orElse(Resolved.NOTHING);
    }

    private Optional<Path> entry(Path folder, JsonNode manifest) {
        for (String field : List.of("types", "typings", "module", "main")) {
            String target = manifest.path(field).asString("");
            // A manifest may name its own folder, which would be looked into for ever.
            if (!target.isEmpty() && !folder.resolve(target).normalize().equals(folder.normalize())) {
                Optional<Path> file = declarations(folder.resolve(target).normalize());
                if (file.filter(ModuleResolver::typed).isPresent()) {
                    return file;
                }
            }
        }
        Optional<Path> index = declarations(folder.resolve("index"));
        String main = manifest.path("module").asString(manifest.path("main").asString(""));
        return index.filter(ModuleResolver::typed).or(() -> main.isEmpty() ? index : plain(folder.resolve(main).normalize()))
                .or(() -> index);
    }

    private Resolved exported(Path folder, JsonNode manifest, JsonNode exports, String subPath) {
        boolean bySubPath = exports.isObject() && exports.properties().stream().anyMatch(one -> one.getKey().startsWith("."));
        if (!bySubPath) {
            return subPath.equals(".") ? found(folder, manifest, exports, "", true) : refused(List.of());
        }
        JsonNode exact = exports.path(subPath);
        if (!exact.isMissingNode()) {
            return found(folder, manifest, exact, "", subPath.equals("."));
        }
        String best = "";
        for (var one : exports.properties()) {
            int star = one.getKey().indexOf('*');
            if (star >= 0 && matches(one.getKey(), star, subPath) && one.getKey().length() > best.length()) {
                best = one.getKey();
            }
        }
        if (!best.isEmpty()) {
            int star = best.indexOf('*');
            String matched = subPath.substring(star, subPath.length() - (best.length() - star - 1));
            return found(folder, manifest, exports.path(best), matched, false);
        }
        List<String> offered = new ArrayList<>();
        exports.properties().forEach(one -> offered.add(one.getKey()));
        return refused(offered);
    }

    private static boolean matches(String pattern, int star, String subPath) {
        return subPath.length() >= pattern.length() && subPath.startsWith(pattern.substring(0, star))
                && subPath.endsWith(pattern.substring(star + 1));
    }

    private static Resolved refused(List<String> offered) {
        return new Resolved(Optional.empty(), true, List.copyOf(offered));
    }

    private Resolved found(Path folder, JsonNode manifest, JsonNode target, String star, boolean isRoot) {
        List<String> targets = new ArrayList<>();
        collect(target, targets);
        if (targets.isEmpty()) {
            return refused(List.of());
        }
        Optional<Path> best = Optional.empty();
        for (String one : targets) {
            Optional<Path> file = declarations(folder.resolve(one.replace("*", star)).normalize());
            if (file.filter(ModuleResolver::typed).isPresent()) {
                return Resolved.of(file.get());
            }
            best = best.isPresent() ? best : file;
        }
        // Old compilers read the field beside "exports", so packages that forget a condition still have it.
        Optional<Path> types = isRoot ? entry(folder, manifest).filter(ModuleResolver::typed) : Optional.empty();
        return types.map(Resolved::of).orElse(new Resolved(best, false, List.of()));
    }

    /** Every file that a conditional target may lead to, in the order of the conditions. */
    private static void collect(JsonNode target, List<String> targets) {
        if (target.isString()) {
            targets.add(target.asString());
        } else if (target.isArray()) {
            target.forEach(one -> collect(one, targets));
        } else if (target.isObject()) {
            for (var one : target.properties()) {
                if (one.getKey().startsWith("types")) {
                    collect(one.getValue(), targets);
                }
            }
            for (String condition : CONDITIONS) {
                if (!condition.equals("types") && !target.path(condition).isMissingNode()) {
                    collect(target.path(condition), targets);
                }
            }
        }
    }

    private Optional<Path> versioned(Path folder, JsonNode manifest, String subPath) {
        String path = subPath.substring(2);
        for (var version : manifest.path("typesVersions").properties()) {
            for (var pattern : version.getValue().properties()) {
                int star = pattern.getKey().indexOf('*');
                boolean fits = star < 0 ? pattern.getKey().equals(path) : matches(pattern.getKey(), star, path);
                String matched = star < 0 || !fits ? "" : path.substring(star, path.length() - (pattern.getKey().length() - star - 1));
                for (JsonNode target : pattern.getValue()) {
                    Optional<Path> file = fits
                            ? declarations(folder.resolve(target.asString("").replace("*", matched)).normalize())
                            : Optional.empty();
                    if (file.isPresent()) {
                        return file;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The declarations beside a JavaScript file or below a name without an ending; JavaScript itself when there are none. */
    private Optional<Path> declarations(Path target) {
        String path = target.toString();
        List<String> candidates = new ArrayList<>();
        if (path.matches(".*\\.d\\.[mc]?ts") || path.matches(".*\\.[mc]?tsx?")) {
            candidates.add(path);
        }
        if (path.matches(".*\\.[mc]?jsx?")) {
            int dot = path.lastIndexOf('.');
            String stem = path.substring(0, dot);
            String kind = path.substring(dot + 1).replaceAll("jsx?", "");
            candidates.add(stem + ".d." + kind + "ts");
            candidates.addAll(List.of(stem + ".d.ts", stem + ".d.mts", stem + ".d.cts", stem + ".ts", stem + ".tsx"));
        }
        for (String ending : List.of(".d.ts", ".d.mts", ".d.cts", ".ts", ".tsx", "/index.d.ts", "/index.d.mts", "/index.ts")) {
            candidates.add(path + ending);
        }
        Optional<Path> typed = candidates.stream().map(Path::of).filter(Files::isRegularFile).findFirst();
        if (typed.isPresent()) {
            return typed;
        }
        if (Files.isRegularFile(target.resolve("package.json"))) {
            Optional<Path> nested = entry(target, manifest(target));
            if (nested.isPresent()) {
                return nested;
            }
        }
        return plain(target);
    }

    private static Optional<Path> plain(Path target) {
        List<String> names = List.of("", ".js", ".mjs", ".cjs", "/index.js", "/index.mjs");
        return names.stream().map(ending -> Path.of(target + ending))
                .filter(file -> Files.isRegularFile(file) && file.toString().matches(".*\\.[mc]?js"))
                .findFirst();
    }

    private static JsonNode manifest(Path folder) {
        try {
            return JSON.readTree(Files.readString(folder.resolve("package.json")));
        } catch (java.io.IOException | JacksonException unreadable) {
            LOG.warn("The manifest in {} cannot be read: {}", folder, unreadable.getMessage());
            return JSON.createObjectNode();
        }
    }

    /** Whether the package that a file belongs to is one of ECMAScript modules, whose default export must be declared. */
    static boolean strictModule(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(".mts") || name.endsWith(".mjs")) {
            return true;
        }
        if (name.endsWith(".cts") || name.endsWith(".cjs")) {
            return false;
        }
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("package.json"))) {
                return manifest(folder).path("type").asString("").equals("module");
            }
        }
        return false;
    }
}
