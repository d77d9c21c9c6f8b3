package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds to a function what a snippet's function of the same role has more: statements in their order, elements in their place. */
final class FunctionMerge {

    private final JsFile snippet;
    private final Draft draft;
    private final Needs needs;

    FunctionMerge(JsFile snippet, Draft draft, Needs needs) {
        this.snippet = snippet;
        this.draft = draft;
        this.needs = needs;
    }

    void merge(SyntaxNode shown, String name) throws MergeConflict {
        SyntaxNode body = shown.child("body");
        if (body == null) {
            return;
        }
        if (body.is("statement_block")) {
            for (SyntaxNode statement : body.parts()) {
                Names.declaredBy(statement).forEach(one -> needs.rename(one, one));
            }
            Set<String> parameters = new LinkedHashSet<>();
            SyntaxNode list = shown.child("parameters");
            if (list != null) {
                Names.bound(list, parameters);
            }
            statements(body, parameters, name);
        }
        SyntaxNode markup = markup(shown);
        SyntaxNode own = ownMarkup(name);
        if (markup != null && own != null && Jsx.tag(markup).equals(Jsx.tag(own))) {
            children(markup, name, List.of());
        } else if (markup != null) {
            draft.leaveOut("The markup of `" + name + "` is the project's own.");
        }
    }

    private void statements(SyntaxNode body, Set<String> parameters, String name) throws MergeConflict {
        String anchor = "";
        for (SyntaxNode shown : body.parts()) {
            SyntaxNode block = block(name);
            if (block == null || shown.is("return_statement")) {
                continue;
            }
            SyntaxNode equal = block.parts().stream()
                    .filter(one -> Shape.of(one).equals(Shape.of(shown))).findFirst().orElse(null);
            if (equal != null) {
                anchor = Shape.of(equal);
                continue;
            }
            List<String> names = Names.declaredBy(shown);
            for (SyntaxNode one : block.parts()) {
                if (Names.declaredBy(one).stream().anyMatch(names::contains)) {
                    throw new MergeConflict("`" + String.join("`, `", names) + "` in `" + name
                            + "` is something else in the documentation.");
                }
            }
            for (String parameter : parameters) {
                if (Names.free(shown).contains(parameter) && !draft.bound().contains(parameter)) {
                    throw new MergeConflict("`" + name + "` has no parameter `" + parameter + "` in the project.");
                }
            }
            anchor = insert(shown, name, block, anchor);
        }
    }

    private String insert(SyntaxNode shown, String name, SyntaxNode block, String anchor) throws MergeConflict {
        String indent = JsText.indentAt(snippet.text(), shown.start());
        String code = Comments.above(snippet, shown) + needs.take(shown) + Comments.behind(snippet, shown);
        String text = draft.text();
        String own = JsText.indentAt(text, block.start()) + draft.style().indent();
        SyntaxNode after = null;
        for (SyntaxNode one : block.parts()) {
            if (Shape.of(one).equals(anchor) || anchor.isEmpty() && Preamble.isDirective(one)) {
                after = one;
            }
        }
        int at = after == null ? block.start() + 1 : JsText.lineEnd(text, after.end());
        String placed = "\n" + own + JsText.reindent(code, indent, own);
        String rest = text.substring(at);
        boolean line = !rest.startsWith("\n") && !rest.startsWith("\r\n");
        draft.update(text.substring(0, at) + placed + (line ? "\n" + own : "") + (line ? rest.stripLeading() : rest),
                "Added a statement to `" + name + "`.");
        return Shape.of(JsFile.parse(needs.take(shown)).statements().getFirst());
    }

    private @Nullable SyntaxNode function(String name) {
        SyntaxNode statement = draft.file().declared().get(name);
        return statement == null ? null : AppPlace.functionOf(statement);
    }

    private @Nullable SyntaxNode block(String name) {
        SyntaxNode function = function(name);
        SyntaxNode body = function == null ? null : function.child("body");
        return body != null && body.is("statement_block") ? body : null;
    }

    private @Nullable SyntaxNode ownMarkup(String name) {
        SyntaxNode function = function(name);
        return function == null ? null : markup(function);
    }

