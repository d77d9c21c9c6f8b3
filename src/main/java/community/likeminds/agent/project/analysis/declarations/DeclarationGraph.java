package community.likeminds.agent.project.analysis.declarations;

import community.likeminds.agent.project.analysis.declarations.Declaration.Kind;
import community.likeminds.agent.project.analysis.declarations.Scope.Reference;
import community.likeminds.agent.project.analysis.declarations.Thing.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The published types of installed packages as a graph that is read on demand. Not thread-safe; made for one check, since
 * the files may change afterwards.
 */
public final class DeclarationGraph {

    private static final Logger LOG = LoggerFactory.getLogger(DeclarationGraph.class);
    private static final long LARGEST = 16_000_000;
    /** Types may name each other in circles; nobody writes chains this long. */
    private static final int DEEPEST = 100;

    private final ModuleResolver resolver;
    private final Map<Path, Optional<Scope>> scopes = new HashMap<>();
    private final MemberLookup members = new MemberLookup(this);
    private int depth;

    /** @param root real path of the folder above which no package is looked for */
    public DeclarationGraph(Path root) {
        this.resolver = new ModuleResolver(root);
    }

    /**
     * What became of a module's name.
     *
     * @param state whether its types can be read
     * @param offered sub-paths that the package exports, when the wanted one is not among them
     * @param module the module, unknown unless its types can be read
     */
    public record Loaded(State state, List<String> offered, Thing module) {

        public enum State {
            READ,
            /** The package is not installed. */
            NOT_INSTALLED,
            /** The package does not export this sub-path. */
            NOT_EXPORTED,
            /** The package publishes no types and its code cannot be read for exports. */
            UNTYPED
        }
    }

    /** Finds a module as a file of a folder would import it. */
    public Loaded load(Path from, String specifier) {
        ModuleResolver.Resolved resolved = resolver.resolve(from, specifier);
        if (resolved.refused()) {
            return new Loaded(Loaded.State.NOT_EXPORTED, resolved.offered(), Thing.UNKNOWN);
        }
        Scope scope = module(from, specifier);
        if (scope != null) {
            return new Loaded(Loaded.State.READ, List.of(), new Thing.Module(scope));
        }
        boolean there = resolver.folder(from, ModuleResolver.packageOf(specifier)).isPresent();
        return new Loaded(there ? Loaded.State.UNTYPED : Loaded.State.NOT_INSTALLED, List.of(), Thing.UNKNOWN);
    }

    /** A member read on something: an export of a module, a static of a class, a property of an object. */
    public Answer member(Thing thing, String name) {
        return bounded(Answer.UNKNOWN, () -> switch (thing) {
            case Thing.Module module -> export(module.scope(), name, new HashSet<>());
            case Thing.Value value -> members.ofValue(value, name);
            case Thing.Instance instance -> members.ofInstance(instance, name);
            case Thing.Shape shape -> members.ofShape(shape, name);
            case Thing.Unknown ignored -> Answer.UNKNOWN;
        });
    }

    private <T> T bounded(T otherwise, Supplier<T> work) {
        if (depth > DEEPEST) {
            return otherwise;
        }
        depth++;
        try {
            return work.get();
        } finally {
            depth--;
        }
    }

    /** What a call of something gives. */
    public Thing call(Thing thing) {
        return bounded(Thing.UNKNOWN, () -> result(thing));
    }

    private Thing result(Thing thing) {
        return switch (thing) {
            case Thing.Shape shape when shape.type() instanceof TypeReference.Callable callable ->
                of(callable.result(), shape.scope(), shape.self());
            case Thing.Value value -> {
                Set<Thing> results = new HashSet<>();
                for (Site site : value.sites()) {
                    if (site.declaration().kind() == Kind.FUNCTION || site.declaration().kind() == Kind.VARIABLE) {
                        Thing type = of(site.declaration().type(), site.scope(), Thing.UNKNOWN);
                        results.add(type instanceof Thing.Value ? Thing.UNKNOWN : call(type));
                    }
                }
                yield results.size() == 1 ? results.iterator().next() : Thing.UNKNOWN;
            }
            default -> Thing.UNKNOWN;
        };
    }

    /** What {@code new} makes of something. */
    public Thing construct(Thing thing) {
        boolean isClass = thing instanceof Thing.Value value
                && value.sites().stream().anyMatch(site -> site.declaration().kind() == Kind.CLASS);
        return isClass ? new Thing.Instance(((Thing.Value) thing).sites()) : Thing.UNKNOWN;
    }

    /** Every known member, for suggestions. */
    public Set<String> names(Thing thing) {
        return new MemberNames(this).of(thing);
    }

    @Nullable Scope module(Path from, String specifier) {
        Optional<Path> file = resolver.resolve(from, specifier).file();
        if (file.isEmpty()) {
            return null;
        }
        Scope scope = scopes.computeIfAbsent(file.get().normalize(), DeclarationGraph::read).orElse(null);
        if (scope == null || scope.isModule) {
            return scope;
        }
        return scope.ambientModules.get(specifier);
    }

