package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.processors.docs.SourceChanges;
import community.likeminds.agent.processors.docs.SourceChanges.FileChange;
import community.likeminds.agent.processors.docs.SourceChanges.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * What was fetched of a repository, kept as a bare repository: each new version costs only what differs from those before it, and two versions
 * can be compared without asking anybody.
 */
final class GitHistory {

    static final String FOLDER = "history.git";
    private static final String KEPT = "refs/likeminds/";
    /** The first version needs no past; later ones say how many commits they are ahead. */
    private static final int FURTHER = 100;

    private final Path bare;

    GitHistory(Path copies) {
        this.bare = copies.resolve(FOLDER);
    }

    /** The commit that a branch stood at when it was last fetched. */
    Optional<String> last(GitLocation git) throws IOException {
        if (!Files.isDirectory(bare)) {
            return Optional.empty();
        }
        try (Repository repository = repository()) {
            return Optional.ofNullable(repository.resolve(kept(git) + "^{commit}")).map(ObjectId::name);
        }
    }

    /** Fetches a branch and gives the commit that it stands at now. */
    String fetch(GitRemote remote, GitLocation git, String ref) throws GitRemote.Unreachable, IOException {
        boolean first = !Files.isDirectory(bare);
        if (first) {
            initialise();
        }
        remote.fetch(git, bare, ref, kept(git), first || last(git).isEmpty() ? 1 : FURTHER);
        return last(git).orElseThrow(() -> new IOException("the fetched branch holds no commit"));
    }

    private void initialise() throws IOException {
        Path unfinished = Files.createTempDirectory(bare.toAbsolutePath().getParent(), "fetching-");
        try {
            Git.init().setBare(true).setDirectory(unfinished.toFile()).call().close();
            Files.move(unfinished, bare);
        } catch (GitAPIException failed) {
            throw new IOException(failed.getMessage(), failed);
        } finally {
            Folders.delete(unfinished);
        }
    }

    /** Writes the files of a commit into an empty folder; names that no file system should see are refused by the library. */
    void checkOut(String commit, Path folder) throws IOException {
        Path index = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "fetching-");
        try (Repository repository = new FileRepositoryBuilder().setGitDir(bare.toFile()).setWorkTree(folder.toFile())
                        .setIndexFile(index.resolve("index").toFile()).build();
                RevWalk walk = new RevWalk(repository)) {
            RevCommit found = walk.parseCommit(ObjectId.fromString(commit));
            new DirCacheCheckout(repository, repository.lockDirCache(), found.getTree()).checkout();
        } finally {
            Folders.delete(index);
        }
    }

    boolean holds(String commit) throws IOException {
        if (!Files.isDirectory(bare) || !ObjectId.isId(commit)) {
            return false;
        }
        try (Repository repository = repository(); RevWalk walk = new RevWalk(repository)) {
            walk.parseCommit(ObjectId.fromString(commit));
            return true;
        } catch (MissingObjectException | IncorrectObjectTypeException unknown) {
            return false;
        }
    }

    /**
     * Compares the files of two commits.
     *
     * @param folder below which files are looked at, or empty for all
     * @return nothing when one of the commits was never fetched
     */
    Optional<SourceChanges> between(String from, String to, String folder) throws IOException {
        if (!holds(from) || !holds(to)) {
            return Optional.empty();
        }
        try (Repository repository = repository(); RevWalk walk = new RevWalk(repository); TreeWalk files = new TreeWalk(repository)) {
            RevCommit before = walk.parseCommit(ObjectId.fromString(from));
            RevCommit after = walk.parseCommit(ObjectId.fromString(to));
            int older = files.addTree(before.getTree());
            int newer = files.addTree(after.getTree());
            files.setRecursive(true);
            files.setFilter(folder.isEmpty() ? TreeFilter.ANY_DIFF : AndTreeFilter.create(PathFilter.create(folder), TreeFilter.ANY_DIFF));
            Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
            List<FileChange> changes = new ArrayList<>();
            while (files.next()) {
                Kind kind = files.getFileMode(older) == FileMode.MISSING ? Kind.ADDED : files.getFileMode(newer) == FileMode.MISSING ? Kind.REMOVED : Kind.CHANGED;
                counts.merge(kind, 1, Integer::sum);
                if (changes.size() < SourceChanges.MOST_FILES) {
                    changes.add(new FileChange(folder.isEmpty() ? files.getPathString() : files.getPathString().substring(folder.length() + 1), kind));
                }
            }
            return Optional.of(new SourceChanges(from, to, ahead(repository, before, after), counts.getOrDefault(Kind.ADDED, 0),
                    counts.getOrDefault(Kind.CHANGED, 0), counts.getOrDefault(Kind.REMOVED, 0), changes));
        }
    }

    /** How many commits one is ahead of the other, or 0 when what was fetched does not lead from one to the other. */
    private static int ahead(Repository repository, RevCommit before, RevCommit after) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit start = walk.parseCommit(after);
            RevCommit end = walk.parseCommit(before);
            if (!walk.isMergedInto(end, start)) {
                return 0;
            }
            walk.reset();
            walk.markStart(start);
            walk.markUninteresting(end);
            int commits = 0;
            while (walk.next() != null) {
                commits++;
            }
            return commits;
        }
    }

    private static String kept(GitLocation git) {
        return KEPT + (git.branch().isEmpty() ? "default" : "named/" + git.branch());
    }

    private Repository repository() throws IOException {
        return new FileRepositoryBuilder().setGitDir(bare.toFile()).setBare().setMustExist(true).build();
    }
}
