package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.StructuralEdits.MergeRequest;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Merges a configuration that a snippet exports into the configuration that a file exports. */
final class ConfigMerge {

    private final JsFile snippet;
    private final Sdk sdk;
    private final MergeRequest request;
    private final Draft draft;
    private final Needs needs;

    ConfigMerge(JsFile snippet, Sdk sdk, MergeRequest request, Draft draft, Needs needs) {
        this.snippet = snippet;
        this.sdk = sdk;
        this.request = request;
        this.draft = draft;
        this.needs = needs;
    }

    /** Whether snippet and target both export a configuration. */
    static boolean fits(JsFile snippet, JsFile target) {
        return exported(snippet) instanceof SyntaxNode value
                && (objectOf(snippet, value) != null || wraps(snippet, value))
                && exported(target) != null;
    }

    private static boolean wraps(JsFile file, SyntaxNode value) {
        return value.is("call_expression") && objectOf(file, value) == null;
    }

    void merge() throws MergeConflict {
        SyntaxNode shown = exported(snippet);
        SyntaxNode value = exported(draft.file());
        if (shown == null || value == null) {
            return;
        }
        wrapAll(shown);
        SyntaxNode configuration = objectOf(snippet, shown);
        SyntaxNode target = objectOf(draft.file(), value = java.util.Objects.requireNonNull(exported(draft.file())));
        if (configuration == null || configuration.parts().isEmpty()) {
            return;
        }
        if (target == null) {
            throw new MergeConflict("The file's configuration is no plain object: `" + head(value) + "`.");
        }
        new ObjectMerge(snippet, sdk, request, draft, needs, ConfigMerge::targetObject).merge(configuration, List.of());
    }

    static @Nullable SyntaxNode targetObject(JsFile file) {
        SyntaxNode value = exported(file);
        return value == null ? null : objectOf(file, value);
    }

    private static String head(SyntaxNode value) {
        String text = value.text();
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end) + " ...";
    }

    /** Puts the SDK's functions around the exported value that the snippet puts around its own. */
    private void wrapAll(SyntaxNode shown) throws MergeConflict {
        SyntaxNode call = shown;
        if (!call.is("call_expression") || !(call.child("function") instanceof SyntaxNode function)) {
            return;
        }
        SyntaxNode root = Sdk.rootName(function);
        if (root == null || !isSdk(root.text())) {
            return;
        }
        SyntaxNode arguments = call.child("arguments");
        if (arguments == null || arguments.parts().isEmpty() || !isConfiguration(arguments.parts().getFirst())) {
            return;
        }
        SyntaxNode inner = arguments.parts().getFirst();
        if (inner.is("call_expression")) {
            wrapAll(inner);
        }
        if (sameDefiner(function) || alreadyAround(root.text())) {
            return;
        }
        String opening = needs.take(function);
        StringBuilder rest = new StringBuilder();
        for (SyntaxNode more : arguments.parts().subList(1, arguments.parts().size())) {
            rest.append(", ").append(needs.take(more));
        }
        SyntaxNode value = java.util.Objects.requireNonNull(exported(draft.file()));
        if (value.is("function_declaration", "class_declaration")) {
            throw new MergeConflict("The file exports a function declaration that `" + function.text() + "` cannot be put around.");
        }
        String text = draft.text();
        draft.update(
                text.substring(0, value.start()) + opening + "(" + value.text() + rest + ")" + text.substring(value.end()),
                "Put `" + opening + "(...)` around the exported configuration.");
    }

    private boolean isSdk(String name) {
        if (sdk.ownsName(snippet, name)) {
            return true;
        }
        SyntaxNode statement = snippet.declared().get(name);
        SyntaxNode value = statement == null ? null : Needs.initializer(statement);
        SyntaxNode root = value == null ? null : Sdk.rootName(value);
        return root != null && sdk.ownsName(snippet, root.text());
    }

    private boolean isConfiguration(SyntaxNode argument) {
        return argument.is("object", "arrow_function", "call_expression")
                || argument.is("identifier") && snippet.declared().containsKey(argument.text());
    }

    /** Whether the target's value is made by the same function of the same module already. */
    private boolean sameDefiner(SyntaxNode function) {
        SyntaxNode root = Sdk.rootName(function);
        String origin = root == null ? null : snippet.origin(root.text());
        SyntaxNode at = exported(draft.file());
        while (at != null && at.is("call_expression") && at.child("function") instanceof SyntaxNode called) {
            SyntaxNode name = Sdk.rootName(called);
            if (name != null && origin != null && origin.equals(draft.file().origin(name.text()))) {
                return true;
            }
            SyntaxNode arguments = at.child("arguments");
            at = arguments == null || arguments.parts().isEmpty() ? null : arguments.parts().getFirst();
        }
        return false;
    }

    private boolean alreadyAround(String name) {
        SyntaxNode statement = snippet.declared().get(name);
        SyntaxNode value = statement == null ? null : Needs.initializer(statement);
        String origin = value == null ? snippet.origin(name) : needs.madeBy(value);
        if (origin == null) {
            return false;
        }
        Optional<String> holder = draft.holderOf(origin);
        if (holder.isEmpty()) {
            return false;
        }
        SyntaxNode target = exported(draft.file());
        return holder.get().isEmpty() || target != null && Names.free(target).contains(holder.get());
    }

    /** The value that a file exports: {@code export default X} or {@code module.exports = X}; or null. */
    static @Nullable SyntaxNode exported(JsFile file) {
        for (SyntaxNode statement : file.statements()) {
            if (statement.is("export_statement") && statement.first("default") != null) {
                SyntaxNode value = statement.child("value");
                return value != null ? value : statement.child("declaration");
            }
            if (statement.is("expression_statement") && !statement.parts().isEmpty()) {
                SyntaxNode assignment = statement.parts().getFirst();
                if (assignment.is("assignment_expression") && assignment.textOf("left").equals("module.exports")) {
                    return assignment.child("right");
                }
            }
        }
        return null;
    }

    /** The object literal behind an exported value, or null. */
    static @Nullable SyntaxNode objectOf(JsFile file, SyntaxNode value) {
        SyntaxNode at = value;
        for (int depth = 0; depth < 12; depth++) {
            SyntaxNode next = switch (at.type()) {
                case "object" -> null;
                case "parenthesized_expression", "as_expression", "satisfies_expression" ->
                    at.parts().isEmpty() ? null : at.parts().getFirst();
                case "identifier" -> file.declared().get(at.text()) instanceof SyntaxNode statement
                        ? Needs.initializer(statement) : null;
                case "call_expression" -> at.child("arguments") instanceof SyntaxNode arguments && !arguments.parts().isEmpty()
                        ? arguments.parts().getFirst() : null;
                case "arrow_function" -> at.child("body");
                case "statement_block" -> at.parts().stream().filter(one -> one.is("return_statement")).findFirst()
                        .flatMap(one -> one.parts().stream().findFirst()).orElse(null);
                default -> null;
            };
            if (next == null) {
                return at.is("object") ? at : null;
            }
            at = next;
        }
        return null;
    }
}
