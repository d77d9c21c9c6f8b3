package community.likeminds.agent.project.analysis.declarations;

/**
 * Whether a name is there.
 *
 * @param thing what it stands for; unknown unless present
 */
public record Answer(Presence presence, Thing thing) {

    static final Answer MISSING = new Answer(Presence.MISSING, Thing.UNKNOWN);
    static final Answer UNKNOWN = new Answer(Presence.UNKNOWN, Thing.UNKNOWN);

    public enum Presence {
        PRESENT,
        MISSING,
        /** It cannot be told, because a part of the types is computed, unreadable or not there. */
        UNKNOWN
    }

    static Answer present(Thing thing) {
        return new Answer(Presence.PRESENT, thing);
    }

    static Answer absent(boolean uncertain) {
        return uncertain ? UNKNOWN : MISSING;
    }

    public boolean isPresent() {
        return presence == Presence.PRESENT;
    }

    public boolean isMissing() {
        return presence == Presence.MISSING;
    }
}
