package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a snippet's JSX shows: elements of the SDK around the application, elements beside the application, and elements that
 * are only shown in use.
 */
final class SnippetJsx {

    /** What stands in the head of a document is no application. */
    private static final Set<String> HEAD = Set.of("title", "meta", "link", "base", "script", "style", "noscript");

    private final JsFile snippet;
    private final Sdk sdk;
    private final List<SyntaxNode> wrappers = new ArrayList<>();
    private final List<SyntaxNode> leaves = new ArrayList<>();
    private final List<SyntaxNode> shown = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    SnippetJsx(JsFile snippet, Sdk sdk) {
        this.snippet = snippet;
        this.sdk = sdk;
        Set<String> tags = new HashSet<>();
        for (SyntaxNode element : Jsx.elements(snippet.root())) {
            String tag = Jsx.tag(element);
            if (tag.isEmpty() || !isSdk(element) || !tags.add(tag)) {
                continue;
            }
            if (!insideApplication(element) && showsApplication(element)) {
                wrappers.add(element);
            } else if (isBeside(element)) {
                leaves.add(element);
            } else {
                shown.add(element);
                leftOut.add("`<" + tag + ">` is shown in use; where it belongs in this project is not said.");
            }
        }
    }

    /** SDK elements that hold the application, outer ones first. */
    List<SyntaxNode> wrappers() {
        return wrappers;
    }

    /** SDK elements beside the application. */
    List<SyntaxNode> leaves() {
        return leaves;
    }

    /** Other SDK elements. */
    List<SyntaxNode> shown() {
        return shown;
    }

    List<String> leftOut() {
        return leftOut;
    }

    private boolean isSdk(SyntaxNode element) {
        return sdk.ownsName(snippet, Jsx.tag(element));
    }

    /** Whether an element is the SDK's, or one that the snippet neither imports nor declares. */
    boolean isProvider(SyntaxNode element) {
        String tag = Jsx.tag(element);
        String root = tag.contains(".") ? tag.substring(0, tag.indexOf('.')) : tag;
        boolean known = snippet.importOf(root).isPresent() || snippet.declared().containsKey(root);
        return isSdk(element) || !known && tag.matches(".*(Provider|Boundary|Root|Context)$");
    }

    /** Whether an element stands within a component of the application itself, as what {@code <App>} holds: it is shown in use there. */
    private boolean insideApplication(SyntaxNode element) {
        for (SyntaxNode holder = Jsx.holder(element); holder != null; holder = Jsx.holder(holder)) {
            String tag = Jsx.tag(holder);
            if (Set.of("App", "Application").contains(tag) && !isSdk(holder)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the application stands somewhere inside an element. */
    private boolean showsApplication(SyntaxNode element) {
        List<SyntaxNode> children = Jsx.children(element);
        if (children.isEmpty()) {
            return Jsx.opening(element) != element && element.children().stream().anyMatch(Jsx::isComment);
        }
        return children.stream().anyMatch(this::isApplication);
    }

    private boolean isApplication(SyntaxNode child) {
        if (Jsx.isChildren(child) || child.is("jsx_text")) {
            return true;
        }
        if (!Jsx.isElement(child)) {
            return child.all("identifier").stream().anyMatch(one -> one.text().matches("children|App|Component"));
        }
        String tag = Jsx.tag(child);
        if (isSdk(child)) {
            return showsApplication(child) && !Jsx.children(child).stream().allMatch(one -> one.is("jsx_text"));
        }
        if (!tag.isEmpty() && JsText.isComponentName(tag)) {
            return Jsx.children(child).isEmpty() || Jsx.children(child).stream().anyMatch(this::isApplication)
                    || Jsx.elements(child).stream().noneMatch(this::isSdk);
        }
        if (HEAD.contains(tag)) {
            return false;
        }
        List<SyntaxNode> inside = Jsx.children(child);
        boolean uses = Jsx.elements(child).stream().anyMatch(one -> one != child && isSdk(one));
        return inside.stream().anyMatch(one -> Jsx.isChildren(one) || Jsx.isElement(one) && isApplication(one))
                || !uses && !tag.isEmpty();
    }

    /** Whether an element stands beside the application: in a provider, a fragment or the body. */
    private boolean isBeside(SyntaxNode element) {
        SyntaxNode holder = Jsx.holder(element);
        if (isOfGuide(element)) {
            return true;
        }
        if (holder == null) {
            return false;
        }
        for (SyntaxNode wrapper : wrappers) {
            if (holder == wrapper) {
                return true;
            }
        }
        boolean application = Jsx.children(holder).stream().anyMatch(one -> one != element && isPlainApplication(one));
        boolean mark = holder.children().stream().anyMatch(Jsx::isComment);
        String tag = Jsx.tag(holder);
        return (tag.isEmpty() || tag.equals("body") || isProvider(holder)) && (application || mark);
    }

    /** Whether an element is a component of a module that the guide creates in the project. */
    boolean isOfGuide(SyntaxNode element) {
        return snippet.importOf(Jsx.tag(element)).filter(one -> JsText.isLocal(one.module()) && sdk.owns(one.module())).isPresent();
    }

    private boolean isPlainApplication(SyntaxNode child) {
        return Jsx.isChildren(child) || Jsx.isElement(child) && !isSdk(child) && isApplication(child);
    }

    /** {@code html} or {@code body} when a wrapper stands directly around it, else null. */
    @Nullable String hostInside(SyntaxNode wrapper) {
        for (SyntaxNode child : Jsx.children(wrapper)) {
            if (Set.of("html", "body").contains(Jsx.tag(child))) {
                return Jsx.tag(child);
            }
            if (Jsx.isElement(child) && isSdk(child)) {
                return hostInside(child);
            }
        }
        return null;
    }
}
