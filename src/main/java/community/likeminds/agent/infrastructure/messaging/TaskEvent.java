package community.likeminds.agent.infrastructure.messaging;

import java.time.Instant;

/**
 * Something that happened while a task was done.
 *
 * @param number 1 for the first of its task, without gaps
 * @param type a word, for example {@code step}
 * @param body JSON
 */
public record TaskEvent(long number, Instant at, String type, String body) {}
