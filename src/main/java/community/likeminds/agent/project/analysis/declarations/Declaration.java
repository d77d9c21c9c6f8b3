package community.likeminds.agent.project.analysis.declarations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One declaration of a name; several of them may share a name (a class and a namespace, overloads).
 *
 * @param members of classes, interfaces and enums
 * @param supers what a class or interface extends
 * @param open whether members may exist that are not written out (an index signature, a computed base)
 * @param type type of a variable, what a function is, target of an alias
 * @param inside declarations of a namespace
 */
record Declaration(
        Kind kind,
        String name,
        List<Member> members,
        List<TypeReference> supers,
        boolean open,
        TypeReference type,
        @Nullable Scope inside) {

    enum Kind {
        CLASS,
        INTERFACE,
        ENUM,
        NAMESPACE,
        FUNCTION,
        VARIABLE,
        TYPE
    }
}
