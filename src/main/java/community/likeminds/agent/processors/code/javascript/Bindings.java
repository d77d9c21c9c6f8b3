package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.HashSet;
import java.util.Set;

/** Every name that a file binds anywhere, and the names that every environment has. */
final class Bindings {

    static final Set<String> GLOBALS = Set.of(
            "window", "document", "globalThis", "global", "process", "console", "undefined", "NaN", "Infinity", "Math", "JSON",
            "Object", "Array", "String", "Number", "Boolean", "Symbol", "Date", "Promise", "Map", "Set", "WeakMap", "WeakSet",
            "RegExp", "Error", "TypeError", "RangeError", "URL", "URLSearchParams", "fetch", "Request", "Response", "Headers",
            "FormData", "Blob", "File", "FileReader", "AbortController", "AbortSignal", "setTimeout", "clearTimeout",
            "setInterval", "clearInterval", "queueMicrotask", "requestAnimationFrame", "structuredClone", "localStorage",
            "sessionStorage", "navigator", "location", "history", "crypto", "performance", "Buffer", "require", "module",
            "exports", "__dirname", "__filename", "React", "JSX", "Intl", "BigInt", "parseInt", "parseFloat", "isNaN",
            "encodeURIComponent", "decodeURIComponent", "TextEncoder", "TextDecoder", "Uint8Array", "ArrayBuffer", "Event",
            "CustomEvent", "EventTarget", "EventSource", "WebSocket", "Worker", "HTMLElement", "HTMLDivElement",
            "HTMLInputElement", "HTMLButtonElement", "Element", "Node", "MutationObserver", "IntersectionObserver",
            "ResizeObserver", "Record", "Partial", "Required", "Readonly", "Pick", "Omit", "Awaited", "ReturnType",
            "Parameters", "Exclude", "Extract", "NonNullable", "NodeJS", "const", "arguments", "Deno", "Bun", "self",
            "atob", "btoa", "alert", "confirm", "defineNuxtConfig", "defineNuxtPlugin", "import", "Proxy", "Reflect", "Function",
            "customElements", "AsyncIterable", "Iterable", "unknown", "describe", "it", "test", "expect");

    private Bindings() {}

    static Set<String> of(JsFile file) {
        Set<String> names = new HashSet<>();
        for (JsImport one : file.imports()) {
            one.names().forEach(name -> names.add(name.local()));
        }
        names.addAll(file.declared().keySet());
        file.root().walk(node -> collect(node, names));
        return names;
    }

    private static void collect(SyntaxNode node, Set<String> names) {
        if (node.is("formal_parameters")) {
            Names.bound(node, names);
        } else if (node.is("variable_declarator", "function_declaration", "class_declaration", "enum_declaration",
                        "type_alias_declaration", "interface_declaration", "generator_function_declaration")
                && node.child("name") instanceof SyntaxNode name) {
            if (name.is("type_identifier")) {
                names.add(name.text());
            } else {
                Names.bound(name, names);
            }
        } else if (node.is("arrow_function", "catch_clause") && node.child("parameter") instanceof SyntaxNode parameter) {
            Names.bound(parameter, names);
        }
    }
}
