package community.likeminds.agent.project.analysis.declarations;

import java.util.List;

/** Something that members are looked up in. */
public sealed interface Thing {

    Thing UNKNOWN = new Unknown();

    /** What declarations of one name stand for as a value: statics of a class, members of an enum or namespace. */
    record Value(List<Site> sites) implements Thing {}

    /** An instance of a class or interface. */
    record Instance(List<Site> sites) implements Thing {}

    /** A type that is written out at a place. */
    record Shape(TypeReference type, Scope scope, Thing self) implements Thing {}

    /** A whole module. */
    record Module(Scope scope) implements Thing {}

    /** Nothing is known about it. */
    record Unknown() implements Thing {}

    /** A declaration with the scope that its names are looked up in. */
    record Site(Declaration declaration, Scope scope) {}
}
