package community.likeminds.agent.infrastructure.observability.tracing;

import community.likeminds.agent.shared.AgentException;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/** How work ended, in few words. */
final class Outcomes {

    private Outcomes() {}

    /** The kind of an error, never its text. */
    static String of(Throwable failure) {
        return switch (failure) {
            case AgentException known -> known.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            case InterruptedException ended -> "interrupted";
            case CancellationException ended -> "interrupted";
            default -> "defect";
        };
    }
}
