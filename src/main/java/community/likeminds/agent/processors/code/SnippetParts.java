package community.likeminds.agent.processors.code;

import community.likeminds.agent.processors.code.SourceCode.ImportedName;
import java.util.List;

/**
 * What a piece of documented code consists of.
 *
 * @param valid whether it parses (bare ellipses are taken for what they mean)
 * @param error the first syntax error, one sentence; empty when it parses
 * @param script whether it is JavaScript or TypeScript; only then is more than the literals known
 * @param typescript whether it contains types
 * @param imports its imports
 * @param instances what it makes with the SDK at the top level
 * @param wrappers elements of the SDK that it shows around the application, outer ones first
 * @param leaves elements of the SDK that it shows beside the application
 * @param shown other elements of the SDK: shown in use
 * @param calls calls that set something up
 * @param components components that it defines
 * @param declares every top-level name that it declares
 * @param missing names that it uses and neither imports nor declares
 * @param exports whether it exports something
 * @param exportsConfiguration whether its default export is a configuration
 * @param rendersApplication whether it renders an application into the page
 * @param wholeFile whether it is a file on its own: imports with an export or a render call
 * @param markupOnly whether it is nothing but elements
 * @param importsOnly whether it is nothing but imports that bind names
 * @param elided whether it says that something is left out
 * @param commonJs whether it requires modules
 * @param literals its string literals
 */
public record SnippetParts(
        boolean valid,
        String error,
        boolean script,
        boolean typescript,
        List<ImportedName> imports,
        List<Instance> instances,
        List<Element> wrappers,
        List<Element> leaves,
        List<Element> shown,
        List<SetupCall> calls,
        List<String> components,
        List<String> declares,
        List<String> missing,
        boolean exports,
        boolean exportsConfiguration,
        boolean rendersApplication,
        boolean wholeFile,
        boolean markupOnly,
        boolean importsOnly,
        boolean elided,
        boolean commonJs,
        List<Literal> literals) {

    /** Literals that a reader has to replace. */
    public List<Literal> placeholders() {
        return literals.stream().filter(Literal::placeholder).toList();
    }

    /** Whether there is something in it that sets the SDK up. */
    public boolean setsUp() {
        boolean sideEffects = imports.stream().anyMatch(one -> one.name().isEmpty());
        return !instances.isEmpty() || !wrappers.isEmpty() || !leaves.isEmpty() || !calls.isEmpty() || exportsConfiguration
                || sideEffects;
    }

    /**
     * @param name variable
     * @param maker constructor or factory, as exported
     * @param module module of the maker
     */
    public record Instance(String name, String maker, String module) {}

    /**
     * @param tag as it is written
     * @param module module that it is imported from, or empty when the snippet does not import it
     * @param attributes names of its attributes
     */
    public record Element(String tag, String module, List<String> attributes) {}

    /**
     * @param receiver variable that it is called on, empty for a function of the SDK itself
     * @param receiverMaker what makes the receiver ({@code express}, {@code createApp}), empty when the snippet does not say
     * @param method name of the function or method
     * @param names names of the SDK that it needs, as exported
     */
    public record SetupCall(String receiver, String receiverMaker, String method, List<String> names) {}

    /**
     * @param value without quotes
     * @param property key, attribute, variable or function that it is given to, or empty
     * @param start offset of the opening quote
     * @param end offset behind the closing quote
     * @param placeholder whether it is one that a reader has to replace
     */
    public record Literal(String value, String property, int start, int end, boolean placeholder) {}
}
