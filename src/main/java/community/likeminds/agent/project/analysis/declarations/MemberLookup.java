package community.likeminds.agent.project.analysis.declarations;

import community.likeminds.agent.project.analysis.declarations.Declaration.Kind;
import community.likeminds.agent.project.analysis.declarations.Thing.Site;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds a member of a class, an object or a type: its own first, then what it inherits. */
final class MemberLookup {

    private static final Set<String> OF_FUNCTIONS = Set.of(
            "name", "length", "prototype", "call", "apply", "bind", "toString", "constructor", "displayName", "propTypes",
            "defaultProps", "caller", "arguments");
    private static final Set<String> OF_OBJECTS = Set.of(
            "toString", "toLocaleString", "valueOf", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "constructor");

    private final DeclarationGraph graph;

    MemberLookup(DeclarationGraph graph) {
        this.graph = graph;
    }

    Answer ofInstance(Thing.Instance instance, String name) {
        return ofInstance(instance, instance, name, new HashSet<>());
    }

    Answer ofValue(Thing.Value value, String name) {
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
                case VARIABLE -> graph.member(graph.of(declaration.type(), site.scope(), Thing.UNKNOWN), name);
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
            Thing parent = graph.of(base, site.scope(), Thing.UNKNOWN);
            Answer inherited = parent.equals(self) ? Answer.UNKNOWN : graph.member(parent, name);
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
            return Answer.present(graph.named(inside, name));
        }
        return graph.export(inside, name, new HashSet<>());
    }

    private Answer ofInstance(Thing self, Thing.Instance instance, String name, Set<Declaration> seen) {
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
                        ? graph.construct(graph.value(site.scope(), value.path()))
                        : graph.of(base, site.scope(), Thing.UNKNOWN);
                Answer inherited = parent instanceof Thing.Instance above
                        ? ofInstance(self, above, name, seen)
                        : graph.member(parent, name);
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
        return Answer.present(types.size() == 1 ? graph.of(types.iterator().next(), scope, self) : Thing.UNKNOWN);
    }

    Answer ofShape(Thing.Shape shape, String name) {
        return switch (shape.type()) {
            case TypeReference.Literal literal ->
                fromMembers(literal.members(), literal.open(), shape.scope(), shape, name, false);
            case TypeReference.AllOf all -> {
                boolean uncertain = false;
                for (TypeReference part : all.parts()) {
                    Answer answer = graph.member(graph.of(part, shape.scope(), shape), name);
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
