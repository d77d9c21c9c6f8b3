package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.agents.documentation.queryunderstanding.UnderstoodQuestion;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * Whose pages a question is about.
 *
 * @param platforms only these and pages for none, or none for all
 * @param foreign the question names a platform that this documentation, which has pages for others, has none for
 */
record PlatformScope(Set<String> platforms, boolean foreign) {

    private static final int SEVERAL = 2;

    /** @param passages how many passages there are for each platform, those for none under an empty name */
    static PlatformScope of(UnderstoodQuestion question, Map<String, Integer> passages) {
        Set<String> named = question.mentioned();
        boolean known = !Collections.disjoint(named, passages.keySet());
        if (known) {
            return new PlatformScope(question.platforms().isEmpty() ? named : question.platforms(), false);
        }
        int all = passages.values().stream().mapToInt(Integer::intValue).sum();
        int general = passages.getOrDefault("", 0);
        long platforms = passages.keySet().stream().filter(name -> !name.isEmpty()).count();
        boolean byPlatform = platforms >= SEVERAL && 2 * general <= all;
        return new PlatformScope(question.platforms(), byPlatform);
    }
}
