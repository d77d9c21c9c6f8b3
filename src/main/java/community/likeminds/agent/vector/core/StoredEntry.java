package community.likeminds.agent.vector.core;

/**
 * An entry and where it is.
 *
 * @param collection whose it is
 * @param group name of its group
 * @param number its place within the group, from 0
 * @param entry as it was stored
 */
public record StoredEntry(CollectionId collection, String group, int number, Entry entry) {}
