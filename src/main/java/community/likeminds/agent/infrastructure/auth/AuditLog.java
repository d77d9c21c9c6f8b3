package community.likeminds.agent.infrastructure.auth;

import community.likeminds.agent.shared.TenantId;
import java.time.Instant;
import java.util.List;

/** Who did what, when, from where, and how it ended. Only ever added to. */
public interface AuditLog {

    /** How something ended that went well. */
    String DONE = "done";

    /** Writes down what the caller of this thread did, or somebody unknown. */
    void record(Deed deed);

    /** Newest first. */
    Page list(TenantId tenant, Query query);

    /**
     * @param tenant whose log it belongs to
     * @param actor who did it
     * @param action for example {@code sign-in} or {@code POST /api/v1/integrations}
     * @param target what it was done to; may be empty
     * @param outcome {@link #DONE} or the code of the error
     */
    record Deed(TenantId tenant, Actor actor, String action, String target, String outcome) {}

    /** @param kind of {@link Identity.Kind}, or {@code unknown} */
    record Actor(String kind, String id, String name) {

        public static Actor of(Identity identity) {
            return new Actor(identity.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), identity.id(), identity.name());
        }

        /** Nobody that is known; the name is what they claimed to be. */
        public static Actor unknown(String claimed) {
            return new Actor("unknown", "", claimed);
        }
    }

    /**
     * @param before only events with a smaller sequence; 0 for the newest
     * @param most 1 to 1,000
     * @param actor id or name; empty for all
     * @param action its beginning; empty for all
     */
    record Query(long before, int most, String actor, String action) {}

    /** @param next to ask for what is older, 0 when there is nothing */
    record Page(List<Event> events, long next) {}

    /** @param sequence grows with time */
    record Event(long sequence, Instant at, Actor actor, String action, String target, String origin, String outcome) {}
}
