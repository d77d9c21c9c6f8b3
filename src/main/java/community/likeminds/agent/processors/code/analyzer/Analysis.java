package community.likeminds.agent.processors.code.analyzer;

import community.likeminds.agent.processors.code.CodeFile;
import java.util.List;

/**
 * What a file consists of, with the places in its tree.
 *
 * @param definitions outermost definitions, in the order of the text
 */
public record Analysis(CodeFile file, Lines lines, List<Definition> definitions) {

    public Analysis {
        definitions = List.copyOf(definitions);
    }
}
