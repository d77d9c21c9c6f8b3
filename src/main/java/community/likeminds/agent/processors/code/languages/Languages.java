package community.likeminds.agent.processors.code.languages;

import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.outline.Outline;
import java.util.Optional;

/** Readers of programming languages. */
public final class Languages {

    private static final Outline.Reader JAVA = new TreeReader(JavaTable.table());
    private static final Outline.Reader KOTLIN = new TreeReader(KotlinTable.table());

    private Languages() {}

    /** The reader of a language that can be merged by its table. */
    public static Optional<Outline.Reader> of(Language language) {
        return switch (language) {
            case JAVA -> Optional.of(JAVA);
            case KOTLIN -> Optional.of(KOTLIN);
            default -> Optional.empty();
        };
    }
}
