package community.likeminds.agent.shared;

/** A handle whose user may disappear: then things are to be left as if the process that holds the handle had been killed. */
public interface Abandonable {

    /** Lets go of everything without finishing or taking back what was begun. */
    void abandon();
}
