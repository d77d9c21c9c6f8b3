package community.likeminds.agent.shared;

/** Told of the progress of anything that takes longer than a second; must be thread-safe and quick. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (stage, done, total, detail) -> {};

    /**
     * @param stage what is being done, for example {@code "Reading pages"}
     * @param done units finished so far
     * @param total units in all, or 0 when unknown
     * @param detail the unit at hand, for example a file; may be empty
     */
    void report(String stage, long done, long total, String detail);
}
