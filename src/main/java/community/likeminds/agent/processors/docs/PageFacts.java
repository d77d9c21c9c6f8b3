package community.likeminds.agent.processors.docs;

import java.util.List;

/**
 * What a page is about and where its readers find it.
 *
 * @param address where the page is read: a URL, or the route with its slug below the site's root ({@code /react/getting-started}), or
 *     empty when neither is known
 * @param kind what the page is written for
 * @param sdk name of the SDK or product that the page belongs to, normalised to lower case with hyphens, or empty
 * @param version version of the SDK that the page documents, or empty
 * @param language programming language of most of its code ({@code typescript}, {@code kotlin}, ...), or empty
 * @param section labels of the folders that hold the page as its site's configuration names them, outermost first; empty when it names none
 */
public record PageFacts(String address, Kind kind, String sdk, String version, String language, List<String> section) {

    public PageFacts {
        section = List.copyOf(section);
    }

    public PageFacts(String address, Kind kind, String sdk, String version, String language) {
        this(address, kind, sdk, version, language, List.of());
    }

    /** The same facts at an address that its reader knows. */
    public PageFacts at(String known) {
        return new PageFacts(known, kind, sdk, version, language, section);
    }

    /** The same facts below labels that its site gives. */
    public PageFacts within(List<String> labels) {
        return new PageFacts(address, kind, sdk, version, language, labels);
    }

    /** The same facts of a version that its reader knows. */
    public PageFacts of(String known) {
        return new PageFacts(address, kind, sdk, known, language, section);
    }

    /** The purpose of a page. */
    public enum Kind {
        /** Leads through a task, step by step. */
        GUIDE,
        /** Describes an interface: members, parameters, options. */
        REFERENCE,
        /** Explains how things hang together. */
        CONCEPT,
        /** Questions and answers, troubleshooting. */
        FAQ,
        /** None of these can be told. */
        OTHER
    }

    private static final PageFacts UNKNOWN = new PageFacts("", Kind.OTHER, "", "", "");

    /** Nothing is known. */
    public static PageFacts unknown() {
        return UNKNOWN;
    }
}
