package community.likeminds.agent.processors.docs.formats.html;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Tells what of a page is around its content rather than in it. */
final class Clutter {

    private static final Set<String> TAGS = Set.of(
            "script", "style", "noscript", "template", "svg", "math", "nav", "iframe", "button", "input", "select", "textarea", "object",
            "canvas", "audio", "video", "dialog", "head", "frameset", "applet", "progress");
    private static final Set<String> ROLES = Set.of("navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar", "dialog", "tablist");
    private static final Set<String> CLASSES = Set.of(
            "breadcrumb", "breadcrumbs", "breadcrumbs-container", "sidebar", "toc", "table-of-contents", "toc-mobile", "toc-desktop", "pagination",
            "pagination-nav", "navbar", "top-nav", "sub-nav", "bottom-nav", "skip-link", "skip-nav", "skip-to-content", "edit-this-page",
            "theme-edit-this-page", "page-nav", "headerlink", "header-anchor", "hash-link", "anchor-link", "heading-anchor", "anchorjs-link",
            "copy-button", "copy-btn", "copybtn", "clipboard-button", "clean-btn", "theme-doc-footer", "last-updated", "theme-last-updated", "feedback",
            "was-this-helpful", "cookie-banner", "cookie-consent", "sr-only", "visually-hidden", "screen-reader-text", "prev-next", "related-pages",
            "rst-footer-buttons", "wy-breadcrumbs", "md-sidebar", "md-source-file", "md-footer", "line-numbers-rows", "linenos", "lineno", "linenodiv",
            "gutter", "line-number", "theme-doc-toc-mobile", "theme-doc-toc-desktop", "theme-doc-breadcrumbs", "theme-doc-version-badge", "page-toc",
            "on-this-page", "no-print", "noprint", "print-hidden");

    private Clutter() {}

    /** Whether neither the element nor anything in it is content. */
    static boolean is(Element element) {
        String tag = element.normalName();
        if (TAGS.contains(tag) || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))) {
            return true;
        }
        boolean around = (tag.equals("header") || tag.equals("footer")) && element.closest("main,article,[role=main],section") == null
                || tag.equals("aside") && Admonitions.kind(element).isEmpty();
        if (around && element.selectFirst("h1") == null) {
            return true;
        }
        return hidden(element) || Classes.any(element, CLASSES);
    }

    /** Whether a reader does not see it; the panels of tabs are shown in turn. */
    static boolean hidden(Element element) {
        if (element.attributesSize() == 0 || element.attr("role").equals("tabpanel")) {
            return false;
        }
        if (element.hasAttr("hidden") && !element.attr("hidden").equals("until-found")) {
            return element.closest("[role=tabpanel]") == null && !Tabs.isPanel(element);
        }
        String style = element.attr("style");
        if (!style.isEmpty() && !Tabs.isPanel(element)) {
            String plain = style.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
            return plain.contains("display:none") || plain.contains("visibility:hidden") || plain.matches("(.*;)?(font-size|opacity|height|width):0(px|em|rem|%|pt)?(;.*)?")
                    || plain.contains("left:-9999") || plain.contains("text-indent:-9999");
        }
        return element.attr("aria-hidden").equals("true") && !element.normalName().equals("pre");
    }
}
