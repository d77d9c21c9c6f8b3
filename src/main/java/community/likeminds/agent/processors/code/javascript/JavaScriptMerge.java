package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.StructuralEdits.Edit;
import community.likeminds.agent.processors.code.StructuralEdits.MergeRequest;
import community.likeminds.agent.processors.code.Style;
import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.ast.SyntaxTree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Merges documented JavaScript or TypeScript into a file of the project. */
public final class JavaScriptMerge {

    private JavaScriptMerge() {}

    public static Edit merge(MergeRequest request) {
        boolean typescript = request.path().toLowerCase(Locale.ROOT).matches(".*\\.[mc]?tsx?");
        String target = request.target();
        int start = target.startsWith("\uFEFF") ? 1 : 0;
        Edit edit = mergeScript(request, target.substring(start), typescript);
        return edit.changed()
                ? new Edit(target.substring(0, start) + edit.text(), edit.changes(), edit.leftOut(), edit.satisfied(), null)
                : new Edit(target, List.of(), edit.leftOut(), edit.satisfied(), edit.conflict());
    }

    /** Whether code is nothing but imports that bind names. */
    public static boolean importsOnly(String code) {
        JsFile file = JsFile.parse(code);
        return file.valid() && !file.imports().isEmpty() && file.imports().size() == file.statements().size()
                && file.imports().stream().noneMatch(one -> one.sideEffect() || one.require());
    }

    private static Edit mergeScript(MergeRequest request, String target, boolean typescript) {
        String eol = Styles.eol(target, "\n");
        boolean pure = eol.equals("\r\n") && !target.replace("\r\n", "").contains("\n");
        String text = pure ? target.replace("\r\n", "\n") : target;
        JsFile file = JsFile.parse(text);
        if (!file.valid()) {
            return unchanged(target, List.of(), "The file does not parse: line "
                    + SyntaxTree.line(text, file.tree().errors().getFirst().start()) + ".");
        }
        JsFile shown = Snippets.read(withContext(request));
        if (!shown.valid()) {
            return unchanged(target, List.of(), "The documented code does not parse: line "
                    + SyntaxTree.line(shown.text(), shown.tree().errors().getFirst().start()) + ".");
        }
        Style style = Styles.of(file, Styles.of(shown, Style.COMMON, typescript), typescript);
        Draft draft = new Draft(file, style);
        try {
            JsFile snippet = Snippets.prepared(shown, style);
            if (!snippet.valid()) {
                return unchanged(target, List.of(), "The documented code cannot be written as the file's language.");
            }
            new SetupMerge(snippet, request, draft).merge();
        } catch (MergeConflict conflict) {
            return unchanged(target, draft.leftOut(), conflict.sentence());
        }
        String merged = draft.text();
        if (!draft.file().valid() || !parses(request.path(), draft.file().tree(), text)) {
            return unchanged(target, draft.leftOut(), "The merged file would not parse.");
        }
        String result = pure ? merged.replace("\n", "\r\n") : merged;
        return result.equals(target)
                ? new Edit(target, List.of(), draft.leftOut(), draft.satisfied(), null)
                : new Edit(result, draft.changes(), draft.leftOut(), draft.satisfied(), null);
    }

    /** Whether a text that parses is valid in the language of its file, where the text before was; without elements TSX is TypeScript. */
    private static boolean parses(String path, SyntaxTree file, String before) {
        String text = file.text();
        Optional<Language> language = Language.of(path);
        return language.isEmpty() || language.get() == file.language()
                || language.get() == Language.TYPESCRIPT && file.language() == Language.TSX && !text.contains("</") && !text.contains("/>")
                || SyntaxTree.parse(language.get(), text).valid()
                || !SyntaxTree.parse(language.get(), before).valid();
    }

    /** The snippet behind the imports of the code that the guide showed before for the same file. */
    private static String withContext(MergeRequest request) {
        if (request.context().isBlank()) {
            return request.snippet();
        }
        JsFile snippet = Snippets.read(request.snippet());
        StringBuilder code = new StringBuilder();
        for (JsImport one : Snippets.read(request.context()).imports()) {
            boolean known = one.sideEffect() || one.names().stream()
                    .anyMatch(name -> snippet.importOf(name.local()).isPresent() || snippet.declared().containsKey(name.local()));
            if (!known) {
                code.append(one.statement().text()).append('\n');
            }
        }
        return code + request.snippet();
    }

    private static Edit unchanged(String text, List<String> leftOut, @Nullable String conflict) {
        return new Edit(text, List.of(), leftOut, conflict);
    }
}
