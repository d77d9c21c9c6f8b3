package community.likeminds.agent.agents.documentation;

import java.util.Arrays;
import java.util.Optional;

/** Everything that a check of documentation looks for. */
public enum FindingKind {
    LINK_BROKEN("link-broken", "Broken link", "A link leads to no page, file or route of the source."),
    LINK_MALFORMED("link-malformed", "Malformed link", "A link names a page that exists, but is written so that sites do not find it."),
    ANCHOR_MISSING("anchor-missing", "Missing anchor", "A link leads to a heading that its page does not have."),
    ASSET_MISSING("asset-missing", "Missing file", "An image or download is not part of the source."),
    FENCE_UNBALANCED("fence-unbalanced", "Unbalanced fence",
            "A code fence is not closed, or a line that should close it opens another one; what follows is shown as code."),
    SNIPPET_UNPARSABLE("snippet-unparsable", "Snippet does not parse",
            "A code block is not of its language, also not as a part of a function, a class, an object or an element."),
    PLACEHOLDER_INVALID("placeholder-invalid", "Invalid placeholder",
            "A sample value cannot stand where it stands: it is no literal of the language, or not one of the values that are documented."),
    NAME_CONTRADICTION("name-contradiction", "Contradictory name",
            "The same call, parameter or type has different names in different places."),
    PACKAGE_MISSING("package-missing", "Package does not exist", "The registry has no package of the name that is documented."),
    SYMBOL_MISSING("symbol-missing", "Symbol is not published", "A snippet uses a name that the published package, or the package of a published artifact, does not have."),
    SYMBOL_DEPRECATED("symbol-deprecated", "Deprecated name", "A snippet uses a name that its published package has deprecated, and the page does not say so."),
    VALUE_INVALID("value-invalid", "Invalid sample value", "A sample address, identifier or date is malformed, so that nothing accepts it."),
    HEADING_SKIPPED("heading-skipped", "Skipped level", "A heading is more than one level below the heading above it."),
    HEADING_REPEATED("heading-repeated", "Repeated heading", "Two sections below the same heading have the same heading, so that a link leads to the first only."),
    PAGE_DUPLICATE("page-duplicate", "Duplicate page", "Two pages have the same content, or claim the same address."),
    PAGE_UNREACHABLE("page-unreachable", "Unreachable page", "The site's navigation names most pages, but not this one, and no page links to it."),
    PAGE_SUSPICIOUS("page-suspicious", "Suspicious text", "A page holds text that its readers do not see, or that is meant for language models.");

    private final String code;
    private final String title;
    private final String help;

    FindingKind(String code, String title, String help) {
        this.code = code;
        this.title = title;
        this.help = help;
    }

    /** Stable name. */
    public String code() {
        return code;
    }

    /** A few words. */
    public String title() {
        return title;
    }

    /** One sentence. */
    public String help() {
        return help;
    }

    public static Optional<FindingKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
