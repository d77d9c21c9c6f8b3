package community.likeminds.agent.processors.code;

import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.SyntaxTree;
import community.likeminds.agent.processors.code.javascript.JavaScriptReader;
import community.likeminds.agent.processors.code.javascript.Scripts;
import community.likeminds.agent.processors.code.manifests.JsonComments;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads source code with tree-sitter's grammars. */
@Component
final class TreeSitterSourceCode implements SourceCode {

    private static final int SHOWN = 40;

    /** Languages whose grammars know the whole of them: what they do not understand is an error. */
    private static final Set<Language> CHECKED = EnumSet.of(
            Language.JAVASCRIPT, Language.TYPESCRIPT, Language.TSX, Language.JAVA, Language.JSON, Language.HTML, Language.CSS, Language.PYTHON);

    @Override
    public boolean knows(String fileName) {
        return Language.of(fileName).filter(CHECKED::contains).isPresent() || Scripts.isComponentFile(fileName);
    }

    @Override
    public List<SyntaxError> check(String fileName, String text) {
        if (Scripts.isComponentFile(fileName)) {
            return Scripts.find(fileName, text)
                    .map(script -> errors(
                            script.typescript() ? Language.TYPESCRIPT : Language.JAVASCRIPT,
                            text.substring(0, script.start()).replaceAll("[^\\n]", " ")
                                    + text.substring(script.start(), script.end())))
                    .orElse(List.of());
        }
        Optional<Language> language = Language.of(fileName).filter(CHECKED::contains);
        if (language.isEmpty()) {
            return List.of();
        }
        boolean comments = fileName.toLowerCase(Locale.ROOT).matches("(.*/)?([jt]sconfig.*|.*\\.jsonc|.*\\.json5)(\\.json)?");
        String plain = language.get() == Language.JSON && comments ? JsonComments.blanked(text) : text;
        return errors(language.get(), plain);
    }

    private static List<SyntaxError> errors(Language language, String text) {
        SyntaxTree tree = SyntaxTree.parse(language, text);
        List<SyntaxError> found = new ArrayList<>();
        for (SyntaxNode node : tree.errors()) {
            int line = SyntaxTree.line(text, node.start());
            int column = node.start() - text.lastIndexOf('\n', Math.max(node.start() - 1, 0));
            String shown = node.text().strip().replaceAll("\\s+", " ");
            String what = node.missing() ? "`" + node.type() + "` is missing."
                    : "`" + (shown.length() > SHOWN ? shown.substring(0, SHOWN) + "..." : shown) + "` is not expected here.";
            found.add(new SyntaxError(line, Math.max(column, 1), what));
        }
        return List.copyOf(found);
    }

    @Override
    public List<ImportedName> imports(String fileName, String text) {
        return JavaScriptReader.imports(JavaScriptReader.script(fileName, text));
    }

    @Override
    public List<SymbolUse> uses(String fileName, String text, List<String> packages) {
        return JavaScriptReader.uses(JavaScriptReader.script(fileName, text), packages);
    }
}
