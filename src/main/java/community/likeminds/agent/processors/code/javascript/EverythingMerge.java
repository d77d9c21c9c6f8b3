package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.StructuralEdits.MergeRequest;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings every top-level statement of a snippet into a file: missing ones are added, matched functions and objects merged. */
final class EverythingMerge {

    private final JsFile snippet;
    private final Sdk sdk;
    private final MergeRequest request;
    private final Draft draft;
    private final Needs needs;

    EverythingMerge(JsFile snippet, Sdk sdk, MergeRequest request, Draft draft, Needs needs) {
        this.snippet = snippet;
        this.sdk = sdk;
        this.request = request;
        this.draft = draft;
        this.needs = needs;
    }

    void merge(SnippetCalls calls) throws MergeConflict {
        Set<SyntaxNode> handled = new LinkedHashSet<>();
        calls.registrations().forEach(one -> {
            if (one.statement() != null) {
                handled.add(one.statement());
            }
        });
        Receivers.of(snippet).forEach(one -> handled.add(one.statement()));
        for (SyntaxNode statement : snippet.statements()) {
            if (JsImport.of(statement) == null && !handled.contains(statement) && !Preamble.isDirective(statement)) {
                statement(statement);
            }
        }
    }

    private void statement(SyntaxNode shown) throws MergeConflict {
        List<String> names = Names.declaredBy(shown);
        boolean there = draft.file().statements().stream().anyMatch(one -> Shape.of(one).equals(Shape.of(shown)));
        if (there) {
            names.forEach(name -> needs.rename(name, name));
            return;
        }
        SyntaxNode function = AppPlace.functionOf(shown);
        SyntaxNode target = function == null ? null : targetFunction(shown, function);
        if (function != null && target != null) {
            names.forEach(name -> needs.rename(name, name));
            new FunctionMerge(snippet, draft, needs).merge(function, AppPlace.nameOf(target));
            return;
        }
        if (names.isEmpty()) {
            boolean rendering = shown.is("expression_statement") && rendersApplication(shown);
            boolean exported = shown.is("export_statement");
            if (!rendering && !exported) {
                needs.needStatement(shown);
            } else if (exported && ConfigMerge.exported(draft.file()) == null) {
                needs.needStatement(shown);
            }
            return;
        }
        String name = names.getFirst();
        SyntaxNode existing = draft.file().declared().get(name);
        if (existing == null) {
            if (!needs.resolved(name)) {
                needs.need(name, shown);
            }
            return;
        }
        different(name, shown, existing);
    }

    private void different(String name, SyntaxNode shown, SyntaxNode existing) throws MergeConflict {
        SyntaxNode own = Needs.initializer(existing);
        SyntaxNode value = Needs.initializer(shown);
        if (own != null && value != null && own.is("object") && value.is("object")) {
            needs.rename(name, name);
            new ObjectMerge(snippet, sdk, request, draft, needs, file -> {
                SyntaxNode statement = file.declared().get(name);
                return statement == null ? null : Needs.initializer(statement);
            }).merge(value, List.of());
            return;
        }
        if (value != null && Placeholders.isPlaceholder(value) || needs.resolved(name) || needs.isThere(shown)) {
            needs.rename(name, name);
            draft.satisfied("`" + name + "` is there already.");
            return;
        }
        throw new MergeConflict("`" + name + "` is there already and is something else in the documentation.");
    }

    private static boolean rendersApplication(SyntaxNode statement) {
        return statement.text().matches("(?s).*\\b(render|hydrate|hydrateRoot|mount)\\s*\\(.*");
    }

    /** The target's function of the same name, or its default export for the snippet's. */
    private @Nullable SyntaxNode targetFunction(SyntaxNode shown, SyntaxNode function) {
        SyntaxNode same = draft.file().declared().get(AppPlace.nameOf(function));
        if (same != null) {
            return AppPlace.functionOf(same);
        }
        boolean exported = shown.is("export_statement") && shown.first("default") != null;
        SyntaxNode root = exported ? AppPlace.rootComponent(draft.file()) : null;
        return root != null && !AppPlace.nameOf(root).isEmpty() ? root : null;
    }
}
