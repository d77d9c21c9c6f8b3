package community.likeminds.agent.project.analysis.declarations;

/**
 * A member of a class, interface or object type.
 *
 * @param type type of a property, {@link TypeReference.Callable} for a method
 */
record Member(String name, boolean isStatic, TypeReference type) {}
