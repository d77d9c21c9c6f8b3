package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.StructuralEdits.MergeRequest;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the code that is taken over needs: its imports and the declarations it refers to, each found in the target under its
 * own name there, or scheduled to be added.
 */
final class Needs {

    /**
     * @param text code of a top-level statement, its comments above it included
     * @param names what it declares, in the target's names
     * @param uses names that it refers to
     */
    record Item(String text, List<String> names, Set<String> uses) {}

    private final Draft draft;
    private final JsFile snippet;
    private final Sdk sdk;
    private final MergeRequest request;
    private final Map<String, String> renames = new HashMap<>();
    private final Map<SyntaxNode, Item> items = new LinkedHashMap<>();
    private final List<ImportEdits.Wanted> imports = new ArrayList<>();

    Needs(Draft draft, JsFile snippet, Sdk sdk, MergeRequest request) {
        this.draft = draft;
        this.snippet = snippet;
        this.sdk = sdk;
        this.request = request;
    }

    List<Item> items() {
        return List.copyOf(items.values());
    }

    List<ImportEdits.Wanted> imports() {
        return imports;
    }

    /** Whether a name of the snippet has been found or scheduled. */
    boolean resolved(String name) {
        return renames.containsKey(name);
    }

    /** The exported name that makes what a variable of the snippet holds, or empty. */
    String makerOf(String name) {
        SyntaxNode statement = snippet.declared().get(name);
        SyntaxNode value = statement == null ? null : initializer(statement);
        String origin = value == null ? null : madeBy(value);
        return origin == null ? "" : origin.substring(origin.indexOf('#') + 1);
    }

    /** Whether the target makes the same thing already, kept in a variable or not. */
    boolean isThere(SyntaxNode statement) {
        SyntaxNode value = initializer(statement);
        String origin = value == null ? null : madeBy(value);
        return origin != null && draft.holderOf(origin).isPresent();
    }

    boolean took(SyntaxNode statement) {
        return items.containsKey(statement);
    }

    void rename(String from, String to) {
        renames.put(from, to);
    }

    void wantImport(ImportEdits.Wanted wanted) {
        if (!imports.contains(wanted)) {
            imports.add(wanted);
        }
    }

    /** The code as it is to stand in the target; what it needs is resolved or scheduled. */
    String take(SyntaxNode code) throws MergeConflict {
        for (String name : Names.free(code)) {
            if (!renames.containsKey(name)) {
                resolve(name, code);
            }
        }
        return Names.renamed(code, renames);
    }

    /** Takes over a declaration of the snippet unless the target has it. */
    void need(String name, SyntaxNode statement) throws MergeConflict {
        SyntaxNode value = initializer(statement);
        String origin = value == null ? null : madeBy(value);
        boolean inline = origin != null && draft.holderOf(origin).filter(String::isEmpty).isPresent();
        if (origin != null && draft.holderOf(origin).isPresent()) {
            draft.satisfied("`" + origin.substring(origin.indexOf('#') + 1) + "` is made already.");
        }
        if (!renames.containsKey(name) && !inline) {
            takeDeclaration(name, statement, false);
        }
    }

    /** Takes over a statement that declares nothing. */
    void needStatement(SyntaxNode statement) throws MergeConflict {
        String body = ended(take(statement));
        SyntaxNode code = JsFile.parse(body).root();
        String shape = Shape.of(code);
        if (draft.file().statements().stream().anyMatch(one -> Shape.of(one).equals(shape))) {
            return;
        }
        Set<String> uses = Names.free(code);
        String text = Comments.above(snippet, statement) + body + Comments.behind(snippet, statement);
        items.put(statement, new Item(text, List.of(), uses));
    }

    private void resolve(String name, SyntaxNode at) throws MergeConflict {
        JsImport imported = snippet.importOf(name).orElse(null);
        if (imported != null) {
            resolveImport(name, imported);
            return;
        }
        SyntaxNode local = localDeclaration(name, at);
        SyntaxNode statement = local != null ? local : snippet.declared().get(name);
        if (statement != null) {
            takeDeclaration(name, statement, local != null);
        } else if (!draft.bound().contains(name) && !Bindings.GLOBALS.contains(name)) {
            throw new MergeConflict("The snippet uses `" + name + "` without saying where it comes from.");
        }
    }

    private void resolveImport(String name, JsImport one) throws MergeConflict {
        JsImport.Bound bound = one.names().stream().filter(it -> it.local().equals(name)).findFirst().orElseThrow();
        String existing = draft.file().localOf(one.module(), bound.imported());
        if (existing != null) {
            renames.put(name, existing);
            return;
        }
        if (JsText.isLocal(one.module()) && !sdk.owns(one.module())) {
            if (draft.bound().contains(name)) {
                return;
            }
            throw new MergeConflict("`" + name + "` comes from `" + one.module() + "`, a file of the example.");
        }
        String free = Names.fresh(name, "", draft.bound());
        draft.bound().add(free);
        renames.put(name, free);
        wantImport(new ImportEdits.Wanted(one.module(), bound.imported(), free, bound.typeOnly(), false));
    }

    /** A declaration inside the function that holds a piece of the snippet, or null. */
    private @Nullable SyntaxNode localDeclaration(String name, SyntaxNode at) {
        SyntaxNode block = at.parent();
        while (block != null && block.parent() != null) {
            if (block.is("statement_block")) {
                for (SyntaxNode statement : block.parts()) {
                    if (Names.declaredBy(statement).contains(name)) {
                        return statement;
                    }
                }
            }
            block = block.parent();
        }
        return null;
    }

