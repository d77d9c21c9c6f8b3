package community.likeminds.agent.processors.code;

import community.likeminds.agent.processors.code.javascript.Adapter;
import community.likeminds.agent.processors.code.javascript.Describer;
import community.likeminds.agent.processors.code.javascript.JavaScriptReader;
import community.likeminds.agent.processors.code.javascript.Literals;
import community.likeminds.agent.processors.code.javascript.UnusedImports;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads documented code with tree-sitter's grammars. */
@Component
final class TreeSitterDocumentedCode implements DocumentedCode {

    @Override
    public SnippetParts describe(String code, String language, List<String> packages) {
        return Fences.isScript(language)
                ? Describer.describe(Fences.script(language, code), packages)
                : PlainSnippet.describe(code, language);
    }

    @Override
    public String replaceLiterals(String code, String language, Map<String, String> values) {
        return Fences.isScript(language) ? Literals.replace(code, values) : PlainSnippet.replace(code, values);
    }

    @Override
    public String adapt(String code, String language, String targetPath, String sample, boolean esm) {
        return Adapter.adapt(code, language, targetPath, sample, esm);
    }

    @Override
    public String removeUnusedImports(String fileName, String text) {
        return UnusedImports.remove(fileName, text);
    }

    @Override
    public Style style(String fileName, String text) {
        return JavaScriptReader.style(fileName, text);
    }

    @Override
    public boolean isMade(String fileName, String text, String packageName, String name) {
        return JavaScriptReader.isMade(JavaScriptReader.script(fileName, text), packageName, name);
    }

    @Override
    public boolean isShown(String fileName, String text, String packageName, String name) {
        return JavaScriptReader.isShown(JavaScriptReader.script(fileName, text), packageName, name);
    }
}
