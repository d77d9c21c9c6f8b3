package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.StructuralEdits.MergeRequest;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Brings calls that register something on a server or application: middleware, plugins, routes of the SDK. */
final class SetupCalls {

    private static final Set<String> SETTINGS = Set.of(
            "set", "disable", "enable", "engine", "param", "decorate", "setValidatorCompiler", "setSerializerCompiler");
    private static final Set<String> ROUTES = Set.of("get", "post", "put", "patch", "delete", "head", "options", "route", "all");

    /** What reads the bodies of requests, whichever package it comes from. */
    private static final Pattern BODY = Pattern.compile("(?s)\\w+\\.use\\(\\s*(?:bodyParser\\(|(?:express\\.|bodyParser\\.)?(?:json|urlencoded|raw|text)\\().*");

    /** Where in the order of an application a call belongs. */
    private enum Place {
        EARLY,
        /** The documentation has bodies read before it. */
        BEHIND_BODIES,
        BEHIND_ROUTES
    }

    private final SnippetCalls shown;
    private final MergeRequest request;
    private final Draft draft;
    private final Needs needs;

    SetupCalls(SnippetCalls shown, MergeRequest request, Draft draft, Needs needs) {
        this.shown = shown;
        this.request = request;
        this.draft = draft;
        this.needs = needs;
    }

    void merge() throws MergeConflict {
        Map<Place, Map<String, List<String>>> placed = new EnumMap<>(Place.class);
        Map<String, Receivers> receivers = new LinkedHashMap<>();
        for (SnippetCalls.Registration call : shown.registrations()) {
            if (isThere(call)) {
                continue;
            }
            Receivers receiver = Receivers.matching(draft.file(), call.made(), call.receiver()).orElse(null);
            if (receiver == null) {
                throw new MergeConflict("`" + call.title()
                        + "` has to be called on a server or application that this file does not make.");
            }
            if (call.origins().isEmpty() && SETTINGS.contains(call.method()) && !ofExpress(receiver)) {
                throw new MergeConflict("`" + call.title() + "` is a setting of Express, and the application of this file is not declared as one.");
            }
            if (receiver.chained()) {
                chain(receiver, call);
                continue;
            }
            if (!call.receiver().isEmpty()) {
                needs.rename(call.receiver(), receiver.name());
            }
            receivers.put(receiver.name(), receiver);
            placed.computeIfAbsent(place(call), place -> new LinkedHashMap<>()).computeIfAbsent(receiver.name(), name -> new ArrayList<>()).add(code(receiver, call));
        }
        placed.forEach((place, codes) -> codes.forEach((name, ofOne) -> insert(name, ofOne, place)));
    }

    /** Whether the target, or another file, registers the same thing already. */
    private boolean isThere(SnippetCalls.Registration call) {
        if (call.origins().isEmpty() && call.localNames().isEmpty()) {
            return isSet(call);
        }
        for (String origin : call.origins()) {
            String name = origin.substring(origin.indexOf('#') + 1);
            if (request.satisfied().contains(name) || call.localNames().stream().anyMatch(request.satisfied()::contains)) {
                draft.satisfied("`" + call.title() + "` stands in another file of the project already.");
                return true;
            }
            Optional<String> holder = draft.holderOf(origin);
            if (holder.isPresent() && (holder.get().isEmpty() || registers(holder.get()))) {
                draft.satisfied("`" + call.title() + "` is there already.");
                return true;
            }
            String local = draft.file().localOf(origin.substring(0, origin.indexOf('#')), name);
            if (local != null && registers(local)) {
                draft.satisfied("`" + call.title() + "` is there already.");
                return true;
            }
        }
        return false;
    }

    /** Whether settings of Express can be made on an application: under Nest its type has to say so. */
    private boolean ofExpress(Receivers receiver) {
        return receiver.maker().equals("express") || receiver.maker().equals("NestFactory.create") && (draft.file().text().contains("NestExpressApplication") || draft.file().commonJs());
    }

