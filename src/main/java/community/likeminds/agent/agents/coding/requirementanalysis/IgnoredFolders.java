package community.likeminds.agent.agents.coding.requirementanalysis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which folders git ignores, told while a tree is walked: {@link #enter} and {@link #leave} follow the walk. */
final class IgnoredFolders {

    private static final Logger log = LoggerFactory.getLogger(IgnoredFolders.class);

    private record Rules(String folder, IgnoreNode ignores) {}

    /** The innermost folder first; one entry for each open folder, also where it has no rules. */
    private final Deque<Rules> open = new ArrayDeque<>();

    void enter(Path folder, String path) {
        IgnoreNode ignores = new IgnoreNode();
        Path file = folder.resolve(".gitignore");
        if (Files.isRegularFile(file)) {
            try (InputStream stream = Files.newInputStream(file)) {
                ignores.parse(stream);
            } catch (IOException unreadable) {
                log.info("{} cannot be read: {}", file, unreadable.getMessage());
            }
        }
        open.push(new Rules(path.isEmpty() ? "" : path + "/", ignores));
    }

    void leave() {
        open.pop();
    }

    boolean contains(String path) {
        for (Rules rules : open) {
            Boolean said = rules.ignores().checkIgnored(path.substring(rules.folder().length()), true);
            if (said != null) {
                return said;
            }
        }
        return false;
    }
}
