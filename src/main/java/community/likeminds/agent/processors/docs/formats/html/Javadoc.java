package community.likeminds.agent.processors.docs.formats.html;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Brings pages of the javadoc tool into the form of other references: members are headings with their parameters, signatures are code. */
final class Javadoc {

    private static final Pattern PACKAGE = Pattern.compile("(?:[a-z_][\\w$]*\\.)+(?=[A-Z])");
    private static final Set<String> NOT_CONTENT = Set.of("fixed-nav", "sub-nav-list", "sub-title", "header-bar", "copy", "hide", "table-tabs");

    private Javadoc() {}

    static void prepare(Document document) {
        String generator = document.select("meta[name=generator]").attr("content");
        boolean old = document.selectFirst("div.contentContainer") != null && document.selectFirst("div.subTitle,ul.blockList") != null;
        if (!generator.startsWith("javadoc/") && !old) {
            return;
        }
        document.select("*").stream().filter(element -> Classes.any(element, NOT_CONTENT)).toList().forEach(Element::remove);
        for (Element signature : document.select("div.member-signature, div.type-signature")) {
            signature.tagName("pre").addClass("language-java");
        }
        document.select("ul.blockList pre, section.detail pre").forEach(pre -> pre.addClass("language-java"));
        for (Element detail : document.select("section.detail[id]")) {
            name(detail.selectFirst("h3"), detail.id());
        }
        for (Element anchor : document.select("a[name]")) {
            Element next = anchor.nextElementSibling();
            Element heading = next == null ? null : next.selectFirst("h4");
            if (heading != null && anchor.attr("name").contains("-")) {
                name(heading, oldForm(anchor.attr("name")));
            }
        }
    }

    /** {@code start(java.lang.String)} as {@code start(String)}. */
    private static void name(@org.jspecify.annotations.Nullable Element heading, String id) {
        int open = id.indexOf('(');
        if (heading != null && open > 0 && id.endsWith(")")) {
            String parameters = PACKAGE.matcher(id.substring(open)).replaceAll("").replace(",", ", ");
            String own = id.startsWith("<") || id.startsWith("%") ? heading.text() : id.substring(0, open);
            heading.text(own + parameters);
        }
    }

    /** Anchors before Java 10: {@code start-java.lang.String-int-}. */
    private static String oldForm(String anchor) {
        int first = anchor.indexOf('-');
        String parameters = anchor.endsWith("-") ? anchor.substring(first + 1, Math.max(first + 1, anchor.length() - 1)) : "";
        return anchor.endsWith("-") ? anchor.substring(0, first) + "(" + parameters.replace('-', ',').replace(":A", "[]") + ")" : anchor;
    }
}