    /** Whether the target makes a setting of the framework already; one that it makes otherwise stays and is said. */
    private boolean isSet(SnippetCalls.Registration call) {
        boolean several = call.method().startsWith("useGlobal");
        for (SyntaxNode other : draft.file().root().all("call_expression")) {
            SyntaxNode function = other.child("function");
            SyntaxNode arguments = other.child("arguments");
            if (function == null || arguments == null || !function.is("member_expression") || !function.textOf("property").equals(call.method())) {
                continue;
            }
            if (call.arguments().parts().isEmpty() || Shape.of(arguments).equals(Shape.of(call.arguments()))) {
                draft.satisfied("`" + call.title() + "` is there already.");
                return true;
            }
            if (call.method().equals("use") || SETTINGS.contains(call.method())) {
                if (!subject(arguments).equals(subject(call.arguments()))) {
                    continue;
                }
                draft.leaveOut("`" + call.title() + "` is called with other arguments in this file.");
                return true;
            }
            if (!several || !Collections.disjoint(Names.free(arguments), Names.free(call.arguments()))) {
                draft.leaveOut("`" + call.title() + "` is called with other arguments in this file.");
                return true;
            }
        }
        return false;
    }

    /** What a setting or a middleware is called. */
    private static String subject(SyntaxNode arguments) {
        SyntaxNode first = arguments.parts().isEmpty() ? arguments : arguments.parts().getFirst();
        return first.is("call_expression") ? first.textOf("function") : first.is("string") ? JsText.unquoted(first) : first.text();
    }

    /** Whether a name is passed to a call somewhere. */
    private boolean registers(String name) {
        return draft.file().root().all("arguments").stream()
                .flatMap(one -> one.parts().stream())
                .anyMatch(one -> one.is("identifier") && one.text().equals(name));
    }

    private void chain(Receivers receiver, SnippetCalls.Registration call) throws MergeConflict {
        SyntaxNode creation = receiver.creation();
        SyntaxNode access = creation.parent();
        if (access == null) {
            return;
        }
        List<String> arguments = new ArrayList<>();
        for (SyntaxNode argument : call.arguments().parts()) {
            SyntaxNode inline = shown.initializer(argument);
            boolean missing = inline != null && needs.madeBy(inline) instanceof String origin && draft.holderOf(origin).isEmpty();
            arguments.add(needs.take(inline != null && missing ? inline : argument));
            if (inline != null && missing) {
                needs.rename(argument.text(), argument.text());
            }
        }
        String between = draft.text().substring(creation.end(), access.end());
        int dot = creation.end() + between.indexOf('.');
        String gap = draft.text().substring(creation.end(), dot);
        String code = (gap.isBlank() ? gap : "") + "." + call.method() + "(" + String.join(", ", arguments) + ")";
        draft.update(
                draft.text().substring(0, creation.end()) + code + draft.text().substring(creation.end()),
                "Added `." + call.method() + "(" + String.join(", ", arguments) + ")` to the chain of `" + receiver.maker() + "`.");
    }

    private static Place place(SnippetCalls.Registration call) {
        if (call.late() || call.statement() == null) {
            return call.late() ? Place.BEHIND_ROUTES : Place.EARLY;
        }
        List<SyntaxNode> block = blockOf(call.statement());
        return block.subList(0, block.indexOf(call.statement())).stream().anyMatch(one -> BODY.matcher(one.text()).matches()) ? Place.BEHIND_BODIES : Place.EARLY;
    }

    /** Inserts statements behind a receiver's creation and settings, behind what reads bodies, or behind its routes. */
    private void insert(String name, List<String> codes, Place place) {
        JsFile file = draft.file();
        Receivers receiver = Receivers.of(file).stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        List<SyntaxNode> block = blockOf(receiver.statement());
        int index = block.indexOf(receiver.statement());
        int at = switch (place) {
            case EARLY -> lastSetting(block, index, name);
            case BEHIND_BODIES -> lastBody(block, index, name);
            case BEHIND_ROUTES -> lastRoute(block, index, name);
        };
        String own = JsText.indentAt(file.text(), receiver.statement().start());
        String placed = own + JsText.reindent(String.join("\n", codes), "", own);
        int end = JsText.lineEnd(file.text(), block.get(at).end());
        String tail = file.text().substring(end);
        boolean paragraph = tail.matches("(?s)\\r?\\n[ \\t]*\\r?\\n.*") && at + 1 < block.size();
        String titles = codes.stream().map(SetupCalls::lastLine).collect(Collectors.joining("`, `"));
        draft.update(
                file.text().substring(0, end) + (paragraph ? "\n\n" : "\n") + placed + tail,
                "Added `" + titles + "`.");
    }

