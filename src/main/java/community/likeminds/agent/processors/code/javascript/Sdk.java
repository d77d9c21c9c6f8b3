package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells names of the SDK from others: what is imported from the packages that the guide installs. Without packages every
 * package counts but the frameworks that a guide builds on.
 */
final class Sdk {

    private static final Set<String> FRAMEWORKS = Set.of(
            "react", "react-dom", "next", "vue", "svelte", "solid-js", "preact", "@angular/core", "express", "fastify", "koa",
            "hono", "vite", "@vitejs/plugin-react", "@vitejs/plugin-vue", "@sveltejs/vite-plugin-svelte", "nuxt", "astro",
            "react-router", "react-router-dom", "vue-router", "typescript", "webpack", "http", "fs", "path", "url", "crypto",
            "@vitejs/plugin-react-swc", "@nestjs/core", "@nestjs/common", "react-native", "expo", "expo-router", "body-parser");

    private final List<String> packages;

    Sdk(List<String> packages) {
        this.packages = packages;
    }

    boolean owns(String module) {
        if (packages.contains(module) || packages.contains(JsText.packageOf(module))) {
            return true;
        }
        if (module.startsWith("virtual:")) {
            return true;
        }
        return packages.isEmpty()
                && !JsText.isLocal(module)
                && !module.startsWith("node:")
                && !FRAMEWORKS.contains(JsText.packageOf(module));
    }

    boolean ownsName(JsFile file, String local) {
        String root = local.contains(".") ? local.substring(0, local.indexOf('.')) : local;
        return file.importOf(root).map(one -> owns(one.module())).orElse(false);
    }

    /** Whether some code names something of the SDK. */
    boolean usedIn(JsFile file, SyntaxNode code) {
        return Names.free(code).stream().anyMatch(name -> ownsName(file, name));
    }

    /** The name that is called or constructed at the root of an expression: {@code a} of {@code new a.B().c()}; or null. */
    static @Nullable SyntaxNode rootName(SyntaxNode expression) {
        SyntaxNode at = expression;
        while (true) {
            SyntaxNode next = switch (at.type()) {
                case "call_expression" -> at.child("function");
                case "new_expression" -> at.child("constructor");
                case "member_expression" -> at.child("object");
                case "await_expression", "parenthesized_expression", "as_expression", "satisfies_expression",
                        "non_null_expression" -> at.parts().isEmpty() ? null : at.parts().getFirst();
                default -> null;
            };
            if (next == null) {
                return at.is("identifier") ? at : null;
            }
            at = next;
        }
    }

    /** Whether an expression calls or constructs something, at its root or further out. */
    static boolean constructs(SyntaxNode expression) {
        SyntaxNode at = expression;
        while (at.is("await_expression", "parenthesized_expression", "as_expression", "satisfies_expression",
                        "non_null_expression")
                && !at.parts().isEmpty()) {
            at = at.parts().getFirst();
        }
        return at.is("call_expression", "new_expression");
    }
}
