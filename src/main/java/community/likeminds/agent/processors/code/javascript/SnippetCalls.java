package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The calls of a snippet that set something up, told from the calls that only show how the SDK is used. */
final class SnippetCalls {

    /**
     * @param statement the whole statement, or null when the call is a link of a chain
     * @param receiver the snippet's variable that it is called on, or empty
     * @param made how the snippet makes the receiver, or null when it does not
     * @param method method that is called
     * @param arguments its arguments
     * @param origins what of the SDK it registers, {@code module#exported}; empty for a setting of the framework
     * @param localNames the snippet's names of that
     * @param late whether the snippet shows it behind routes
     */
    record Registration(
            @Nullable SyntaxNode statement,
            String receiver,
            @Nullable Receivers made,
            String method,
            SyntaxNode arguments,
            Set<String> origins,
            Set<String> localNames,
            boolean late) {

        String title() {
            String on = receiver.isEmpty() ? "" : receiver + ".";
            String text = arguments.text().contains("\n") ? "(...)" : arguments.text();
            return on + method + text;
        }
    }

    private static final Set<String> REGISTER = Set.of("use", "register", "route", "all", "on", "plugin", "mount",
            "useGlobalInterceptors", "useGlobalPipes", "useGlobalGuards", "useGlobalFilters", "useLogger", "useWebSocketAdapter", "connectMicroservice");
    private static final String VERBS = "(init|initialize|initialise|configure|config|setup|set|use|register|install|start|extend|load"
            + "|enable|attach|bootstrap|boot|connect|instrument|define)([A-Z]\\w*)?";

    /** What an application of Nest is told before it listens, whoever's guide shows it. */
    private static final Pattern OF_NEST = Pattern.compile("enable(?:Cors|ShutdownHooks|Versioning)|setGlobalPrefix|useGlobal(?:Pipes|Guards|Filters|Interceptors)|useBodyParser");

    /** What an application of Express is told; a whole example tells its own what it likes. */
    private static final Set<String> OF_EXPRESS = Set.of("set", "enable", "disable");

    /** Where middleware of the framework's own comes from. */
    private static final Set<String> FRAMEWORK = Set.of("express", "body-parser", "@nestjs/common", "@nestjs/core", "@nestjs/platform-express");

    private static final String SERVER = "(?i)[a-z]*(app|server|fastify|api|hono|koa|instance|router)";

    private final JsFile file;
    private final Sdk sdk;
    private final List<Registration> registrations = new ArrayList<>();
    private final List<SyntaxNode> alone = new ArrayList<>();
    private final List<SyntaxNode> examples = new ArrayList<>();
    private final List<Receivers> receivers;

    SnippetCalls(JsFile file, Sdk sdk) {
        this.file = file;
        this.sdk = sdk;
        this.receivers = Receivers.of(file);
        Set<SyntaxNode> blocks = new LinkedHashSet<>();
        blocks.add(file.root());
        for (Receivers one : receivers) {
            if (one.statement().parent() != null) {
                blocks.add(one.statement().parent());
            }
        }
        for (SyntaxNode block : blocks) {
            boolean[] late = {false};
            for (SyntaxNode statement : block.parts()) {
                read(statement, late);
            }
        }
    }

    JsFile file() {
        return file;
    }

    /** Calls on a server or application. */
    List<Registration> registrations() {
        return registrations;
    }

    /** Calls of the SDK itself that stand alone, for example {@code Sdk.init({...})}. */
    List<SyntaxNode> alone() {
        return alone;
    }

    /** Top-level calls that are examples. */
    List<SyntaxNode> examples() {
        return examples;
    }

    private void read(SyntaxNode statement, boolean[] late) {
        for (Receivers receiver : receivers) {
            if (receiver.statement() == statement) {
                chain(receiver);
                return;
            }
        }
        if (!statement.is("expression_statement") || statement.parts().isEmpty() || JsImport.of(statement) != null) {
            return;
        }
        SyntaxNode expression = statement.parts().getFirst();
        while (expression.is("await_expression") && !expression.parts().isEmpty()) {
            expression = expression.parts().getFirst();
        }
        SyntaxNode root = Sdk.rootName(expression);
        SyntaxNode function = expression.child("function");
        SyntaxNode arguments = expression.child("arguments");
        if (root == null || function == null || arguments == null || !arguments.is("arguments")) {
            return;
        }
        String name = root.text();
        Receivers made = receivers.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
        boolean onServer = made != null || !isKnown(name) && name.matches(SERVER);
        String method = SetupCalls.methodOn(statement, name);
        if (onServer && !method.isEmpty()) {
            Set<String> locals = used(arguments);
            if (SetupCalls.isRoute(statement, name) && !REGISTER.contains(method)) {
                late[0] = true;
            }
            if (REGISTER.contains(method) && !locals.isEmpty() && !isExampleHandler(arguments)) {
                registrations.add(new Registration(
                        statement, name, made, method, arguments, origins(locals), locals, late[0]));
            } else if (OF_NEST.matcher(method).matches() && ofFramework(arguments) || alone(made) && (setting(method, arguments) || method.equals("use") && ownMiddleware(arguments))) {
                registrations.add(new Registration(statement, name, made, method, arguments, Set.of(), Set.of(), late[0]));
            } else if (!locals.isEmpty()) {
                examples.add(statement);
            }
        } else if (sdk.ownsName(file, name) || isInstance(name)) {
            Set<String> own = Names.free(arguments);
            Receivers passed = receivers.stream().filter(one -> own.contains(one.name())).findFirst().orElse(null);
            String called = function.is("member_expression") ? function.textOf("property") : function.text();
            boolean direct = function.is("identifier") || function.is("member_expression");
            if (!direct || !setsUp(expression, called)) {
                examples.add(statement);
            } else if (passed != null && sdk.ownsName(file, name)) {
                Set<String> locals = Set.of(name);
                registrations.add(new Registration(
                        statement, passed.name(), passed, called, arguments, origins(locals), locals, late[0]));
            } else {
                alone.add(statement);
            }
        }
    }

