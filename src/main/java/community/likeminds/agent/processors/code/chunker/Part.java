package community.likeminds.agent.processors.code.chunker;

import community.likeminds.agent.processors.code.analyzer.Definition;
import java.util.List;

/**
 * Successive lines of a file that belong together.
 *
 * @param from first line, from 1
 * @param to last line
 * @param definitions what begins in it
 */
record Part(int from, int to, List<Definition> definitions) {

    Part {
        definitions = List.copyOf(definitions);
    }

    boolean plain() {
        return definitions.isEmpty();
    }
}
