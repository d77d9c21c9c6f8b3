package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.StructuralEdits.MergeRequest;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings what a framework reads from a root module by its exported name: links, loaders, hooks. What the project exports under the name stays. */
final class RouteExports {

    private static final Pattern ROOTS = Pattern.compile("(?:.*/)?(?:root|entry\\.\\w+|hooks(?:\\.\\w+)?|\\+layout(?:\\.server)?|instrumentation(?:-client)?)\\.[jt]sx?");
    private static final Set<String> NAMES = Set.of(
            "links", "meta", "loader", "action", "clientLoader", "clientAction", "headers", "middleware", "shouldRevalidate", "handle", "handleError", "handleFetch",
            "handleDataRequest", "handleValidationError", "load", "init", "reroute", "register", "onRequestError");

    private static final String HOOKS = "@sveltejs/kit/hooks";

    private final JsFile snippet;
    private final Sdk sdk;
    private final MergeRequest request;
    private final Draft draft;
    private final Needs needs;

    RouteExports(JsFile snippet, Sdk sdk, MergeRequest request, Draft draft, Needs needs) {
        this.snippet = snippet;
        this.sdk = sdk;
        this.request = request;
        this.draft = draft;
        this.needs = needs;
    }

    void merge() throws MergeConflict {
        if (!ROOTS.matcher(request.path()).matches()) {
            return;
        }
        for (SyntaxNode shown : snippet.statements()) {
            String name = nameOf(shown);
            if (NAMES.contains(name) && sdk.usedIn(snippet, shown)) {
                merge(shown, name);
            }
        }
    }

    private void merge(SyntaxNode shown, String name) throws MergeConflict {
        SyntaxNode there = exported(draft.file(), name);
        if (there == null && draft.bound().contains(name)) {
            throw new MergeConflict("The file has a `" + name + "` that it does not export.");
        }
        if (there == null) {
            needs.needStatement(shown);
        } else if (usesTheSame(shown, there)) {
            draft.satisfied("`" + name + "` is there already.");
        } else if (arrayOf(shown) instanceof SyntaxNode list && arrayOf(there) != null) {
            ObjectMerge elements = new ObjectMerge(snippet, sdk, request, draft, needs, file -> exported(file, name) instanceof SyntaxNode own ? arrayOf(own) : null);
            elements.mergeElements(list.parts().stream().filter(one -> sdk.usedIn(snippet, one)).toList());
        } else if (name.equals("handle") && Needs.initializer(shown) instanceof SyntaxNode value && Needs.initializer(there) instanceof SyntaxNode own) {
            inSequence(value, own);
        } else {
            throw new MergeConflict("The file exports a `" + name + "` of the project's own: what the documentation's does has to be put into it.");
        }
    }

    /** Whether everything of the SDK that a statement uses is used by another one of the target. */
    private boolean usesTheSame(SyntaxNode shown, SyntaxNode there) {
        Set<String> used = Names.free(there);
        return Names.free(shown).stream().filter(name -> sdk.ownsName(snippet, name)).allMatch(name -> {
            JsImport from = snippet.importOf(name).orElseThrow();
            String imported = from.names().stream().filter(one -> one.local().equals(name)).findFirst().orElseThrow().imported();
            return draft.file().localOf(from.module(), imported) instanceof String local && used.contains(local);
        });
    }

    /** The SDK's hook runs first, then the project's. */
    private void inSequence(SyntaxNode value, SyntaxNode own) throws MergeConflict {
        List<SyntaxNode> hooks = value.textOf("function").equals("sequence") && value.child("arguments") instanceof SyntaxNode arguments
                ? arguments.parts().stream().filter(one -> sdk.usedIn(snippet, one)).toList() : List.of(value);
        List<String> code = new ArrayList<>();
        for (SyntaxNode hook : hooks) {
            code.add(needs.take(hook));
        }
        String first = String.join(", ", code);
        String sequence = draft.file().localOf(HOOKS, "sequence");
        String text = draft.text();
        if (sequence != null && own.textOf("function").equals(sequence) && own.child("arguments") instanceof SyntaxNode arguments && !arguments.parts().isEmpty()) {
            int at = arguments.parts().getFirst().start();
            draft.update(text.substring(0, at) + first + ", " + text.substring(at), "Added `" + first + "` to `handle`.");
            return;
        }
        if (sequence == null && draft.bound().contains("sequence")) {
            throw new MergeConflict("`sequence` is something else in the file.");
        }
        if (sequence == null) {
            draft.bound().add("sequence");
            needs.wantImport(new ImportEdits.Wanted(HOOKS, "sequence", "sequence", false, false));
        }
        draft.update(
                text.substring(0, own.start()) + (sequence == null ? "sequence" : sequence) + "(" + first + ", " + own.text() + ")" + text.substring(own.end()),
                "Added `" + first + "` to `handle`.");
    }

    private static @Nullable SyntaxNode exported(JsFile file, String name) {
        return file.statements().stream().filter(one -> nameOf(one).equals(name)).findFirst().orElse(null);
    }

    /** The one name that a statement declares and exports, or an empty string. */
    private static String nameOf(SyntaxNode statement) {
        List<String> names = statement.is("export_statement") && statement.first("default") == null ? Names.declaredBy(statement) : List.of();
        return names.size() == 1 ? names.getFirst() : "";
    }

    /** The array that a statement's value is or that its function returns, or null. */
    private static @Nullable SyntaxNode arrayOf(SyntaxNode statement) {
        SyntaxNode value = Needs.initializer(statement);
        SyntaxNode at = value != null ? value : AppPlace.functionOf(statement);
        while (at != null && !at.is("array")) {
            at = switch (at.type()) {
                case "arrow_function", "function_expression", "function_declaration" -> at.child("body");
                case "statement_block" -> at.parts().size() == 1 && at.parts().getFirst().is("return_statement") ? at.parts().getFirst() : null;
                case "return_statement", "parenthesized_expression", "as_expression", "satisfies_expression" -> at.parts().isEmpty() ? null : at.parts().getFirst();
                default -> null;
            };
        }
        return at;
    }
}
