package community.likeminds.agent.processors.code;

/**
 * Something that a file of source code defines.
 *
 * @param kind what it is
 * @param name as it is called: {@code add}, for Objective-C methods the selector
 * @param qualifiedName name below package or namespace and enclosing types, parted by dots
 * @param signature how it is declared, on one line, without annotations and without its body
 * @param doc what its documentation comment or docstring says, without the marks of the comment, or empty
 * @param visibility who can use it
 * @param startLine first line, from 1, its documentation comment and annotations included
 * @param endLine last line
 * @param parent qualified name of the type that holds it, or empty
 * @param complexity how involved its code is
 */
public record CodeSymbol(
        Kind kind,
        String name,
        String qualifiedName,
        String signature,
        String doc,
        Visibility visibility,
        int startLine,
        int endLine,
        String parent,
        Complexity complexity) {

    /** What can be defined. */
    public enum Kind {
        NAMESPACE,
        CLASS,
        INTERFACE,
        STRUCT,
        ENUM,
        RECORD,
        OBJECT,
        EXTENSION,
        MIXIN,
        ANNOTATION,
        TYPE,
        FUNCTION,
        METHOD,
        CONSTRUCTOR,
        PROPERTY,
        FIELD,
        CONSTANT,
        VARIABLE,
        ENUM_MEMBER,
        /** A key of JSON or YAML. */
        KEY,
        /** An element of a page that has an id. */
        ELEMENT,
        /** A rule of a style sheet. */
        RULE,
        /** Rules of a style sheet under one condition. */
        GROUP;

        /** Whether it is code that runs when it is called. */
        public boolean callable() {
            return this == FUNCTION || this == METHOD || this == CONSTRUCTOR;
        }

        /** Whether it is a type that holds members. */
        public boolean type() {
            return switch (this) {
                case CLASS, INTERFACE, STRUCT, ENUM, RECORD, OBJECT, EXTENSION, MIXIN, ANNOTATION -> true;
                case NAMESPACE, TYPE, FUNCTION, METHOD, CONSTRUCTOR, PROPERTY, FIELD, CONSTANT, VARIABLE, ENUM_MEMBER, KEY, ELEMENT, RULE,
                        GROUP -> false;
            };
        }
    }

    /** Who can use it. */
    public enum Visibility {
        PUBLIC,
        /** Types that derive from its own. */
        PROTECTED,
        /** Its package or module. */
        INTERNAL,
        /** Its type or file. */
        PRIVATE
    }

    /**
     * How involved code is.
     *
     * @param cyclomatic number of independent paths (McCabe, 1976), 0 for what has no code
     * @param nesting deepest nesting of control flow
     * @param lines lines from the first to the last, documentation left out
     */
    public record Complexity(int cyclomatic, int nesting, int lines) {}
}
