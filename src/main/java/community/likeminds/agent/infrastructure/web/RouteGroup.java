package community.likeminds.agent.infrastructure.web;

/** Routes that are limited alike: how often they may be called, and how long an answer may take. */
public enum RouteGroup {
    /** Looks things up. */
    READS,
    /** Changes what is stored. */
    WRITES,
    /** Reads sources, asks models, edits or builds projects; see {@link HeavyWork}. */
    WORK,
    /** Server-sent events: an answer without an end. */
    EVENTS
}
