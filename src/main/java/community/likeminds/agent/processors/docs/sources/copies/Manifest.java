package community.likeminds.agent.processors.docs.sources.copies;

import community.likeminds.agent.processors.docs.ReadResult.LeftOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * What is known of a fetched copy beyond its files. It stands beside the folder of the copy, never in it, where the source could forge it.
 *
 * @param pages what is known of some pages
 * @param leftOut pages that were not fetched or unpacked, each with its reason
 */
public record Manifest(List<Entry> pages, List<LeftOut> leftOut) {

    private static final String FILE = "manifest.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param path of the page below the copy's root
     * @param address where it is read
     * @param requested address that was asked for
     * @param etag and
     * @param lastModified as the server gave them, or empty
     * @param charset as the server gave it, or empty
     */
    public record Entry(String path, String address, String requested, String etag, String lastModified, String charset) {}

    public Manifest {
        pages = List.copyOf(pages);
        leftOut = List.copyOf(leftOut);
    }

    /** Where the manifest of a copy stands. */
    public static Path fileBeside(Path root) {
        return root.resolveSibling(FILE);
    }

    public static Manifest empty() {
        return new Manifest(List.of(), List.of());
    }

    /** @param root folder of the copy; a missing or damaged manifest is an empty one, so that the copy is fetched again */
    public static Manifest beside(Path root) {
        Path file = fileBeside(root);
        try {
            return Files.isRegularFile(file) ? JSON.readValue(Files.readString(file), Manifest.class) : empty();
        } catch (IOException | JacksonException | NullPointerException damaged) {
            return empty();
        }
    }

    public void writeBeside(Path root) throws IOException {
        Path unfinished = Files.createTempFile(root.toAbsolutePath().getParent(), "manifest-", ".tmp");
        Files.writeString(unfinished, JSON.writeValueAsString(this));
        Files.move(unfinished, root.resolveSibling(FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Entries by the path of their page. */
    public Map<String, Entry> byPath() {
        Map<String, Entry> entries = new HashMap<>();
        pages.forEach(page -> entries.put(page.path(), page));
        return entries;
    }

    /** Entries by the address that was asked for. */
    public Map<String, Entry> byRequest() {
        Map<String, Entry> entries = new HashMap<>();
        pages.forEach(page -> entries.put(page.requested(), page));
        return entries;
    }
}
