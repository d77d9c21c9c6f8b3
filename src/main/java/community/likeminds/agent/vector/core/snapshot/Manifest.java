package community.likeminds.agent.vector.core.snapshot;

import java.util.List;
import java.util.Map;

/**
 * What a snapshot says of itself.
 *
 * @param format of the file; a reader knows its own and older ones
 * @param space name of the space
 * @param spaceVersion of the space
 * @param created ISO 8601
 * @param collections what it holds
 * @param parts checksums of all other files in it, by their names
 */
record Manifest(
        int format,
        String space,
        int spaceVersion,
        String created,
        List<Collection> collections,
        Map<String, Part> parts) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    Manifest {
        collections = collections == null ? List.of() : List.copyOf(collections);
        parts = parts == null ? Map.of() : Map.copyOf(parts);
    }

    /**
     * @param source its name
     * @param part the file that holds it
     */
    record Collection(String source, String part, int entries, int vectors) {}

    /**
     * @param size in bytes, unpacked
     * @param sha256 of the unpacked bytes, hexadecimal
     */
    record Part(long size, String sha256) {}
}