    private static String lastLine(String code) {
        List<SyntaxNode> statements = JsFile.parse(code).statements();
        String text = statements.isEmpty() ? code : statements.getLast().text();
        return text.contains("\n") ? text.substring(0, text.indexOf('\n')) + " ..." : text;
    }

    private String code(Receivers receiver, SnippetCalls.Registration call) throws MergeConflict {
        if (call.statement() != null) {
            String body = needs.take(call.statement());
            String indent = JsText.indentAt(shown.file().text(), call.statement().start());
            String text = JsText.reindent(
                    Comments.above(shown.file(), call.statement()) + body + Comments.behind(shown.file(), call.statement()), indent, "");
            return text.startsWith("await ") && !mayAwait(receiver) ? text.substring("await ".length()) : text;
        }
        String end = draft.style().semicolons() ? ";" : "";
        return receiver.name() + "." + call.method() + needs.take(call.arguments()) + end;
    }

    private boolean mayAwait(Receivers receiver) {
        SyntaxNode function = receiver.statement().above(Names::isFunction).orElse(null);
        return function == null ? draft.style().esm() : function.text().startsWith("async") || function.first("async") != null;
    }

    private static List<SyntaxNode> blockOf(SyntaxNode statement) {
        SyntaxNode parent = statement.parent();
        return parent == null ? List.of(statement) : parent.parts();
    }

    /** Index of the receiver's creation, or of the last setting made directly behind it. */
    private static int lastSetting(List<SyntaxNode> block, int index, String name) {
        int at = index;
        while (at + 1 < block.size() && SETTINGS.contains(methodOn(block.get(at + 1), name))) {
            at++;
        }
        return at;
    }

    /** Index of the last statement that has bodies read, where there is one. */
    private static int lastBody(List<SyntaxNode> block, int index, String name) {
        int last = lastSetting(block, index, name);
        for (int i = index + 1; i < block.size(); i++) {
            last = BODY.matcher(block.get(i).text()).matches() && methodOn(block.get(i), name).equals("use") ? i : last;
        }
        return last;
    }

    /** Index of the last route or middleware that is no error handler. */
    private static int lastRoute(List<SyntaxNode> block, int index, String name) {
        int last = index;
        for (int i = index + 1; i < block.size(); i++) {
            String method = methodOn(block.get(i), name);
            boolean handler = block.get(i).text().matches("(?s).*\\(\\s*\\w*([eE]rror|notFound)\\w*\\s*\\).*")
                    || block.get(i).text().matches("(?s)\\w+\\.use\\(\\s*(async )?(function)?\\s*\\((\\s*\\w+[^,)]*,){3}[^,)]*\\).*");
            if ((ROUTES.contains(method) || method.equals("use")) && !handler) {
                last = i;
            }
        }
        return last;
    }

    /** The method that a statement calls on a variable, or empty. */
    static String methodOn(SyntaxNode statement, String name) {
        if (!statement.is("expression_statement") || statement.parts().isEmpty()) {
            return "";
        }
        SyntaxNode at = statement.parts().getFirst();
        while (at.is("await_expression") && !at.parts().isEmpty()) {
            at = at.parts().getFirst();
        }
        SyntaxNode function = at.child("function");
        boolean on = at.is("call_expression") && function != null && function.is("member_expression")
                && function.textOf("object").equals(name);
        return on && function != null ? function.textOf("property") : "";
    }

    static boolean isRoute(SyntaxNode statement, String name) {
        return ROUTES.contains(methodOn(statement, name));
    }
}
