package community.likeminds.agent.vector.core.store.chroma;

/**
 * The id of a record: never used again, and enough to tell whether the record is in force.
 *
 * @param group hash of the group's name
 * @param number place within the group, or {@link #NONE} for the mark of a group that has no entries any more
 * @param born the revision that the record came with
 */
record RecordId(String group, int number, long born) {

    static final int NONE = -1;

    static RecordId parse(String id) {
        String[] parts = id.split("\\.");
        return new RecordId(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
    }

    boolean isEntry() {
        return number != NONE;
    }

    @Override
    public String toString() {
        return group + "." + number + "." + born;
    }
}
