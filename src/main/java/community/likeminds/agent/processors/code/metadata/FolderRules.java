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
    private final Path top;
    private final String folder;
    private final String start;
    private final IgnoreNode ignores = new IgnoreNode();
    private final List<AttributesRule> attributes = new ArrayList<>();

    /**
     * @param top folder that the rules begin with
     * @param folder path below the top with a slash behind it, empty for the top
     * @param start path of what is read below the top, written like the folder
     */
    private FolderRules(@Nullable FolderRules above, Path top, String folder, String start) throws IOException {
        this.above = above;
        this.top = top;
        this.folder = folder;
        this.start = start;
        Path at = top.resolve(folder);
        if (above == null) {
            ignore(at.resolve(".git/info/exclude"));
        }
        ignore(at.resolve(".gitignore"));
        Path file = at.resolve(".gitattributes");
        if (Files.isRegularFile(file)) {
            AttributesNode node = new AttributesNode();
            try (InputStream stream = Files.newInputStream(file)) {
                node.parse(stream);
            }
            attributes.addAll(node.getRules());
        }
    }

    /** The rules of a folder that is read, with those of the repository that it is a part of. */
    static FolderRules read(Path root) throws IOException {
        Path real = root.toRealPath();
        Path top = real;
        while (top != null && !Files.exists(top.resolve(".git"))) {
            top = top.getParent();
        }
        if (top == null || top.equals(real)) {
            return new FolderRules(null, real, "", "");
        }
        String start = top.relativize(real).toString().replace('\\', '/') + "/";
        FolderRules rules = new FolderRules(null, top, "", start);
        for (int end = start.indexOf('/'); end >= 0; end = start.indexOf('/', end + 1)) {
            if (rules.says(start.substring(0, end), true)) {
                // Not a part of that repository: whoever names it wants it read.
                return new FolderRules(null, real, "", "");
            }
            rules = new FolderRules(rules, top, start.substring(0, end + 1), start);
        }
        return rules;
    }

    /**
     * The rules of a folder below.
     *
     * @param path below what is read, with a slash behind it
     */
    FolderRules below(String path) throws IOException {
        return new FolderRules(this, top, start + path, start);
    }

    private void ignore(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            try (InputStream stream = Files.newInputStream(file)) {
                ignores.parse(stream);
            }
        }
    }

    /** Whether git ignores a path below what is read; the nearest file that says something about it decides. */
    boolean ignored(String path, boolean directory) {
        return says(start + path, directory);
    }

    private boolean says(String path, boolean directory) {
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
            String below = (start + path).substring(at.folder.length());
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
