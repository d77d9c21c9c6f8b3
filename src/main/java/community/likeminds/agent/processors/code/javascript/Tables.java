package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.StructuralEdits.MergeRequest;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds the SDK's entries to tables that a file has as values of its own: exported settings and routes, the routes of a router, the providers of a start. */
final class Tables {

    /** Calls of frameworks whose first argument is a table. */
    private static final Set<String> ROUTERS = Set.of("createBrowserRouter", "createHashRouter", "createMemoryRouter");

    /** Calls of frameworks whose second argument is a table. */
    private static final Set<String> STARTS = Set.of("bootstrapApplication");

    /** Decorators of frameworks whose argument says what a module is put together from. */
    private static final Set<String> MODULES = Set.of("Module", "NgModule");

    private final JsFile snippet;
    private final Sdk sdk;
    private final MergeRequest request;
    private final Draft draft;
    private final Needs needs;

    Tables(JsFile snippet, Sdk sdk, MergeRequest request, Draft draft, Needs needs) {
        this.snippet = snippet;
        this.sdk = sdk;
        this.request = request;
        this.draft = draft;
        this.needs = needs;
    }

    void merge() throws MergeConflict {
        for (SyntaxNode statement : snippet.statements()) {
            Optional<Function<JsFile, @Nullable SyntaxNode>> table = tableOf(statement);
            if (table.isPresent()) {
                if (STARTS.contains(called(statement))) {
                    begin(called(statement), table.get());
                }
                merge(table.get());
            }
        }
    }

    /** A start without a table gets an empty one where the snippet's has something of the SDK. */
    private void begin(String start, Function<JsFile, @Nullable SyntaxNode> locate) {
        SyntaxNode shown = locate.apply(snippet);
        if (shown == null || !shown.is("object") || !sdk.usedIn(snippet, shown)) {
            return;
        }
        List<SyntaxNode> bare = draft.file().root().all("call_expression").stream().filter(call -> call.textOf("function").equals(start))
                .map(call -> call.child("arguments")).filter(arguments -> arguments != null && arguments.parts().size() == 1).toList();
        if (bare.size() == 1) {
            int end = bare.getFirst().parts().getFirst().end();
            String text = draft.file().text();
            draft.update(text.substring(0, end) + ", {}" + text.substring(end), "What is provided is given to " + start + ".");
        }
    }

    private void merge(Function<JsFile, @Nullable SyntaxNode> locate) throws MergeConflict {
        SyntaxNode shown = locate.apply(snippet);
        SyntaxNode there = locate.apply(draft.file());
        if (shown == null || there == null || !shown.type().equals(there.type())) {
            return;
        }
        ObjectMerge objects = new ObjectMerge(snippet, sdk, request, draft, needs, locate);
        if (shown.is("object")) {
            if (sdk.usedIn(snippet, shown)) {
                objects.merge(shown, List.of());
            }
        } else {
            objects.mergeElements(shown.parts().stream().filter(one -> sdk.usedIn(snippet, one)).toList());
        }
    }

    /** How the table of a statement is found in a file that has the same one. */
    private static Optional<Function<JsFile, @Nullable SyntaxNode>> tableOf(SyntaxNode statement) {
        SyntaxNode declarator = exportedConstant(statement);
        if (declarator != null) {
            String name = declarator.textOf("name");
            String type = declarator.textOf("type");
            return Optional.of(file -> file.statements().stream().map(Tables::exportedConstant)
                    .filter(one -> one != null && one.textOf("name").equals(name) && one.textOf("type").equals(type))
                    .findFirst().map(one -> one.child("value")).filter(value -> value.is("object", "array")).orElse(null));
        }
        String module = statement.all("decorator").stream().map(Tables::decorates).filter(MODULES::contains).findFirst().orElse("");
        if (!module.isEmpty()) {
            return Optional.of(file -> module(file, module));
        }
        String called = called(statement);
        int position = ROUTERS.contains(called) ? 0 : STARTS.contains(called) ? 1 : -1;
        return position < 0 ? Optional.empty() : Optional.of(file -> argument(file, called, position));
    }

    /** The declarator of an exported constant with a type of its own, or null: without one a name says too little. */
    private static @Nullable SyntaxNode exportedConstant(@Nullable SyntaxNode statement) {
        SyntaxNode declaration = statement == null || !statement.is("export_statement") ? null : statement.child("declaration");
        if (declaration == null || !declaration.is("lexical_declaration") || declaration.parts().size() != 1) {
            return null;
        }
        SyntaxNode declarator = declaration.parts().getFirst();
        return declarator.textOf("type").isEmpty() ? null : declarator;
    }

    private static String decorates(SyntaxNode decorator) {
        return decorator.parts().isEmpty() ? "" : decorator.parts().getFirst().textOf("function");
    }

    /** What the only module of a file is put together from, or null where it is not clear which one is meant. */
    private static @Nullable SyntaxNode module(JsFile file, String decorator) {
        List<SyntaxNode> found = file.root().all("decorator").stream().filter(one -> decorates(one).equals(decorator)).toList();
        SyntaxNode arguments = found.size() == 1 ? found.getFirst().parts().getFirst().child("arguments") : null;
        return arguments == null || arguments.parts().isEmpty() || !arguments.parts().getFirst().is("object") ? null : arguments.parts().getFirst();
    }

    private static String called(SyntaxNode statement) {
        return statement.all("call_expression").stream().map(call -> call.textOf("function"))
                .filter(name -> ROUTERS.contains(name) || STARTS.contains(name)).findFirst().orElse("");
    }

    private static @Nullable SyntaxNode argument(JsFile file, String called, int position) {
        for (SyntaxNode call : file.root().all("call_expression")) {
            SyntaxNode arguments = call.child("arguments");
            if (call.textOf("function").equals(called) && arguments != null && arguments.parts().size() > position
                    && arguments.parts().get(position).is("object", "array")) {
                return arguments.parts().get(position);
            }
        }
        return null;
    }
}