    private void takeDeclaration(String name, SyntaxNode statement, boolean hoisted) throws MergeConflict {
        SyntaxNode value = initializer(statement);
        String origin = value == null ? null : madeBy(value);
        if (origin != null) {
            Optional<String> holder = draft.holderOf(origin);
            if (holder.isPresent() && !holder.get().isEmpty()) {
                draft.satisfied("`" + origin.substring(origin.indexOf('#') + 1) + "` is made already.");
                renames.put(name, holder.get());
                return;
            }
            String maker = origin.substring(origin.indexOf('#') + 1);
            SyntaxNode root = value == null ? null : Sdk.rootName(value);
            if (request.satisfied().contains(maker) || root != null && request.satisfied().contains(root.text())) {
                resolveElsewhere(name, maker);
                return;
            }
        }
        SyntaxNode same = draft.file().declared().get(name);
        if (same != null && Shape.of(same).equals(Shape.of(statement))) {
            renames.put(name, name);
            return;
        }
        String own = underOtherName(name, statement);
        if (!own.isEmpty()) {
            renames.put(name, own);
            return;
        }
        if (hoisted) {
            schedule(statement, name, hoistedText(name, statement, value));
        } else {
            schedule(statement, name, null);
        }
    }

    /** The name that an earlier merge gave a declaration because its own was taken; empty when there is none. */
    private String underOtherName(String name, SyntaxNode statement) {
        Map<String, SyntaxNode> declared = draft.file().declared();
        for (String other : Names.others(name, declared.keySet())) {
            Map<String, String> names = new HashMap<>(renames);
            names.put(name, other);
            SyntaxNode there = declared.get(other);
            if (there != null && Shape.of(JsFile.parse(there.text()).root()).equals(Shape.of(JsFile.parse(ended(Names.renamed(statement, names))).root()))) {
                return other;
            }
        }
        return "";
    }

    private void resolveElsewhere(String name, String maker) throws MergeConflict {
        MergeRequest.Available there = request.available().get(maker);
        if (there != null) {
            String existing = draft.file().localOf(there.module(), there.exported());
            String local = existing != null ? existing : Names.fresh(name, "", draft.bound());
            renames.put(name, local);
            if (existing == null) {
                draft.bound().add(local);
                wantImport(new ImportEdits.Wanted(there.module(), there.exported(), local, false, false));
            }
        } else if (draft.bound().contains(name)) {
            renames.put(name, name);
        } else {
            throw new MergeConflict("The project makes its `" + maker + "` in another file: import it from there.");
        }
    }

    /** The code of a declaration inside an example's component, as a top-level one. */
    private static String hoistedText(String name, SyntaxNode statement, @Nullable SyntaxNode value) throws MergeConflict {
        if (value == null) {
            throw new MergeConflict("`" + name + "` belongs to the example's component.");
        }
        SyntaxNode made = value;
        boolean state = value.is("call_expression") && value.textOf("function").matches("(React\\.)?(useState|useRef|useMemo)");
        if (state && value.child("arguments") instanceof SyntaxNode arguments && !arguments.parts().isEmpty()) {
            made = arguments.parts().getFirst();
            if (made.is("arrow_function") && made.child("body") instanceof SyntaxNode body && !body.is("statement_block")) {
                made = body;
            }
        }
        boolean hook = made.all("identifier", "property_identifier").stream().anyMatch(one -> one.text().matches("use[A-Z]\\w*"));
        if (hook || Names.isFunction(made)) {
            throw new MergeConflict("`" + name + "` belongs to the example's component.");
        }
        boolean semicolon = Styles.endsWithSemicolon(statement);
        return "const " + name + " = " + made.text() + (semicolon ? ";" : "");
    }

    private void schedule(SyntaxNode statement, String name, @Nullable String hoisted) throws MergeConflict {
        if (items.containsKey(statement)) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (String declared : hoisted == null ? Names.declaredBy(statement) : List.of(name)) {
            String free = Names.fresh(declared, "", draft.bound());
            draft.bound().add(free);
            renames.put(declared, free);
            names.add(free);
        }
        items.put(statement, new Item("", List.of(), Set.of()));
        SyntaxNode code = statement;
        if (hoisted != null) {
            code = JsFile.parse(hoisted).statements().getFirst();
            for (String free : Names.free(code)) {
                if (!renames.containsKey(free)) {
                    resolve(free, statement);
                }
            }
        }
        String body = ended(take(code));
        Set<String> uses = Names.free(JsFile.parse(body).root());
        String indent = JsText.indentAt(snippet.text(), statement.start());
        String text = JsText.reindent(Comments.above(snippet, statement) + body + Comments.behind(snippet, statement), indent, "");
        items.remove(statement);
        items.put(statement, new Item(text, names, uses));
    }

    /** A statement without the semicolon that only the code behind it in the snippet made necessary. */
    private String ended(String statement) {
        boolean needless = !draft.style().semicolons() && statement.endsWith(";");
        return needless ? statement.substring(0, statement.length() - 1) : statement;
    }

    static @Nullable SyntaxNode initializer(SyntaxNode statement) {
        SyntaxNode at = statement;
        if (at.is("export_statement") && at.child("declaration") instanceof SyntaxNode declaration) {
            at = declaration;
        }
        return at.is("lexical_declaration", "variable_declaration") && at.parts().size() == 1
                ? at.parts().getFirst().child("value") : null;
    }

    /** The imported name, {@code module#exported}, whose call or construction gives a value; also inside {@code useState}. */
    @Nullable String madeBy(SyntaxNode value) {
        for (SyntaxNode call : value.all("call_expression", "new_expression")) {
            SyntaxNode root = Sdk.rootName(call);
            if (root != null && sdk.ownsName(snippet, root.text())) {
                return snippet.origin(root.text());
            }
        }
        return null;
    }
}
