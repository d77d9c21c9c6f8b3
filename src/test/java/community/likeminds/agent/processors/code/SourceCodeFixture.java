package community.likeminds.agent.processors.code;

/** The real reader of source code for the tests of other modules. */
public final class SourceCodeFixture {

    private SourceCodeFixture() {}

    public static SourceCode sourceCode() {
        return new TreeSitterSourceCode();
    }
}
