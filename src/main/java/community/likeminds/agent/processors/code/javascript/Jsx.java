package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSX elements: their tags, attributes and children. */
final class Jsx {

    private Jsx() {}

    static boolean isElement(SyntaxNode node) {
        return node.is("jsx_element", "jsx_self_closing_element", "jsx_fragment");
    }

    /** The tag, empty for a fragment. */
    static String tag(SyntaxNode element) {
        SyntaxNode open = opening(element);
        return open == null ? "" : open.textOf("name");
    }

    /** The opening tag; the element itself when it closes itself; null for a node that is no element. */
    static @Nullable SyntaxNode opening(SyntaxNode element) {
        if (element.is("jsx_self_closing_element")) {
            return element;
        }
        SyntaxNode open = element.child("open_tag");
        return open != null ? open : element.first("jsx_opening_element");
    }

    static @Nullable SyntaxNode closing(SyntaxNode element) {
        SyntaxNode close = element.child("close_tag");
        return close != null ? close : element.first("jsx_closing_element");
    }

    /** Attributes by name; spreads are not among them. */
    static Map<String, SyntaxNode> attributes(SyntaxNode element) {
        Map<String, SyntaxNode> found = new LinkedHashMap<>();
        SyntaxNode open = opening(element);
        if (open != null) {
            for (SyntaxNode child : open.children()) {
                if (child.is("jsx_attribute") && !child.parts().isEmpty()) {
                    found.put(child.parts().getFirst().text(), child);
                }
            }
        }
        return found;
    }

    /** Children that show something: elements, expressions that are no comments, text that is not blank. */
    static List<SyntaxNode> children(SyntaxNode element) {
        List<SyntaxNode> found = new ArrayList<>();
        for (SyntaxNode child : element.children()) {
            if (isElement(child) || child.is("jsx_text") && !child.text().isBlank() || isExpression(child)) {
                found.add(child);
            }
        }
        return found;
    }

    static boolean isExpression(SyntaxNode node) {
        return node.is("jsx_expression") && !node.parts().isEmpty() && node.parent() != null && isElement(node.parent());
    }

    static boolean isComment(SyntaxNode node) {
        return node.is("jsx_expression") && node.parts().isEmpty();
    }

    /** Whether a child is {@code {children}} or {@code {props.children}}. */
    static boolean isChildren(SyntaxNode node) {
        return isExpression(node) && node.parts().getFirst().text().matches("(\\w+\\.)?children");
    }

    static boolean isHost(SyntaxNode element) {
        String tag = tag(element);
        return !tag.isEmpty() && !JsText.isComponentName(tag);
    }

    /** Every element of a file, outer ones first. */
    static List<SyntaxNode> elements(SyntaxNode root) {
        return root.all("jsx_element", "jsx_self_closing_element", "jsx_fragment");
    }

    /** The JSX element that directly holds a node, or null. */
    static @Nullable SyntaxNode holder(SyntaxNode node) {
        SyntaxNode parent = node.parent();
        return parent != null && isElement(parent) ? parent : null;
    }
}