    private static Optional<Scope> read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                LOG.warn("{} is too large to be read for declarations.", file);
                return Optional.empty();
            }
            return Optional.of(DeclarationReader.read(file, Files.readString(file)));
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read: {}", file, unreadable.getMessage());
            return Optional.empty();
        }
    }

    Answer export(Scope scope, String name, Set<Scope> seen) {
        if (!seen.add(scope)) {
            return Answer.MISSING;
        }
        Reference reference = scope.exports.get(name);
        if (reference != null) {
            return Answer.present(target(scope, reference));
        }
        if (!scope.exportEquals.isEmpty()) {
            Thing whole = value(scope, Arrays.asList(scope.exportEquals.split("\\.")));
            return name.equals("default") ? Answer.present(whole) : member(whole, name);
        }
        boolean uncertain = scope.uncertain;
        if (name.equals("default")) {
            // What has no default export may still be imported as a whole where modules are not ECMAScript's own.
            return Answer.absent(uncertain || !ModuleResolver.strictModule(scope.file));
        }
        if (!scope.listsExports && scope.declared.containsKey(name) && ModuleResolver.typed(scope.file)) {
            return Answer.present(named(scope, name));
        }
        for (String star : scope.stars) {
            Scope source = module(folder(scope), star);
            Answer there = source == null ? Answer.UNKNOWN : export(source, name, seen);
            if (there.isPresent()) {
                return there;
            }
            uncertain |= !there.isMissing();
        }
        return Answer.absent(uncertain);
    }

    static Path folder(Scope scope) {
        Path folder = scope.file.getParent();
        return folder == null ? scope.file : folder;
    }

    Thing target(Scope scope, Reference reference) {
        return bounded(Thing.UNKNOWN, () -> followed(scope, reference));
    }

    private Thing followed(Scope scope, Reference reference) {
        if (reference.module().isEmpty()) {
            return reference.name().isEmpty() ? Thing.UNKNOWN : named(scope, reference.name());
        }
        Scope module = module(folder(scope), reference.module());
        if (module == null) {
            return Thing.UNKNOWN;
        }
        return switch (reference.name()) {
            case "*" -> new Thing.Module(module);
            case "export=" -> module.exportEquals.isEmpty()
                    ? new Thing.Module(module)
                    : value(module, Arrays.asList(module.exportEquals.split("\\.")));
            default -> export(module, reference.name(), new HashSet<>()).thing();
        };
    }

    /** What a plain name stands for in a scope. */
    Thing named(Scope from, String name) {
        for (Scope scope = from; scope != null; scope = scope.outer) {
            List<Declaration> declared = scope.declared.get(name);
            if (declared != null) {
                List<Site> sites = new ArrayList<>();
                for (Declaration one : declared) {
                    sites.add(new Site(one, scope));
                }
                return new Thing.Value(List.copyOf(sites));
            }
            Reference imported = scope.imports.get(name);
            if (imported != null) {
                return target(scope, imported);
            }
        }
        return Thing.UNKNOWN;
    }

    Thing value(Scope scope, List<String> path) {
        return bounded(Thing.UNKNOWN, () -> {
            Thing thing = named(scope, path.getFirst());
            for (String name : path.subList(1, path.size())) {
                thing = member(thing, name).thing();
            }
            return thing;
        });
    }

    /** What is of a type. */
    Thing of(TypeReference type, Scope scope, Thing self) {
        return bounded(Thing.UNKNOWN, () -> resolved(type, scope, self));
    }

    private Thing resolved(TypeReference type, Scope scope, Thing self) {
        return switch (type) {
            case TypeReference.Named named -> instance(value(scope, named.path()));
            case TypeReference.ValueOf value -> value(scope, value.path());
            case TypeReference.Self ignored -> self;
            case TypeReference.Unknown ignored -> Thing.UNKNOWN;
            case TypeReference.Literal literal -> new Thing.Shape(literal, scope, self);
            case TypeReference.AllOf all -> new Thing.Shape(all, scope, self);
            case TypeReference.Callable callable -> new Thing.Shape(callable, scope, self);
        };
    }

    private Thing instance(Thing thing) {
        if (!(thing instanceof Thing.Value value)) {
            return Thing.UNKNOWN;
        }
        for (Site site : value.sites()) {
            if (site.declaration().kind() == Kind.TYPE) {
                return of(site.declaration().type(), site.scope(), Thing.UNKNOWN);
            }
        }
        boolean object = value.sites().stream().anyMatch(site -> site.declaration().kind() == Kind.CLASS
                || site.declaration().kind() == Kind.INTERFACE);
        return object ? new Thing.Instance(value.sites()) : Thing.UNKNOWN;
    }
}
