package community.likeminds.agent.vector.analytics;

import community.likeminds.agent.shared.Remote;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.analytics.SearchEvent.PageRef;
import java.time.Instant;
import java.util.Collection;

/** Remembers searches and says what they tell about the documentation. Thread-safe. */
@Remote
public interface SearchAnalytics {

    /**
     * Remembers a search. Returns at once: events are written in the background, and rather dropped than waited for when they come faster
     * than they can be written.
     */
    void record(TenantId tenant, SearchEvent event);

    /** Remembers that pages that a search showed were used: opened, cited, followed. An unknown search is ignored. */
    void used(TenantId tenant, String search, Collection<PageRef> pages);

    /**
     * @param since events from then on
     * @param most most pages and most gaps
     */
    @Remote(repeatable = true)
    AnalyticsReport report(TenantId tenant, Instant since, int most);

    /** Forgets every search of a tenant; returns how many there were. */
    int forget(TenantId tenant);
}
