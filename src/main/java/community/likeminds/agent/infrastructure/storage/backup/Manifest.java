package community.likeminds.agent.infrastructure.storage.backup;

import java.util.Map;

/**
 * What a backup says of itself.
 *
 * @param format of the file; a program reads its own and older ones
 * @param madeAt ISO 8601
 * @param files all other files in it, by their paths below the data folder
 */
record Manifest(int format, String madeAt, Map<String, Part> files) {

    static final int FORMAT = 1;
    static final String NAME = "likeminds-backup.json";

    Manifest {
        files = files == null ? Map.of() : Map.copyOf(files);
    }

    /**
     * @param size in bytes
     * @param sha256 lower-case hexadecimal
     */
    record Part(long size, String sha256) {}

    long bytes() {
        return files.values().stream().mapToLong(Part::size).sum();
    }
}
