package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.StructuralEdits.MergeRequest;
import community.likeminds.agent.processors.code.StructuralEdits.Mode;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings the providers of a snippet around the application, and the elements that it shows beside the application next to it. */
final class Providers {

    private final JsFile snippet;
    private final SnippetJsx jsx;
    private final MergeRequest request;
    private final Draft draft;
    private final Needs needs;

    Providers(JsFile snippet, SnippetJsx jsx, MergeRequest request, Draft draft, Needs needs) {
        this.snippet = snippet;
        this.jsx = jsx;
        this.request = request;
        this.draft = draft;
        this.needs = needs;
    }

    void merge() throws MergeConflict {
        List<SyntaxNode> wrappers = jsx.wrappers();
        for (int i = 0; i < wrappers.size(); i++) {
            wrap(wrappers.get(i), wrappers.subList(i + 1, wrappers.size()));
        }
        for (SyntaxNode leaf : jsx.leaves()) {
            place(leaf);
        }
        if (request.mode() == Mode.SETUP) {
            jsx.leftOut().forEach(draft::leaveOut);
        }
    }

    private void wrap(SyntaxNode wrapper, List<SyntaxNode> later) throws MergeConflict {
        String tag = Jsx.tag(wrapper);
        SyntaxNode existing = inTarget(wrapper);
        if (existing != null) {
            draft.satisfied("`<" + tag + ">` is there already.");
            addAttributes(wrapper, existing);
            return;
        }
        if (isSatisfied(tag)) {
            draft.satisfied("`<" + tag + ">` stands in another file of the project already.");
            return;
        }
        AppPlace place = null;
        for (SyntaxNode inner : later) {
            SyntaxNode there = inner.within(wrapper) ? inTarget(inner) : null;
            if (there != null && place == null) {
                place = new AppPlace(there, there);
            }
        }
        String host = jsx.hostInside(wrapper);
        if (place == null && host != null) {
            for (SyntaxNode element : Jsx.elements(draft.file().root())) {
                if (place == null && Jsx.tag(element).equals(host)) {
                    place = new AppPlace(element, element);
                }
            }
        }
        if (place == null) {
            place = AppPlace.find(draft.file());
        }
        if (place == null) {
            throw new MergeConflict("There is no application to put `<" + tag + ">` around in this file.");
        }
        SyntaxNode open = Jsx.opening(wrapper);
        if (open == null) {
            return;
        }
        String indent = JsText.indentAt(snippet.text(), open.start());
        String opening = needs.take(open);
        String name = JsFile.parse(opening + "</" + opening.substring(1).split("[\\s>/]", 2)[0] + ">").root()
                .all("jsx_opening_element").stream().findFirst().map(one -> one.textOf("name")).orElse(tag);
        boolean line = !wrapper.text().contains("\n");
        String text = Wrapping.around(draft.file(), place, opening, indent, "</" + name + ">", line, draft.style());
        draft.update(text, "Put `<" + tag + ">` around the application.");
    }

    private boolean isSatisfied(String tag) {
        return request.satisfied().contains(tag);
    }

    /** The element of the target that is the same component as one of the snippet, or null. */
    private @Nullable SyntaxNode inTarget(SyntaxNode element) {
        String tag = Jsx.tag(element);
        String local = tag;
        JsImport imported = snippet.importOf(root(tag)).orElse(null);
        if (imported != null) {
            String exported = imported.names().stream()
                    .filter(one -> one.local().equals(root(tag))).findFirst().orElseThrow().imported();
            String there = draft.file().localOf(imported.module(), exported);
            if (there != null) {
                local = there + tag.substring(root(tag).length());
            } else if (draft.file().importOf(root(tag)).isPresent()) {
                return null;
            }
        }
        for (SyntaxNode one : Jsx.elements(draft.file().root())) {
            if (Jsx.tag(one).equals(local)) {
                return one;
            }
        }
        return null;
    }

    private static String root(String tag) {
        int dot = tag.indexOf('.');
        return dot < 0 ? tag : tag.substring(0, dot);
    }

    /** Adds the attributes that the snippet shows on an element and the target's element does not have. */
    private void addAttributes(SyntaxNode shown, SyntaxNode existing) throws MergeConflict {
        SyntaxNode open = Jsx.opening(existing);
        Map<String, SyntaxNode> there = Jsx.attributes(existing);
        if (open == null || open.children().stream().anyMatch(one -> one.is("jsx_expression"))) {
            return;
        }
        StringBuilder added = new StringBuilder();
        List<String> names = new ArrayList<>();
        boolean lines = open.text().contains("\n") && !there.isEmpty();
        for (Map.Entry<String, SyntaxNode> one : Jsx.attributes(shown).entrySet()) {
            if (there.containsKey(one.getKey())) {
                continue;
            }
            try {
                String text = needs.take(one.getValue());
                String last = lines ? JsText.indentAt(draft.text(), List.copyOf(there.values()).getLast().start()) : "";
                added.append(lines ? "\n" + last : " ").append(text);
                names.add(one.getKey());
            } catch (MergeConflict conflict) {
                draft.leaveOut("`" + one.getKey() + "` of `<" + Jsx.tag(shown) + ">`: " + conflict.sentence());
            }
        }
        if (!names.isEmpty()) {
            SyntaxNode name = open.child("name");
            int at = !there.isEmpty() ? List.copyOf(there.values()).getLast().end() : name == null ? open.end() : name.end();
            draft.update(
                    draft.text().substring(0, at) + added + draft.text().substring(at),
                    "Added " + String.join(", ", names) + " to `<" + Jsx.tag(existing) + ">`.");
        }
    }

    private void place(SyntaxNode leaf) throws MergeConflict {
        String tag = Jsx.tag(leaf);
        SyntaxNode existing = inTarget(leaf);
        if (existing != null) {
            draft.satisfied("`<" + tag + ">` is there already.");
            addAttributes(leaf, existing);
            return;
        }
        if (isSatisfied(tag)) {
            draft.satisfied("`<" + tag + ">` stands in another file of the project already.");
            return;
        }
        SyntaxNode holder = Jsx.holder(leaf);
        SyntaxNode parent = holder == null || Jsx.tag(holder).isEmpty() ? null : inTarget(holder);
        if (parent == null && holder != null && JsText.isComponentName(Jsx.tag(holder)) && jsx.isProvider(holder)) {
            throw new MergeConflict("`<" + tag + ">` belongs into `<" + Jsx.tag(holder) + ">`, which this file does not have.");
        }
        AppPlace application = null;
        if (parent == null && jsx.isOfGuide(leaf)) {
            SyntaxNode component = AppPlace.rootComponent(draft.file());
            parent = component == null ? null : FunctionMerge.markup(component);
            if (parent != null && Jsx.closing(parent) == null && !Jsx.tag(parent).isEmpty()) {
                application = new AppPlace(parent, parent);
                parent = null;
            }
        }
        if (parent == null && application == null) {
            application = AppPlace.find(draft.file());
            if (application == null) {
                throw new MergeConflict("There is no application to put `<" + tag + ">` beside in this file.");
            }
            parent = Jsx.holder(application.first());
        }
        String indent = JsText.indentAt(snippet.text(), leaf.start());
        String code = needs.take(leaf);
        String text = parent == null && application != null
                ? Wrapping.beside(draft.file(), application, code, indent, draft.style())
                : Wrapping.into(draft.file(), parent, code, indent, draft.style());
        draft.update(text, "Added `<" + tag + ">`" + (parent == null ? "." : " inside `<" + Jsx.tag(parent) + ">`."));
    }
}
