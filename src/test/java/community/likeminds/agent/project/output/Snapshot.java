package community.likeminds.agent.project.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything below a folder, byte by byte, with permissions, links and empty folders. */
final class Snapshot {

    private Snapshot() {}

    static Map<String, String> of(Path root) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                String name = root.relativize(file).toString();
                if (Files.isSymbolicLink(file)) {
                    all.put(name, "-> " + Files.readSymbolicLink(file));
                } else if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    all.put(name + "/", "folder");
                } else {
                    String mode = Files.getPosixFilePermissions(file).toString();
                    all.put(name, mode + " " + Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return all;
    }
}
