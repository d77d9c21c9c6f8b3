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
    private static final Set<String> OF_FUNCTIONS = Set.of(
            "name", "length", "prototype", "call", "apply", "bind", "toString", "constructor", "displayName", "propTypes",
            "defaultProps", "caller", "arguments");
    private static final Set<String> OF_OBJECTS = Set.of(
            "toString", "toLocaleString", "valueOf", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "constructor");

    private final ModuleResolver resolver;
    private final Map<Path, Optional<Scope>> scopes = new HashMap<>();
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
            case Thing.Value value -> staticMember(value, name);
            case Thing.Instance instance -> instanceMember(instance, instance, name, new HashSet<>());
            case Thing.Shape shape -> shapeMember(shape, name);
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

    private Answer export(Scope scope, String name, Set<Scope> seen) {
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
    private Thing named(Scope from, String name) {
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

    private Answer staticMember(Thing.Value value, String name) {
        boolean uncertain = false;
        boolean typesOnly = true;
        for (Site site : value.sites()) {
            Declaration declaration = site.declaration();
            typesOnly &= declaration.kind() == Kind.INTERFACE || declaration.kind() == Kind.TYPE;
            Answer answer = switch (declaration.kind()) {
                case CLASS -> classStatic(value, site, name);
                case ENUM -> listed(declaration, site, value, name, true);
                case NAMESPACE -> inNamespace(declaration, name);
                case FUNCTION -> OF_FUNCTIONS.contains(name) ? Answer.present(Thing.UNKNOWN) : Answer.MISSING;
                case VARIABLE -> member(of(declaration.type(), site.scope(), Thing.UNKNOWN), name);
                case INTERFACE, TYPE -> Answer.MISSING;
            };
            if (answer.isPresent()) {
                return answer;
            }
            uncertain |= !answer.isMissing() || !ModuleResolver.typed(site.scope().file);
        }
        return Answer.absent(uncertain || typesOnly);
    }

    private Answer classStatic(Thing.Value self, Site site, String name) {
        Answer own = listed(site.declaration(), site, self, name, true);
        if (own.isPresent() || OF_FUNCTIONS.contains(name)) {
            return own.isPresent() ? own : Answer.present(Thing.UNKNOWN);
        }
        boolean uncertain = !own.isMissing();
        for (TypeReference base : site.declaration().supers()) {
            Thing parent = of(base, site.scope(), Thing.UNKNOWN);
            Answer inherited = parent.equals(self) ? Answer.UNKNOWN : member(parent, name);
            if (inherited.isPresent()) {
                return inherited;
            }
            uncertain |= !inherited.isMissing();
        }
        return Answer.absent(uncertain);
    }

    private Answer inNamespace(Declaration declaration, String name) {
        Scope inside = declaration.inside();
        if (inside == null) {
            return Answer.UNKNOWN;
        }
        if (inside.declared.containsKey(name)) {
            return Answer.present(named(inside, name));
        }
        return export(inside, name, new HashSet<>());
    }

    private Answer instanceMember(Thing self, Thing.Instance instance, String name, Set<Declaration> seen) {
        boolean uncertain = false;
        for (Site site : instance.sites()) {
            Declaration declaration = site.declaration();
            boolean object = declaration.kind() == Kind.CLASS || declaration.kind() == Kind.INTERFACE;
            if (!object || !seen.add(declaration)) {
                continue;
            }
            Answer own = listed(declaration, site, self, name, false);
            if (own.isPresent() || OF_OBJECTS.contains(name)) {
                return own.isPresent() ? own : Answer.present(Thing.UNKNOWN);
            }
            uncertain |= !own.isMissing() || !ModuleResolver.typed(site.scope().file);
            for (TypeReference base : declaration.supers()) {
                Thing parent = base instanceof TypeReference.ValueOf value
                        ? construct(value(site.scope(), value.path()))
                        : of(base, site.scope(), Thing.UNKNOWN);
                Answer inherited = parent instanceof Thing.Instance above
                        ? instanceMember(self, above, name, seen)
                        : member(parent, name);
                if (inherited.isPresent()) {
                    return inherited;
                }
                uncertain |= !inherited.isMissing();
            }
        }
        return Answer.absent(uncertain);
    }

    private Answer listed(Declaration declaration, Site site, Thing self, String name, boolean isStatic) {
        return fromMembers(declaration.members(), declaration.open(), site.scope(), self, name, isStatic);
    }

    private Answer fromMembers(
            List<Member> members, boolean open, Scope scope, Thing self, String name, boolean isStatic) {
        Set<TypeReference> types = new HashSet<>();
        for (Member member : members) {
            if (member.name().equals(name) && member.isStatic() == isStatic) {
                types.add(member.type());
            }
        }
        if (types.isEmpty()) {
            return Answer.absent(open);
        }
        // Overloads of different types leave open which one is meant.
        return Answer.present(types.size() == 1 ? of(types.iterator().next(), scope, self) : Thing.UNKNOWN);
    }

    private Answer shapeMember(Thing.Shape shape, String name) {
        return switch (shape.type()) {
            case TypeReference.Literal literal ->
                fromMembers(literal.members(), literal.open(), shape.scope(), shape, name, false);
            case TypeReference.AllOf all -> {
                boolean uncertain = false;
                for (TypeReference part : all.parts()) {
                    Answer answer = member(of(part, shape.scope(), shape), name);
                    if (answer.isPresent()) {
                        yield answer;
                    }
                    uncertain |= !answer.isMissing();
                }
                yield Answer.absent(uncertain);
            }
            case TypeReference.Callable ignored ->
                OF_FUNCTIONS.contains(name) ? Answer.present(Thing.UNKNOWN) : Answer.MISSING;
            case TypeReference.Named ignored -> Answer.UNKNOWN;
            case TypeReference.ValueOf ignored -> Answer.UNKNOWN;
            case TypeReference.Self ignored -> Answer.UNKNOWN;
            case TypeReference.Unknown ignored -> Answer.UNKNOWN;
        };
    }
}
