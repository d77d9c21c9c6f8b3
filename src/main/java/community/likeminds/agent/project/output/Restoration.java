package community.likeminds.agent.project.output;

import community.likeminds.agent.project.output.ChangeSets.Undone;
import community.likeminds.agent.project.output.ProjectPaths.Place;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a project back to what a checkpoint remembers. Every part can be repeated after an interruption. */
final class Restoration {

    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

    private final Path root;
    private final ProjectPaths paths;
    private final Steps steps;
    private final Branches branches;
    private final Progress progress;
    private final List<String> restored = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final List<String> merged = new ArrayList<>();

    Restoration(Path root, Branches branches, Steps steps, Progress progress) {
        this.branches = branches;
        this.progress = progress;
        this.root = root;
        this.paths = new ProjectPaths(root);
        this.steps = steps;
    }

    /** Name of the temporary file that a run uses, one at a time, in the folder of the file it writes. */
    static String temporaryName(String run) {
        return ".likeminds-" + run + ".tmp";
    }

    Undone restore(Checkpoint checkpoint) throws IOException {
        Checkpoint.Content content = checkpoint.content();
        for (String note : content.notes().reversed()) {
            if (note.startsWith(Branches.NOTE)) {
                branches.withdraw(root, Branches.Prepared.parse(note.substring(Branches.NOTE.length())));
            }
        }
        for (var tree : content.trees().entrySet()) {
            if (!tree.getValue()) {
                removeTree(tree.getKey());
            }
        }
        for (Entry entry : content.entries()) {
            restore(checkpoint, entry);
        }
        for (String folder : content.folders().reversed()) {
            Path own = own(folder, paths::place);
            if (own != null) {
                removeIfEmpty(own);
            }
        }
        return new Undone(List.copyOf(restored), List.copyOf(removed), List.copyOf(kept), List.copyOf(merged));
    }

    void removeTree(String path) throws IOException {
        Path folder = own(path, paths::tree);
        if (folder == null) {
            kept.add(path + "/");
            return;
        }
        // A link was put there by somebody else: package managers make real folders.
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Disk.deleteTree(folder, deleted -> progress.report("Removing " + path, deleted, 0, ""));
            removed.add(path + "/");
            steps.reached("tree removed");
        }
    }

    void restore(Checkpoint checkpoint, Entry entry) throws IOException {
        Path file = own(entry.path(), paths::place);
        if (file == null) {
            kept.add(entry.path());
            return;
        }
        Path temporary = file.resolveSibling(temporaryName(checkpoint.id()));
        Files.deleteIfExists(temporary);
        FileState now = FileState.of(file);
        FileState former = entry.former();
        if (now.sameContent(former)) {
            if (!former.absent() && !entry.ours().isEmpty()) {
                Disk.setMode(file, former.mode());
                restored.add(entry.path());
            }
        } else if (now.other() || !entry.guarded() && !entry.ours().contains(now.hash())) {
            byte[] back = now.other() || now.absent() ? null : back(checkpoint, entry, file);
            if (back == null) {
                kept.add(entry.path());
            } else {
                Disk.replace(file, back, temporary, file, now.mode());
                merged.add(entry.path());
            }
        } else if (former.absent()) {
            Files.delete(file);
            removed.add(entry.path());
        } else {
            byte[] content = checkpoint.keptIfAny(former.hash());
            if (content == null) {
                // The rest of the project is brought back all the same; the file is named to the person.
                LOG.warn("What {} held before the run cannot be read any more, so it stays as it is.", entry.path());
                kept.add(entry.path());
            } else {
                Files.createDirectories(file.getParent());
                Disk.replace(file, content, temporary, now.absent() ? null : file, former.mode());
                restored.add(entry.path());
            }
        }
        steps.reached("restored");
    }

    /**
     * The place that the run meant by a path, or null when there is another one by now: since the run somebody put a link or a file on the way,
     * and what stands behind it is not the run's.
     */
    private @Nullable Path own(String path, Function<String, Place> places) {
        try {
            Place place = places.apply(path);
            if (!place.path().equals(path)) {
                return null;
            }
            Path above = place.file().getParent();
            while (above != null && !Files.exists(above, LinkOption.NOFOLLOW_LINKS)) {
                above = above.getParent();
            }
            return above != null && Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS) ? place.file() : null;
        } catch (AgentException moved) {
            return null;
        }
    }

    /** The text without what the run did to it, or null when the two cannot be told apart. */
    private static byte @Nullable [] back(Checkpoint checkpoint, Entry entry, Path file) throws IOException {
        byte[] left = entry.ours().size() == 1 && !entry.former().absent() ? checkpoint.keptIfAny(entry.ours().iterator().next()) : null;
        return left == null ? null : ThreeWay.back(left, Files.readAllBytes(file), checkpoint.kept(entry.former().hash()));
    }

    private static void removeIfEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException | NoSuchFileException | NotDirectoryException inUse) {
            // Somebody put a file of theirs into it, so it stays.
            return;
        }
    }
}