    /** The element that a function returns at the end, or null. */
    static @Nullable SyntaxNode markup(SyntaxNode function) {
        SyntaxNode body = function.child("body");
        if (body == null) {
            return null;
        }
        SyntaxNode at = body;
        if (body.is("statement_block")) {
            List<SyntaxNode> returns = body.parts().stream().filter(one -> one.is("return_statement")).toList();
            if (returns.isEmpty() || returns.getLast().parts().isEmpty()) {
                return null;
            }
            at = returns.getLast().parts().getFirst();
        }
        while (at.is("parenthesized_expression") && !at.parts().isEmpty()) {
            at = at.parts().getFirst();
        }
        return Jsx.isElement(at) ? at : null;
    }

    /** Adds the child elements that an element of the snippet has more than the one at a path of the target. */
    private void children(SyntaxNode shown, String name, List<Integer> path) throws MergeConflict {
        int last = -1;
        Set<Integer> matched = new LinkedHashSet<>();
        for (SyntaxNode child : shown.children()) {
            SyntaxNode own = at(name, path);
            if (!Jsx.isElement(child) || own == null) {
                continue;
            }
            int match = match(child, own, matched);
            if (match >= 0) {
                matched.add(match);
                last = match;
                attributes(child, own.children().get(match), name);
                List<Integer> below = new ArrayList<>(path);
                below.add(match);
                children(child, name, below);
            } else {
                add(child, own, last, name);
                SyntaxNode now = at(name, path);
                if (now != null) {
                    last = match(child, now, matched);
                    matched.add(last);
                }
            }
        }
    }

    private void attributes(SyntaxNode shown, SyntaxNode own, String name) throws MergeConflict {
        for (Map.Entry<String, SyntaxNode> one : Jsx.attributes(shown).entrySet()) {
            SyntaxNode there = Jsx.attributes(own).get(one.getKey());
            SyntaxNode value = one.getValue().parts().getLast();
            if (there != null && !Shape.of(there).equals(Shape.of(one.getValue())) && !Placeholders.isPlaceholder(value)) {
                draft.leaveOut("`" + one.getKey() + "` of `<" + Jsx.tag(own) + ">` in `" + name + "` keeps the project's value.");
            }
        }
    }

    private static int match(SyntaxNode shown, SyntaxNode holder, Set<Integer> matched) {
        int alike = -1;
        for (int i = 0; i < holder.children().size(); i++) {
            SyntaxNode one = holder.children().get(i);
            if (matched.contains(i) || !Jsx.isElement(one) || !Jsx.tag(one).equals(Jsx.tag(shown))) {
                continue;
            }
            if (Shape.of(one).equals(Shape.of(shown))) {
                return i;
            }
            boolean host = Jsx.isHost(shown);
            if (alike < 0 && (!host || Jsx.elements(shown).stream().anyMatch(inner -> JsText.isComponentName(Jsx.tag(inner))))) {
                alike = i;
            }
        }
        return alike;
    }

    private void add(SyntaxNode child, SyntaxNode own, int last, String name) throws MergeConflict {
        String indent = JsText.indentAt(snippet.text(), child.start());
        String code = needs.take(child);
        String text = draft.text();
        if (last >= 0) {
            SyntaxNode before = own.children().get(last);
            String same = JsText.indentAt(text, before.start());
            boolean line = JsText.firstOnLine(text, before.start()) && JsText.lastOnLine(text, before.end());
            String placed = line ? "\n" + same + JsText.reindent(code, indent, same) : code;
            draft.update(text.substring(0, before.end()) + placed + text.substring(before.end()),
                    "Added `<" + Jsx.tag(child) + ">` to `" + name + "`.");
        } else {
            draft.update(Wrapping.into(draft.file(), own, code, indent, draft.style()),
                    "Added `<" + Jsx.tag(child) + ">` to `" + name + "`.");
        }
    }

    private @Nullable SyntaxNode at(String name, List<Integer> path) {
        SyntaxNode at = ownMarkup(name);
        for (int index : path) {
            at = at == null || index >= at.children().size() ? null : at.children().get(index);
        }
        return at;
    }
}
