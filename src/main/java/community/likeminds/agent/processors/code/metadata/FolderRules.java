package community.likeminds.agent.processors.code.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.attributes.AttributesNode;
import org.eclipse.jgit.attributes.AttributesRule;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/** What {@code .gitignore} and {@code .gitattributes} of a folder and of those above it say. */
final class FolderRules {

    private final @Nullable FolderRules above;
    private final String folder;
    private final IgnoreNode ignores = new IgnoreNode();
    private final List<AttributesRule> attributes = new ArrayList<>();

    private FolderRules(@Nullable FolderRules above, String folder) {
        this.above = above;
        this.folder = folder;
    }

    /**
     * Reads the rules of a folder.
     *
     * @param folder path below the root with a slash behind it, empty for the root
     */
    static FolderRules read(@Nullable FolderRules above, Path root, String folder) throws IOException {
        FolderRules rules = new FolderRules(above, folder);
        Path at = root.resolve(folder);
        if (above == null) {
            rules.ignore(at.resolve(".git/info/exclude"));
        }
        rules.ignore(at.resolve(".gitignore"));
        Path file = at.resolve(".gitattributes");
        if (Files.isRegularFile(file)) {
            AttributesNode node = new AttributesNode();
            try (InputStream stream = Files.newInputStream(file)) {
                node.parse(stream);
            }
            rules.attributes.addAll(node.getRules());
        }
        return rules;
    }

    private void ignore(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            try (InputStream stream = Files.newInputStream(file)) {
                ignores.parse(stream);
            }
        }
    }

    /** Whether git ignores a path; the nearest file that says something about it decides. */
    boolean ignored(String path, boolean directory) {
        for (FolderRules at = this; at != null; at = at.above) {
            Boolean said = at.ignores.checkIgnored(path.substring(at.folder.length()), directory);
            if (said != null) {
                return said;
            }
        }
        return false;
    }

    /** What is said of an attribute: set, unset, or nothing. */
    Optional<Boolean> attribute(String path, String name) {
        for (FolderRules at = this; at != null; at = at.above) {
            String below = path.substring(at.folder.length());
            for (int i = at.attributes.size() - 1; i >= 0; i--) {
                AttributesRule rule = at.attributes.get(i);
                if (!rule.isMatch(below, false)) {
                    continue;
                }
                for (Attribute one : rule.getAttributes()) {
                    if (one.getKey().equals(name)) {
                        return Optional.of(one.getState() == Attribute.State.SET
                                || one.getState() == Attribute.State.CUSTOM && !"false".equals(one.getValue()));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
