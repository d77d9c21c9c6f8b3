package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.processors.docs.Chunk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The passages of a page and the sections that they make up.
 *
 * @param passages in the order of the page
 */
record PageOutline(List<Chunk> passages) {

    PageOutline {
        passages = List.copyOf(passages);
    }

    /** The first passage of a section, its subsections included. */
    Optional<Chunk> first(List<String> section) {
        return passages.stream().filter(passage -> startsWith(passage.headings(), section)).findFirst();
    }

    /** What a section says before its first subsection, if it says anything. */
    Optional<Chunk> introduction(List<String> section) {
        return first(section).filter(passage -> passage.headings().equals(section) || carries(passage, section));
    }

    /** Sections right below one, in the order of the page. */
    List<List<String>> below(List<String> section) {
        LinkedHashSet<List<String>> found = new LinkedHashSet<>();
        for (Chunk passage : passages) {
            if (passage.headings().size() > section.size() && startsWith(passage.headings(), section)) {
                found.add(List.copyOf(passage.headings().subList(0, section.size() + 1)));
            }
        }
        return new ArrayList<>(found);
    }

    static boolean startsWith(List<String> headings, List<String> section) {
        return headings.size() >= section.size() && headings.subList(0, section.size()).equals(section);
    }

    /** A short introduction stands in the passage of the first subsection: prose between two headings. */
    private static boolean carries(Chunk passage, List<String> section) {
        String own = section.isEmpty() ? "" : Headings.plain(section.getLast());
        boolean below = section.isEmpty();
        for (String line : passage.text().split("\n")) {
            if (line.startsWith("#")) {
                if (below && !section.isEmpty()) {
                    return false;
                }
                below = below || Headings.plain(line.replaceFirst("^#+\\s*", "")).equals(own);
                if (section.isEmpty()) {
                    return false;
                }
            } else if (below && !line.isBlank()) {
                return true;
            }
        }
        return false;
    }
}
