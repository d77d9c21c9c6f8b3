package community.likeminds.agent.infrastructure.messaging;

/** What is done with a message. A message can arrive more than once, so doing it twice must equal doing it once. */
@FunctionalInterface
public interface MessageHandler {

    /**
     * Returning normally settles the message. An {@link community.likeminds.agent.shared.AgentException} that no repetition can mend
     * (anything but {@code UNAVAILABLE} and {@code CONFLICT}) makes it a dead letter at once; any other exception or error has it tried again.
     *
     * @throws InterruptedException when the process ends; the message is delivered again
     */
    void handle(Message message) throws Exception;
}
