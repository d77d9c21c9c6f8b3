package community.likeminds.agent.infrastructure.messaging.deadletter;

import community.likeminds.agent.shared.AgentException;

/**
 * Why a message was not settled.
 *
 * @param forGood whether trying again is pointless
 */
public record Failure(String code, String reason, boolean forGood) {

    private static final int LONGEST = 2_000;

    /** Every process that took it ended before it was done. */
    public static final Failure LOST =
            new Failure("consumer-lost", "Every process that handled the message ended before it was done.", true);

    public static Failure of(Throwable failure) {
        if (failure instanceof AgentException known) {
            boolean mayPass = known.kind() == AgentException.Kind.UNAVAILABLE || known.kind() == AgentException.Kind.CONFLICT;
            return new Failure(known.code(), shortened(known.fact()), !mayPass);
        }
        String message = failure.getMessage();
        return new Failure("failed", shortened(failure.getClass().getSimpleName() + (message == null ? "" : ": " + message)), false);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
