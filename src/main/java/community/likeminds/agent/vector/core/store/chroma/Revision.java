package community.likeminds.agent.vector.core.store.chroma;

import java.util.Map;

/**
 * What the metadata of a collection of entries says.
 *
 * @param source whose entries they are
 * @param number the revision that is in force: of each group the records with the highest revision up to this one
 * @param floor marks of emptied groups from before it are gone, so that whoever is behind it has to read everything
 * @param dirty somebody is writing, or died while writing
 */
record Revision(String source, long number, long floor, boolean dirty) {

    private static final String SOURCE = "source";
    private static final String NUMBER = "revision";
    private static final String FLOOR = "floor";
    private static final String DIRTY = "dirty";

    static Revision of(ChromaCollection collection) {
        return new Revision(
                collection.text(SOURCE), collection.number(NUMBER), collection.number(FLOOR), collection.flag(DIRTY));
    }

    Map<String, ?> metadata() {
        return Map.of(SOURCE, source, NUMBER, number, FLOOR, floor, DIRTY, dirty);
    }

    Revision withDirty(boolean now) {
        return new Revision(source, number, floor, now);
    }

    Revision next(long newFloor) {
        return new Revision(source, number + 1, newFloor, true);
    }
}
