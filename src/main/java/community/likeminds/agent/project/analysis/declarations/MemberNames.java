package community.likeminds.agent.project.analysis.declarations;

import community.likeminds.agent.project.analysis.declarations.Thing.Site;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Collects what could have been meant in place of a name that is missing. */
final class MemberNames {

    private static final int DEEPEST = 12;

    private final DeclarationGraph graph;
    private final Set<Object> seen = new HashSet<>();

    MemberNames(DeclarationGraph graph) {
        this.graph = graph;
    }

    Set<String> of(Thing thing) {
        Set<String> names = new TreeSet<>();
        collect(thing, names, 0);
        return names;
    }

    private void collect(Thing thing, Set<String> names, int depth) {
        if (depth > DEEPEST || !seen.add(thing)) {
            return;
        }
        switch (thing) {
            case Thing.Module module -> module(module.scope(), names, depth);
            case Thing.Value value -> value.sites().forEach(site -> statics(site, names, depth));
            case Thing.Instance instance -> instance.sites().forEach(site -> members(site, names, depth));
            case Thing.Shape shape -> shape(shape, names, depth);
            case Thing.Unknown ignored -> { }
        }
    }

    private void module(Scope scope, Set<String> names, int depth) {
        names.addAll(scope.exports.keySet());
        names.remove("default");
        if (!scope.listsExports && ModuleResolver.typed(scope.file)) {
            names.addAll(scope.declared.keySet());
        }
        if (!scope.exportEquals.isEmpty()) {
            collect(graph.value(scope, Arrays.asList(scope.exportEquals.split("\\."))), names, depth + 1);
        }
        for (String star : scope.stars) {
            Scope source = graph.module(DeclarationGraph.folder(scope), star);
            if (source != null) {
                collect(new Thing.Module(source), names, depth + 1);
            }
        }
    }

    private void statics(Site site, Set<String> names, int depth) {
        Declaration declaration = site.declaration();
        switch (declaration.kind()) {
            case CLASS, ENUM -> {
                declaration.members().stream().filter(Member::isStatic).map(Member::name).forEach(names::add);
                declaration.supers().forEach(base -> collect(graph.of(base, site.scope(), Thing.UNKNOWN), names, depth + 1));
            }
            case NAMESPACE -> {
                if (declaration.inside() != null) {
                    names.addAll(declaration.inside().declared.keySet());
                    names.addAll(declaration.inside().exports.keySet());
                }
            }
            case VARIABLE -> collect(graph.of(declaration.type(), site.scope(), Thing.UNKNOWN), names, depth + 1);
            case FUNCTION, INTERFACE, TYPE -> { }
        }
    }

    private void members(Site site, Set<String> names, int depth) {
        Declaration declaration = site.declaration();
        if (declaration.kind() != Declaration.Kind.CLASS && declaration.kind() != Declaration.Kind.INTERFACE) {
            return;
        }
        declaration.members().stream().filter(member -> !member.isStatic()).map(Member::name)
                .filter(name -> !name.equals("constructor")).forEach(names::add);
        for (TypeReference base : declaration.supers()) {
            Thing parent = base instanceof TypeReference.ValueOf value
                    ? graph.construct(graph.value(site.scope(), value.path()))
                    : graph.of(base, site.scope(), Thing.UNKNOWN);
            collect(parent, names, depth + 1);
        }
    }

    private void shape(Thing.Shape shape, Set<String> names, int depth) {
        switch (shape.type()) {
            case TypeReference.Literal literal -> literal.members().stream().map(Member::name).forEach(names::add);
            case TypeReference.AllOf all ->
                all.parts().forEach(part -> collect(graph.of(part, shape.scope(), shape), names, depth + 1));
            case TypeReference.Callable ignored -> { }
            case TypeReference.Named ignored -> { }
            case TypeReference.ValueOf ignored -> { }
            case TypeReference.Self ignored -> { }
            case TypeReference.Unknown ignored -> { }
        }
    }
}
