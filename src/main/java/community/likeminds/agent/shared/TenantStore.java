package community.likeminds.agent.shared;

/** Something that keeps what organisations have and can forget all of one. Rows of the database need none: they are found by their tenant column. */
public interface TenantStore {

    /** What it keeps, for people, for example {@code objects}. */
    String keeps();

    /**
     * Forgets everything that an organisation has here. May be called again after it was interrupted.
     *
     * @return how much that was
     */
    long forget(TenantId tenant);
}
