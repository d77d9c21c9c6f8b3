package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The object that middleware and plugins are registered on: a server or an application, known by how it is made.
 *
 * @param name variable, empty when it is made inside a chain of calls
 * @param maker what makes it, for example {@code express} or {@code NestFactory.create}
 * @param creation the call that makes it
 * @param statement the statement that holds it
 */
record Receivers(String name, String maker, SyntaxNode creation, SyntaxNode statement) {

    private static final Set<String> MAKERS = Set.of(
            "express", "fastify", "Fastify", "Hono", "OpenAPIHono", "Koa", "createApp", "createSSRApp", "NestFactory.create",
            "polka", "restify.createServer", "Elysia", "createServer", "feathers", "Router", "express.Router", "new Vue");

    /** Every receiver of a file. */
    static List<Receivers> of(JsFile file) {
        List<Receivers> found = new ArrayList<>();
        for (SyntaxNode call : file.root().all("call_expression", "new_expression")) {
            SyntaxNode function = call.is("new_expression") ? call.child("constructor") : call.child("function");
            if (function == null || !MAKERS.contains(function.text()) || function.text().endsWith("Router")) {
                continue;
            }
            SyntaxNode statement = call.above(one -> one.is("lexical_declaration", "variable_declaration",
                    "expression_statement", "export_statement", "return_statement")).orElse(null);
            if (statement == null || statement.above(one -> one.is("arguments") && one.within(statement)).isPresent()) {
                continue;
            }
            if (call.above(one -> one.is("arguments")).filter(one -> one.within(statement)).isPresent()) {
                continue;
            }
            SyntaxNode declarator = call.above(one -> one.is("variable_declarator"))
                    .filter(one -> one.within(statement)).orElse(null);
            String name = declarator == null ? "" : declarator.textOf("name");
            SyntaxNode whole = statement.parent() != null && statement.parent().is("export_statement")
                    ? statement.parent() : statement;
            found.add(new Receivers(name, function.text(), call, whole));
        }
        return found;
    }

    /** The receiver of a target for one that a snippet uses: made the same way, the only one, or the one of the same name. */
    static Optional<Receivers> matching(JsFile target, @Nullable Receivers shown, String name) {
        List<Receivers> all = of(target);
        if (shown != null) {
            List<Receivers> alike = all.stream().filter(one -> maker(one).equals(maker(shown))).toList();
            if (alike.size() == 1) {
                return Optional.of(alike.getFirst());
            }
            if (!alike.isEmpty()) {
                all = alike;
            }
        }
        if (all.size() == 1) {
            return Optional.of(all.getFirst());
        }
        return all.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private static String maker(Receivers one) {
        return one.maker().replace("Fastify", "fastify").replace("createSSRApp", "createApp").replace("OpenAPIHono", "Hono");
    }

    /** Whether it is made at the beginning of a chain of calls and not kept on its own. */
    boolean chained() {
        SyntaxNode parent = creation.parent();
        boolean member = parent != null && parent.is("member_expression");
        return member && (name.isEmpty() || statement.is("lexical_declaration", "variable_declaration"));
    }
}
