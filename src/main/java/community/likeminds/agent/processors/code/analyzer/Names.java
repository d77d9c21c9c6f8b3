package community.likeminds.agent.processors.code.analyzer;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the name of a definition off its node. */
final class Names {

    private static final int LONGEST = 120;
    private static final Pattern TYPE = Pattern.compile("[A-Za-z_]\\w*");

    private Names() {}

    /** The name at a path; a path that begins with {@code +} means the last of all nodes that it leads to; {@code id} is an attribute. */
    static String at(SyntaxNode node, String path) {
        if (path.equals("id")) {
            return attribute(node, "id");
        }
        if (path.startsWith("+")) {
            return Paths.all(node, path.substring(1)).stream().filter(SyntaxNode::named).map(SyntaxNode::text)
                    .reduce((first, last) -> last).orElse("");
        }
        List<SyntaxNode> found = Paths.all(node, path);
        return found.isEmpty() ? "" : simple(found.getFirst());
    }

    /** The last part of a name, without quotes and pointer marks; for a selector all its keywords. */
    static String simple(SyntaxNode node) {
        if (node.is("keyword_selector", "keyword_argument_list")) {
            return node.children().stream().map(part -> part.textOf("keyword")).filter(part -> !part.isEmpty())
                    .map(part -> part + ":").collect(Collectors.joining());
        }
        if (node.is("selectors", "feature_query", "binary_query", "keyword_query", "parenthesized_query")) {
            return cut(node.text().replaceAll("\\s+", " "));
        }
        String name = node.text().strip();
        if (name.startsWith("\"") || name.startsWith("'")) {
            return cut(name.replaceAll("^[\"']+|[\"']+$", ""));
        }
        if (name.indexOf('\n') >= 0 || name.startsWith("{") || name.startsWith("[")) {
            return "";
        }
        String bare = name.replaceAll("^\\*+\\s*", "");
        return cut(node.is("member_expression", "attribute", "user_type", "scope_resolution")
                ? bare.substring(bare.lastIndexOf('.') + 1)
                : bare);
    }

    /** The last type named at a path, as in the receiver of a method. */
    static String owner(SyntaxNode node, String path) {
        List<SyntaxNode> found = Paths.all(node, path);
        if (found.isEmpty()) {
            return "";
        }
        String type = found.getFirst().all("type_identifier").stream().map(SyntaxNode::text).findFirst().orElse("");
        Matcher name = TYPE.matcher(type);
        return name.find() ? name.group() : "";
    }

    static String attribute(SyntaxNode element, String name) {
        SyntaxNode tag = element.first("start_tag", "self_closing_tag");
        if (tag == null) {
            return "";
        }
        for (SyntaxNode attribute : tag.all("attribute")) {
            SyntaxNode key = attribute.first("attribute_name");
            SyntaxNode value = attribute.first("quoted_attribute_value", "attribute_value");
            if (key != null && value != null && key.text().equalsIgnoreCase(name)) {
                return value.text().replaceAll("^[\"']|[\"']$", "");
            }
        }
        return "";
    }

    private static String cut(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }
}
