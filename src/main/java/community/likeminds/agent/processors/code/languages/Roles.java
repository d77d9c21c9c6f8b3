package community.likeminds.agent.processors.code.languages;

import community.likeminds.agent.processors.code.outline.Role;

/** Roles of pieces that several languages have; the order is that of a usual file. */
final class Roles {

    static final Role CONSTANT = new Role("entry", 25, false);
    static final Role FIELD = new Role("field", 30, false);
    static final Role INITIALIZER = new Role("initializer", 35, true);
    static final Role CONSTRUCTOR = new Role("constructor", 40, true);
    static final Role METHOD = new Role("method", 50, true);
    static final Role TYPE = new Role("type", 60, true);
    static final Role ANNOTATION = new Role("annotation", 10, false);
    static final Role PARAMETER = new Role("parameter", 10, false);
    static final Role SUPER = new Role("supertype", 10, false);
    static final Role SUPERCLASS = new Role("superclass", 5, false);
    static final Role VARIABLE = new Role("variable", 50, false);
    static final Role ELEMENT = new Role("element", 50, false);
    static final Role VALUE = new Role("value", 50, false);

    private Roles() {}
}
