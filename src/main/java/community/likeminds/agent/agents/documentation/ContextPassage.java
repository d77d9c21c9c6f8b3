package community.likeminds.agent.agents.documentation;

import java.util.List;

/**
 * A passage that helps to understand another one.
 *
 * @param relation what it is to the other one
 * @param reason why it is there, a plain sentence
 * @param source name of the documentation source or codebase
 * @param page path below its root
 * @param heading nearest heading above it, or the name of what the code defines
 * @param startLine first line of the passage, from 1
 * @param endLine last line
 * @param text the passage, or how it begins when all of it is too much
 * @param tokens of the text
 * @param alternatives headings of passages that say the same for another language, platform or tool and were left out
 */
public record ContextPassage(
        Relation relation,
        String reason,
        String source,
        String page,
        String heading,
        int startLine,
        int endLine,
        String text,
        int tokens,
        List<String> alternatives) {

    public ContextPassage {
        alternatives = List.copyOf(alternatives);
    }

    /** What a passage is to the one it helps to understand. */
    public enum Relation {
        /** Introduces the section or page that holds it. */
        PARENT,
        /** Must be done or known first. */
        PREREQUISITE,
        /** Defines a name that it uses. */
        DEFINITION,
        /** The step before it. */
        PREVIOUS,
        /** The step after it. */
        NEXT
    }
}
