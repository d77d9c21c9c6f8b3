package community.likeminds.agent.processors.code.languages;

import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.outline.Outline;
import java.util.Optional;

/** Readers of programming languages. */
public final class Languages {

    private static final Outline.Reader JAVA = new TreeReader(JavaTable.table());
    private static final Outline.Reader KOTLIN = new TreeReader(KotlinTable.table());

    private static final Outline.Reader PYTHON = new TreeReader(PythonTable.table());
    private static final Outline.Reader SWIFT = new TreeReader(SwiftTable.table());
    private static final Outline.Reader DART = new TreeReader(DartTable.table());
    private static final Outline.Reader GO = new TreeReader(GoTable.table());
    private static final Outline.Reader RUBY = new TreeReader(RubyTable.table());
    private static final Outline.Reader DECLARATIONS = new TreeReader(RubyTable.table(), true);
    private static final Outline.Reader JAVASCRIPT = new TreeReader(ScriptTable.table(Language.JAVASCRIPT));
    private static final Outline.Reader TYPESCRIPT = new TreeReader(ScriptTable.table(Language.TYPESCRIPT));
    private static final Outline.Reader TSX = new TreeReader(ScriptTable.table(Language.TSX));

    private Languages() {}

    /** The reader of a file that has no extension: of gems, of pods. */
    public static Optional<Outline.Reader> named(String path) {
        return path.matches("(?:.*/)?(?:Gemfile|Podfile)") ? Optional.of(DECLARATIONS) : Optional.empty();
    }

    /** The reader of a language that can be merged by its table. */
    public static Optional<Outline.Reader> of(Language language) {
        return switch (language) {
            case JAVA -> Optional.of(JAVA);
            case KOTLIN -> Optional.of(KOTLIN);
            case PYTHON -> Optional.of(PYTHON);
            case SWIFT -> Optional.of(SWIFT);
            case DART -> Optional.of(DART);
            case GO -> Optional.of(GO);
            case RUBY -> Optional.of(RUBY);
            case JAVASCRIPT -> Optional.of(JAVASCRIPT);
            case TYPESCRIPT -> Optional.of(TYPESCRIPT);
            case TSX -> Optional.of(TSX);
            default -> Optional.empty();
        };
    }
}
