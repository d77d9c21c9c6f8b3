package community.likeminds.agent.project.analysis.declarations;

import java.util.List;

/** A type as far as members are looked up in it. */
sealed interface TypeReference {

    TypeReference UNKNOWN = new Unknown();

    /** An instance of a class or interface, named by its dotted path. */
    record Named(List<String> path) implements TypeReference {}

    /** {@code typeof x}: the value itself. */
    record ValueOf(List<String> path) implements TypeReference {}

    /** An object type that is written out. */
    record Literal(List<Member> members, boolean open) implements TypeReference {}

    /** All of several types at once. */
    record AllOf(List<TypeReference> parts) implements TypeReference {}

    /** Something that is called and gives a value of another type. */
    record Callable(TypeReference result) implements TypeReference {}

    /** The type of the object itself, which fluent setters return. */
    record Self() implements TypeReference {}

    /** Anything else: nothing can be said about its members. */
    record Unknown() implements TypeReference {}
}
