package community.likeminds.agent.infrastructure.messaging;

/** Which message is taken first when several wait. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH
}