    /** The links of the chain that begins with a receiver's creation. */
    private void chain(Receivers receiver) {
        SyntaxNode at = receiver.creation();
        while (at.parent() instanceof SyntaxNode access && access.is("member_expression")
                && access.parent() instanceof SyntaxNode call && call.is("call_expression")) {
            String method = access.textOf("property");
            SyntaxNode arguments = call.child("arguments");
            if (arguments != null && REGISTER.contains(method) && !used(arguments).isEmpty()) {
                Set<String> locals = used(arguments);
                registrations.add(new Registration(null, receiver.name(), receiver, method, arguments, origins(locals), locals, false));
            }
            at = call;
        }
    }

    /** Every link of a chain has to be a set-up call, {@code i18n.use(x).init({})}; results that are used make an example. */
    private static boolean setsUp(SyntaxNode expression, String called) {
        if (!called.matches(VERBS)) {
            return false;
        }
        SyntaxNode function = expression.child("function");
        SyntaxNode object = function == null ? null : function.child("object");
        if (object != null && object.is("call_expression") && object.child("function") instanceof SyntaxNode inner) {
            return setsUp(object, inner.is("member_expression") ? inner.textOf("property") : inner.text());
        }
        return true;
    }

    private static boolean isExampleHandler(SyntaxNode arguments) {
        return arguments.parts().stream().anyMatch(Names::isFunction);
    }

    /** Whether arguments name nothing but what the framework exports. */
    private boolean ofFramework(SyntaxNode arguments) {
        return !isExampleHandler(arguments) && Names.free(arguments).stream().allMatch(name -> Bindings.GLOBALS.contains(name)
                || file.importOf(name).filter(one -> one.module().startsWith("@nestjs/")).isPresent());
    }

    /** Whether the snippet shows the call for an application that is there, rather than an example that makes one. */
    private static boolean alone(@Nullable Receivers made) {
        return made == null || made.maker().equals("NestFactory.create");
    }

    private static boolean setting(String method, SyntaxNode arguments) {
        return OF_EXPRESS.contains(method) && !arguments.parts().isEmpty() && arguments.parts().getFirst().is("string") && Names.free(arguments).stream().allMatch(Bindings.GLOBALS::contains);
    }

    /** Whether arguments are middleware that comes with the framework. */
    private boolean ownMiddleware(SyntaxNode arguments) {
        Set<String> free = Names.free(arguments);
        return !isExampleHandler(arguments) && arguments.parts().stream().anyMatch(one -> one.is("call_expression")) && !free.isEmpty()
                && free.stream().allMatch(name -> Bindings.GLOBALS.contains(name) || file.importOf(name).filter(one -> FRAMEWORK.contains(one.module())).isPresent());
    }

    private boolean isKnown(String name) {
        return file.importOf(name).isPresent() || file.declared().containsKey(name) || Bindings.GLOBALS.contains(name);
    }

    /** Whether a variable of the snippet holds something that the SDK made. */
    boolean isInstance(String name) {
        SyntaxNode statement = file.declared().get(name);
        SyntaxNode value = statement == null ? null : Needs.initializer(statement);
        SyntaxNode root = value == null ? null : Sdk.rootName(value);
        return root != null && value != null && Sdk.constructs(value) && sdk.ownsName(file, root.text());
    }

    private Set<String> used(SyntaxNode arguments) {
        Set<String> found = new LinkedHashSet<>();
        for (String name : Names.free(arguments)) {
            if (sdk.ownsName(file, name) || isInstance(name)) {
                found.add(name);
            }
        }
        return found;
    }

    private Set<String> origins(Set<String> locals) {
        Set<String> origins = new HashSet<>();
        for (String name : locals) {
            String origin = file.origin(name);
            SyntaxNode statement = file.declared().get(name);
            SyntaxNode value = statement == null ? null : Needs.initializer(statement);
            SyntaxNode root = value == null ? null : Sdk.rootName(value);
            if (origin == null && root != null) {
                origin = file.origin(root.text());
            }
            if (origin != null) {
                origins.add(origin);
            }
        }
        return origins;
    }

    /** The initializer of the snippet's variable that an argument names, when nothing else uses that variable; else null. */
    @Nullable SyntaxNode initializer(SyntaxNode argument) {
        SyntaxNode statement = argument.is("identifier") ? file.declared().get(argument.text()) : null;
        if (statement == null || !isInstance(argument.text())) {
            return null;
        }
        long uses = file.root().all("identifier", "shorthand_property_identifier").stream()
                .filter(one -> one.text().equals(argument.text()))
                .count();
        return uses == 2 ? Needs.initializer(statement) : null;
    }
}
