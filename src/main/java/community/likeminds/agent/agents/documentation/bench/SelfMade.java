package community.likeminds.agent.agents.documentation.bench;

import community.likeminds.agent.processors.docs.Chunk;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Documentation and questions that were taken out of it.
 *
 * @param pages chunks by page; those that a question was made of no longer hold it
 * @param sets questions by how they were made
 */
record SelfMade(Map<String, List<Chunk>> pages, Map<String, List<Question>> sets) {

    /**
     * @param text what is asked
     * @param platform whose pages are asked, or empty for all
     * @param answers where the answer stands
     */
    record Question(String text, String platform, Set<Place> answers) {
        Question {
            answers = Set.copyOf(answers);
        }

        boolean answeredBy(Chunk chunk) {
            return answers.contains(Place.of(chunk));
        }
    }

    /** A chunk's place in its source. */
    record Place(String page, int startLine, int endLine) {
        static Place of(Chunk chunk) {
            return new Place(chunk.page(), chunk.lines().start(), chunk.lines().end());
        }
    }

    int questions() {
        return sets.values().stream().mapToInt(List::size).sum();
    }
}
