package community.likeminds.agent.agents.coding.requirementanalysis;

import java.util.List;
import java.util.Set;

/**
 * A request, understood.
 *
 * @param text as it was written
 * @param wanted content words that are asked for, normalised by {@link Words}, in order, repeated as often as they occur
 * @param unwanted content words after a negation ({@code without the todo example}), normalised
 * @param urls addresses that stand in the request
 * @param environment names of environment variables that stand in the request
 * @param routes paths of HTTP routes that stand in the request ({@code /chat})
 * @param subject content words of what the first verb is about, normalised ({@code video}, {@code call})
 * @param setupOnly whether the person wants the set-up alone, no example
 * @param replaceStart whether a start page is to be replaced
 * @param composed sentences that ask for logic which follows from the project rather than from a guide
 */
public record Wish(
        String text,
        List<String> wanted,
        Set<String> unwanted,
        List<String> urls,
        List<String> environment,
        List<String> routes,
        List<String> subject,
        boolean setupOnly,
        boolean replaceStart,
        List<String> composed) {

    public Wish {
        wanted = List.copyOf(wanted);
        unwanted = Set.copyOf(unwanted);
        urls = List.copyOf(urls);
        environment = List.copyOf(environment);
        routes = List.copyOf(routes);
        subject = List.copyOf(subject);
        composed = List.copyOf(composed);
    }

    /** Whether a begun integration is to be completed, so that what the project declares tells which guide is meant. */
    public boolean finishes() {
        return text.matches("(?is)\\W*(?:please\\s+)?(?:finish|complete|continue|extend|repair|fix)\\b.*");
    }

    /** Whether the request says a phrase, compared word by word in normal form. */
    public boolean says(String phrase) {
        List<String> words = Words.of(phrase);
        return !words.isEmpty() && java.util.Collections.indexOfSubList(Words.of(text), words) >= 0;
    }
}
