package community.likeminds.agent.processors.docs.formats.html;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Recognises notes and warnings by their classes and roles. */
final class Admonitions {

    private static final Set<String> KINDS = Set.of(
            "note", "tip", "info", "warning", "danger", "caution", "important", "hint", "error", "attention", "success", "deprecated", "example", "see-also");
    private static final Set<String> BOXES = Set.of(
            "admonition", "alert", "callout", "custom-block", "theme-admonition", "markdown-alert", "starlight-aside", "aside", "notice", "admonitionblock",
            "note-box", "infobox", "notification", "message");
    private static final Set<String> TITLES = Set.of(
            "admonition-title", "admonition-heading", "custom-block-title", "markdown-alert-title", "starlight-aside__title", "callout-title", "alert-title",
            "alert-heading", "title");

    private Admonitions() {}

    /** The kind of admonition that an element is, or an empty string. */
    static String kind(Element element) {
        String tag = element.normalName();
        boolean box = tag.equals("div") || tag.equals("aside") || tag.equals("section") || tag.equals("blockquote") || tag.equals("p");
        if (!box || element.className().isEmpty()) {
            return "";
        }
        boolean marked = tag.equals("aside") || element.attr("role").equals("note") || element.attr("role").equals("alert");
        String kind = "";
        for (String name : Classes.of(element)) {
            String prefix = name.replaceFirst("(--|-)(" + String.join("|", KINDS) + ")$", "");
            marked |= BOXES.contains(name) || BOXES.contains(prefix);
            String end = name.substring(name.lastIndexOf('-') + 1);
            kind = kind.isEmpty() && (KINDS.contains(name) || KINDS.contains(end) && BOXES.contains(prefix)) ? end : kind;
        }
        return marked ? kind.isEmpty() ? element.attr("role").equals("alert") ? "warning" : boxed(element) : kind : "";
    }

    /** Boxes that do not say what kind they are. */
    private static String boxed(Element element) {
        return Classes.any(element, Set.of("admonition", "callout", "alert", "theme-admonition")) ? "note" : "";
    }

    /** The element that holds the box's title, or null. */
    static @Nullable Element title(Element box) {
        Element found = null;
        for (Element inner : box.children()) {
            if (Classes.any(inner, TITLES)) {
                found = inner;
                break;
            }
        }
        return found != null && found.text().length() <= 120 ? found : null;
    }

    /** The title's words, or nothing when they only repeat the kind. */
    static String words(Element title, String kind) {
        String text = title.text().strip();
        return text.equalsIgnoreCase(kind) || KINDS.contains(text.toLowerCase(Locale.ROOT)) ? "" : text;
    }
}
