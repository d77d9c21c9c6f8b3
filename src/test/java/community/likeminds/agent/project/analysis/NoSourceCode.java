package community.likeminds.agent.project.analysis;

import community.likeminds.agent.processors.code.SourceCode;
import java.util.List;

/** Knows one made-up language, in which the word "broken" is a syntax error. */
final class NoSourceCode implements SourceCode {

    @Override
    public boolean knows(String fileName) {
        return fileName.endsWith(".made-up");
    }

    @Override
    public List<SyntaxError> check(String fileName, String text) {
        return text.contains("broken") ? List.of(new SyntaxError(1, 1 + text.indexOf("broken"), "Unexpected 'broken'.")) : List.of();
    }

    @Override
    public List<ImportedName> imports(String fileName, String text) {
        return List.of();
    }

    @Override
    public List<SymbolUse> uses(String fileName, String text, List<String> packages) {
        return List.of();
    }
}
