package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.StructuralEdits.MergeRequest;
import community.likeminds.agent.processors.code.StructuralEdits.Mode;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds the properties and array elements of one object literal to another; what is there keeps its value. */
final class ObjectMerge {

    private final JsFile snippet;
    private final Sdk sdk;
    private final MergeRequest request;
    private final Draft draft;
    private final Needs needs;
    private final Function<JsFile, @Nullable SyntaxNode> locate;

    ObjectMerge(
            JsFile snippet, Sdk sdk, MergeRequest request, Draft draft, Needs needs,
            Function<JsFile, @Nullable SyntaxNode> locate) {
        this.snippet = snippet;
        this.sdk = sdk;
        this.request = request;
        this.draft = draft;
        this.needs = needs;
        this.locate = locate;
    }

    void merge(SyntaxNode shown, List<String> path) throws MergeConflict {
        for (SyntaxNode property : shown.parts()) {
            SyntaxNode target = at(path);
            if (target == null) {
                return;
            }
            String key = keyOf(property);
            if (key.isEmpty()) {
                spread(property, target);
                continue;
            }
            SyntaxNode existing = property(target, key);
            if (existing == null) {
                addProperty(property, key, target, path);
            } else {
                mergeValue(property, existing, append(path, key));
            }
        }
    }

    /** Adds elements to the array literal itself. */
    void mergeElements(List<SyntaxNode> elements) throws MergeConflict {
        for (SyntaxNode element : elements) {
            SyntaxNode array = at(List.of());
            if (array != null) {
                addElement(element, array, List.of());
            }
        }
    }

    private void spread(SyntaxNode property, SyntaxNode target) throws MergeConflict {
        boolean there = target.parts().stream().anyMatch(one -> Shape.of(one).equals(Shape.of(property)));
        if (there || property.is("comment")) {
            return;
        }
        if (sdk.usedIn(snippet, property)) {
            insert(target, property, needs.take(property), true);
        } else {
            draft.leaveOut("`" + property.text() + "` is the example's own.");
        }
    }

    private void addProperty(SyntaxNode property, String key, SyntaxNode target, List<String> path) throws MergeConflict {
        SyntaxNode value = property.child("value");
        List<SyntaxNode> foreign = value == null ? List.of() : foreign(value);
        try {
            String code;
            if (value != null && value.is("array") && !foreign.isEmpty()) {
                List<String> kept = new ArrayList<>();
                for (SyntaxNode element : value.parts()) {
                    if (!foreign.contains(element)) {
                        kept.add(needs.take(element));
                    }
                }
                foreign.forEach(one -> draft.leaveOut("`" + one.text() + "` is the example's own."));
                if (kept.isEmpty()) {
                    return;
                }
                code = property.textOf("key") + ": [" + String.join(", ", kept) + "]";
            } else {
                code = needs.take(property);
            }
            insert(target, property, code, false);
        } catch (MergeConflict conflict) {
            draft.leaveOut("`" + String.join(".", append(path, key)) + "`: " + conflict.sentence());
        }
    }

    private void mergeValue(SyntaxNode property, SyntaxNode existing, List<String> path) throws MergeConflict {
        SyntaxNode shown = property.child("value");
        SyntaxNode there = existing.child("value");
        if (shown == null || there == null || Shape.of(shown).equals(Shape.of(there))) {
            draft.satisfied("`" + String.join(".", path) + "` is there already.");
            return;
        }
        SyntaxNode own = resolved(there);
        if (shown.is("object") && own.is("object")) {
            merge(shown, path);
        } else if (shown.is("array") && own.is("array")) {
            for (SyntaxNode element : shown.parts()) {
                SyntaxNode array = at(path);
                if (array != null) {
                    addElement(element, array, path);
                }
            }
        } else if (request.mode() == Mode.EVERYTHING && !Placeholders.isPlaceholder(shown)) {
            throw new MergeConflict("`" + String.join(".", path) + "` is `" + there.text() + "` in the project and `" + shown.text() + "` in the documentation.");
        } else {
            draft.leaveOut("`" + String.join(".", path) + "` has a value of the project's own.");
        }
    }

    private void addElement(SyntaxNode element, SyntaxNode array, List<String> path) throws MergeConflict {
        for (SyntaxNode one : array.parts()) {
            if (same(element, one)) {
                draft.satisfied("`" + element.text() + "` is there already.");
                return;
            }
        }
        if (isForeign(element)) {
            draft.leaveOut("`" + element.text() + "` is the example's own.");
            return;
        }
        insert(array, element, needs.take(element), request.pluginsFirst());
    }

