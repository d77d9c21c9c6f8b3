package community.likeminds.agent.cli;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.shared.AgentException;

/** Exit statuses, stable for scripts. */
public final class ExitCodes {

    public static final int DONE = 0;
    public static final int INTERNAL = 1;
    public static final int BAD_INPUT = 2;
    public static final int PARTIAL = 3;
    public static final int REFUSED = 4;

    private ExitCodes() {}

    public static int of(AgentException.Kind kind) {
        return switch (kind) {
            case BAD_INPUT, NOT_FOUND, CONFLICT, UNAUTHENTICATED, FORBIDDEN -> BAD_INPUT;
            case REFUSED -> REFUSED;
            case UNAVAILABLE, INTERNAL -> INTERNAL;
        };
    }

    /** Of a run that came to an end of its own, by its observed status. */
    public static int of(IntegrationReport report) {
        return switch (report.status()) {
            case IntegrationReport.VERIFIED -> DONE;
            case IntegrationReport.PARTIAL -> PARTIAL;
            default -> REFUSED;
        };
    }
}
