package community.likeminds.agent.processors.docs.sources.web;

import java.time.Duration;

/**
 * How much of a site is read.
 *
 * @param pages most pages
 * @param depth most links from the first page to another
 * @param bytes most bytes of a page
 * @param time after which no further page is asked for
 * @param connections pages asked for at the same time
 */
public record Limits(int pages, int depth, int bytes, Duration time, int connections) {

    public static Limits standard() {
        return new Limits(3000, 8, 10 * 1024 * 1024, Duration.ofMinutes(15), 4);
    }
}