    private List<SyntaxNode> foreign(SyntaxNode value) {
        return value.is("array") ? value.parts().stream().filter(this::isForeign).toList() : List.of();
    }

    /** Whether an array element is made by a package that is not the SDK's. */
    private boolean isForeign(SyntaxNode element) {
        SyntaxNode root = Sdk.rootName(element);
        if (root == null || !Sdk.constructs(element) && !element.is("identifier")) {
            return false;
        }
        if (request.mode() == Mode.SETUP && element.is("identifier") && snippet.importOf(root.text()).isEmpty() && !snippet.declared().containsKey(root.text())) {
            return !draft.bound().contains(root.text());
        }
        return request.mode() == Mode.SETUP
                && snippet.importOf(root.text()).map(one -> !sdk.owns(one.module())).orElse(false);
    }

    private boolean same(SyntaxNode shown, SyntaxNode there) {
        if (Shape.of(shown).equals(Shape.of(there))) {
            return true;
        }
        SyntaxNode left = Sdk.rootName(shown);
        SyntaxNode right = Sdk.rootName(there);
        if (left != null && right != null && Sdk.constructs(shown) && Sdk.constructs(there)) {
            String origin = snippet.origin(left.text());
            return origin != null && origin.equals(draft.file().origin(right.text()))
                    && member(shown).equals(member(there));
        }
        if (shown.is("array") && there.is("array") && !shown.parts().isEmpty() && !there.parts().isEmpty()) {
            return same(shown.parts().getFirst(), there.parts().getFirst());
        }
        if (shown.is("object") && there.is("object")) {
            for (String key : List.of("name", "id", "path", "resolve")) {
                SyntaxNode one = property(shown, key);
                SyntaxNode other = property(there, key);
                if (one != null && other != null) {
                    return Shape.of(one).equals(Shape.of(other));
                }
            }
        }
        return false;
    }

    /** What is called of the root name, {@code .a} of {@code x.a()}. */
    private static String member(SyntaxNode call) {
        SyntaxNode function = call.is("new_expression") ? call.child("constructor") : call.child("function");
        SyntaxNode root = Sdk.rootName(call);
        return function == null || root == null ? "" : function.text().substring(Math.min(function.text().length(), root.text().length()));
    }

    private void insert(SyntaxNode list, SyntaxNode shown, String code, boolean first) {
        String item = JsText.reindent(code, JsText.indentAt(snippet.text(), shown.start()), "");
        String text = ListInsert.add(draft.file(), list, item, first, draft.style());
        String head = code.contains("\n") ? code.substring(0, code.indexOf('\n')) + " ..." : code;
        draft.update(text, "Added `" + head + "` to the configuration.");
    }

    private @Nullable SyntaxNode at(List<String> path) {
        SyntaxNode at = locate.apply(draft.file());
        for (String key : path) {
            SyntaxNode property = at == null ? null : property(at, key);
            SyntaxNode value = property == null ? null : property.child("value");
            at = value == null ? null : resolved(value);
        }
        return at;
    }

    /** The literal behind a value: of a variable, of a cast, of {@code [...].filter(Boolean)}. */
    private SyntaxNode resolved(SyntaxNode value) {
        SyntaxNode at = value;
        for (int depth = 0; depth < 6; depth++) {
            SyntaxNode next = null;
            if (at.is("identifier") && draft.file().declared().get(at.text()) instanceof SyntaxNode statement) {
                next = Needs.initializer(statement);
            } else if (at.is("as_expression", "satisfies_expression", "parenthesized_expression") && !at.parts().isEmpty()) {
                next = at.parts().getFirst();
            } else if (at.is("call_expression") && at.child("function") instanceof SyntaxNode function
                    && function.is("member_expression") && function.textOf("property").matches("filter|flat|concat")) {
                next = function.child("object");
            }
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }

    static String keyOf(SyntaxNode property) {
        if (property.is("shorthand_property_identifier")) {
            return property.text();
        }
        if (property.is("method_definition")) {
            return property.textOf("name");
        }
        SyntaxNode key = property.child("key");
        return key == null ? "" : key.is("string") ? JsText.unquoted(key) : key.text();
    }

    static @Nullable SyntaxNode property(SyntaxNode object, String key) {
        for (SyntaxNode one : object.parts()) {
            if (keyOf(one).equals(key)) {
                return one;
            }
        }
        return null;
    }

    private static List<String> append(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }
}
