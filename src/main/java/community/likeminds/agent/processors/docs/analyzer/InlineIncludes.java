package community.likeminds.agent.processors.docs.analyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places within a line of prose where a page takes in another file, such as a version or a sentence that many pages share. */
final class InlineIncludes {

    private static final int MOST = 20;
    private static final String NAME = "[\"']?([\\w./@-]{1,200})[\"']?";
    private static final Pattern PLACE = Pattern.compile(
            "\\{%-?\\s?(?:include|include_relative|include_cached|render|partial|snippet)\\s" + NAME + "\\s?-?%\\}"
                    + "|\\{\\{[<%]\\s?(?:include|readfile|snippet|partial|include-md|md|reuse|excerpt)\\s(?:file=)?" + NAME + "\\s?[>%]\\}\\}"
                    + "|\\{!\\s?([\\w./@-]{1,200})\\s?!\\}"
                    + "|\\{\\{#include\\s([\\w./@-]{1,200})\\s?\\}\\}"
                    + "|<!--\\s?@include:\\s?([\\w./@-]{1,200})\\s?-->");

    private InlineIncludes() {}

    /**
     * @param target the file as written
     * @param start and
     * @param end of the place in the line
     */
    record Place(String target, int start, int end) {}

    /** Places outside of inline code, in their order. */
    static List<Place> of(String line) {
        if (line.indexOf('{') < 0 && !line.contains("@include")) {
            return List.of();
        }
        List<Place> places = new ArrayList<>();
        Matcher matcher = PLACE.matcher(line);
        while (places.size() < MOST && matcher.find()) {
            if (line.substring(0, matcher.start()).chars().filter(one -> one == '`').count() % 2 == 0) {
                places.add(new Place(target(matcher.toMatchResult()), matcher.start(), matcher.end()));
            }
        }
        return places;
    }

    private static String target(MatchResult place) {
        for (int group = 1; group <= place.groupCount(); group++) {
            if (place.group(group) != null) {
                return place.group(group);
            }
        }
        throw new IllegalStateException("A place without a target: " + place.group());
    }
}
