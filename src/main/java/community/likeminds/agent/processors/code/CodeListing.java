package community.likeminds.agent.processors.code;

import java.util.List;
import java.util.Map;

/**
 * The files of a folder that are source code of the project itself.
 *
 * @param files in path order
 * @param leftOut what is not, in path order, each with its reason; a folder stands for everything below it
 */
public record CodeListing(List<Entry> files, List<LeftOut> leftOut) {

    public CodeListing {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }

    /** How many were left out by reason. */
    public Map<Reason, Long> reasons() {
        return leftOut.stream().collect(java.util.stream.Collectors.groupingBy(
                LeftOut::reason, java.util.TreeMap::new, java.util.stream.Collectors.counting()));
    }

    /**
     * @param path below the root, forward slashes
     * @param language lower-case name, or empty when there is no grammar
     * @param size bytes
     * @param contentHash SHA-256 of its bytes, hexadecimal
     */
    public record Entry(String path, String language, long size, String contentHash) {}

    /**
     * @param path below the root
     * @param detail one sentence
     */
    public record LeftOut(String path, Reason reason, String detail) {}

    /** Why something is not read. */
    public enum Reason {
        GENERATED,
        VENDORED,
        MINIFIED,
        BINARY,
        TOO_LARGE,
        IGNORED,
        /** Not text of a language that is read. */
        OTHER
    }
}
