package community.likeminds.agent.processors.code;

/** The real edits and the real reader, for tests of modules that use them. */
public final class RealCode {

    private RealCode() {}

    public static StructuralEdits edits() {
        return new TextStructuralEdits();
    }

    public static DocumentedCode documented() {
        return new TreeSitterDocumentedCode();
    }
}
