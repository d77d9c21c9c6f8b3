package community.likeminds.agent.processors.code;

import community.likeminds.agent.processors.code.SourceCode.ImportedName;
import java.util.List;
import java.util.Set;

/**
 * What a piece of documented code consists of.
 *
 * @param parses whether it parses (bare ellipses are taken for what they mean)
 * @param error the first syntax error, one sentence; empty when it parses
 * @param script whether it is JavaScript or TypeScript; only then is more than the literals known
 * @param typescript whether it contains types
 * @param imports its imports
 * @param made what it makes with the SDK
 * @param wrappers elements of the SDK that it shows around the application, outer ones first
 * @param leaves elements of the SDK that it shows beside the application
 * @param shown other elements of the SDK: shown in use
 * @param calls calls that set something up
 * @param components components that it defines
 * @param component the component that it exports, its default export first; empty when there is none
 * @param declared every top-level name that it declares
 * @param missing names that it uses and neither imports nor declares
 * @param exports whether it exports something
 * @param exportsConfig whether its default export is a configuration
 * @param rendersApplication whether it renders an application into the page
 * @param wholeFile whether it is a file on its own: imports with an export or a render call
 * @param fragment whether it is nothing but elements, or a single expression
 * @param importsOnly whether it is nothing but imports that bind names
 * @param sideEffectImportsOnly whether it is nothing but imports for their side effect
 * @param elided whether it says that something is left out
 * @param commonJs whether it requires modules
 * @param literals its string literals
 * @param environment names of environment variables that it reads
 */
public record SnippetParts(
        boolean parses,
        String error,
        boolean script,
        boolean typescript,
        List<ImportedName> imports,
        List<Made> made,
        List<Element> wrappers,
        List<Element> leaves,
        List<Element> shown,
        List<Call> calls,
        List<String> components,
        String component,
        Set<String> declared,
        List<String> missing,
        boolean exports,
        boolean exportsConfig,
        boolean rendersApplication,
        boolean wholeFile,
        boolean fragment,
        boolean importsOnly,
        boolean sideEffectImportsOnly,
        boolean elided,
        boolean commonJs,
        List<Literal> literals,
        List<String> environment) {

    /** Literals that a reader has to replace. */
    public List<Literal> placeholders() {
        return literals.stream().filter(Literal::placeholder).toList();
    }

    /** Literals that are addresses on the web. */
    public List<Literal> urls() {
        return literals.stream().filter(one -> one.text().matches("(?i)(https?|wss?)://\\S+")).toList();
    }

    /** Whether there is something in it that sets the SDK up. */
    public boolean setsUp() {
        boolean sideEffects = imports.stream().anyMatch(one -> one.name().isEmpty());
        return made.stream().anyMatch(Made::topLevel) || !wrappers.isEmpty() || !leaves.isEmpty() || !calls.isEmpty()
                || exportsConfig || sideEffects;
    }

    /**
     * @param name variable
     * @param maker constructor, factory or static method as it is written, {@code Client} or {@code Client.builder}
     * @param exported exported name that the maker comes from
     * @param module module of the maker
     * @param isExported whether the variable is exported
     * @param topLevel whether it is made at the top level rather than inside a component
     * @param statement source of its declaration with the comment above it
     * @param uses names that the declaration uses
     */
    public record Made(
            String name, String maker, String exported, String module, boolean isExported, boolean topLevel, String statement,
            List<String> uses) {}

    /**
     * @param tag as it is written
     * @param module module that it is imported from, or empty when the snippet does not import it
     * @param attributes names of its attributes
     * @param aroundChildren whether {@code {children}} stands in it
     */
    public record Element(String tag, String module, List<String> attributes, boolean aroundChildren) {}

    /**
     * @param receiver variable that it is called on, empty for a function of the SDK itself
     * @param receiverMaker what makes the receiver ({@code express}, {@code createApp}), empty when the snippet does not say
     * @param method name of the function or method, {@code Sdk.init} for a function of the SDK
     * @param names names of the SDK that it needs, as exported
     * @param arguments source of its arguments without the parentheses
     */
    public record Call(String receiver, String receiverMaker, String method, List<String> names, String arguments) {}

    /**
     * @param about key, attribute, variable or function that it is given to, or empty
     * @param text value without quotes
     * @param start offset of the opening quote
     * @param end offset behind the closing quote
     * @param attribute whether it is the value of a JSX attribute
     * @param placeholder whether it is one that a reader has to replace
     */
    public record Literal(String about, String text, int start, int end, boolean attribute, boolean placeholder) {}
}
