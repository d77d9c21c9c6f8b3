package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.StructuralEdits.MergeRequest;
import community.likeminds.agent.processors.code.StructuralEdits.Mode;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Brings what sets an SDK up from a snippet into a file, and names what is left out. */
final class SetupMerge {

    private final JsFile snippet;
    private final MergeRequest request;
    private final Draft draft;
    private final Sdk sdk;
    private final Needs needs;

    SetupMerge(JsFile snippet, MergeRequest request, Draft draft) {
        this.snippet = snippet;
        this.request = request;
        this.draft = draft;
        this.sdk = new Sdk(request.packages());
        this.needs = new Needs(draft, snippet, sdk, request);
    }

    void merge() throws MergeConflict {
        SnippetCalls calls = new SnippetCalls(snippet, sdk);
        boolean configuration = ConfigMerge.fits(snippet, draft.file());
        if (configuration) {
            new ConfigMerge(snippet, sdk, request, draft, needs).merge();
        } else {
            new Tables(snippet, sdk, request, draft, needs).merge();
            new Providers(snippet, new SnippetJsx(snippet, sdk), request, draft, needs).merge();
            new SetupCalls(calls, request, draft, needs).merge();
            if (request.mode() == Mode.EVERYTHING) {
                new EverythingMerge(snippet, sdk, request, draft, needs).merge(calls);
            } else {
                instances(calls);
                new RouteExports(snippet, sdk, request, draft, needs).merge();
            }
        }
        for (Needs.Item item : needs.items()) {
            draft.update(Placement.add(draft.file(), item), "Added " + title(item) + ".");
        }
        imports();
        leftOver(calls, configuration);
    }

    private static String title(Needs.Item item) {
        if (!item.names().isEmpty()) {
            return "`" + String.join("`, `", item.names()) + "`";
        }
        String head = item.text().lines().filter(line -> !line.startsWith("//")).findFirst().orElse(item.text());
        return "`" + head.strip() + "`";
    }

    /** Instances and calls of the SDK that nothing above asked for. */
    private void instances(SnippetCalls calls) throws MergeConflict {
        Set<SyntaxNode> alone = Set.copyOf(calls.alone());
        List<String> unused = new ArrayList<>();
        for (SyntaxNode statement : snippet.statements()) {
            List<String> names = Names.declaredBy(statement);
            if (names.size() == 1 && calls.isInstance(names.getFirst()) && isSetup(statement, names.getFirst())) {
                if (statement.is("export_statement") || request.wanted().contains(names.getFirst())
                        || needs.isThere(statement)) {
                    needs.need(names.getFirst(), statement);
                } else if (!needs.resolved(names.getFirst())) {
                    unused.add(names.getFirst());
                }
            } else if (alone.contains(statement) && !calledAlready(statement)) {
                needs.needStatement(statement);
            }
        }
        for (String name : unused) {
            String maker = needs.makerOf(name);
            if (request.satisfied().contains(maker)) {
                draft.satisfied("`" + maker + "` is made in another file of the project already.");
            } else if (!needs.resolved(name)) {
                draft.leaveOut("Nothing that is taken over uses `" + name + "`.");
            }
        }
    }

    private boolean isSetup(SyntaxNode statement, String name) {
        SyntaxNode value = Needs.initializer(statement);
        boolean example = value == null
                || name.matches("use[A-Z].*")
                || !value.all("await_expression").isEmpty()
                || value.child("arguments") instanceof SyntaxNode template && template.is("template_string")
                || Receivers.of(snippet).stream().anyMatch(one -> one.statement() == statement);
        return !example;
    }

    /** Whether the target calls the same function of the SDK already, or another file does. */
    private boolean calledAlready(SyntaxNode statement) {
        SyntaxNode root = Sdk.rootName(statement.parts().getFirst());
        String origin = root == null ? null : snippet.origin(root.text());
        if (root == null) {
            return false;
        }
        SyntaxNode function = statement.parts().getFirst().child("function");
        String called = function == null ? root.text() : function.text();
        if (request.satisfied().contains(called) || request.satisfied().contains(root.text())) {
            draft.satisfied("`" + called + "` is called in another file of the project already.");
            return true;
        }
        String member = called.substring(Math.min(called.length(), root.text().length()));
        for (SyntaxNode call : draft.file().root().all("call_expression")) {
            SyntaxNode other = Sdk.rootName(call);
            SyntaxNode otherFunction = call.child("function");
            if (other == null || otherFunction == null) {
                continue;
            }
            boolean same = origin != null && origin.equals(draft.file().origin(other.text()))
                    || origin == null && other.text().equals(root.text()) && draft.file().declared().containsKey(root.text());
            if (same && otherFunction.text().substring(other.text().length()).equals(member)) {
                draft.satisfied("`" + called + "` is called already.");
                return true;
            }
        }
        return false;
    }

    private void imports() {
        List<JsImport> shown = snippet.imports();
        for (int i = 0; i < shown.size(); i++) {
            JsImport one = shown.get(i);
            if (one.sideEffect() && (!JsText.isLocal(one.module()) || sdk.owns(one.module()))) {
                boolean style = JsText.isStyle(one.module());
                boolean first = i == 0 && !style && (shown.size() > 1 || snippet.statements().size() > 1);
                needs.wantImport(new ImportEdits.Wanted(one.module(), "", "", false, first));
            }
        }
        if (needs.imports().isEmpty()) {
            return;
        }
        List<String> order = shown.stream()
                .flatMap(one -> one.names().stream().map(name -> one.module() + "#" + name.imported()))
                .distinct()
                .toList();
        List<ImportEdits.Wanted> wanted = new ArrayList<>(needs.imports());
        wanted.sort(Comparator.comparingInt(one -> order.indexOf(one.module() + "#" + one.imported())));
        String text = ImportEdits.add(draft.text(), draft.style(), wanted);
        if (!text.equals(draft.text())) {
            List<String> modules = wanted.stream().map(ImportEdits.Wanted::module).distinct().toList();
            draft.update(text, "Imported from `" + String.join("`, `", modules) + "`.");
        }
    }

    private void leftOver(SnippetCalls calls, boolean configuration) {
        for (JsImport one : snippet.imports()) {
            if (JsText.isLocal(one.module()) && !sdk.owns(one.module())) {
                draft.leaveOut("`" + one.module() + "` is a file of the example.");
            }
        }
        for (SyntaxNode statement : snippet.statements()) {
            SyntaxNode function = request.mode() == Mode.EVERYTHING ? null : AppPlace.functionOf(statement);
            if (function != null && !needs.took(statement)) {
                boolean component = !Jsx.elements(function).isEmpty();
                String name = AppPlace.nameOf(function);
                draft.leaveOut((name.isEmpty() ? "A function" : "`" + name + "`")
                        + (component ? " is an example component." : " is an example."));
            } else if (request.mode() == Mode.SETUP && calls.examples().contains(statement)) {
                String head = statement.text().lines().findFirst().orElse("");
                draft.leaveOut("`" + head + "` is an example call.");
            }
        }
        if (!configuration) {
            for (Receivers server : Receivers.of(snippet)) {
                draft.leaveOut("`" + server.maker() + "(...)` makes the example's own server or application.");
            }
        }
    }
}
