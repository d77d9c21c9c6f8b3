package community.likeminds.agent.vector.core;

/** The parts of an entry that are searched by words. */
public enum SearchField {
    /** Of the page or file. */
    TITLE,
    /** What stands above the entry: headings, the enclosing type and member. */
    HEADINGS,
    /** Names that the entry is about. */
    SYMBOLS,
    /** The entry itself. */
    BODY,
    /** Where its page or file is. */
    PATH
}
