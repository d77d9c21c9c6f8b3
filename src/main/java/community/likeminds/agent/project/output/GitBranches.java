package community.likeminds.agent.project.output;

import community.likeminds.agent.shared.AgentException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** A branch by JGit; the index is made to agree for the files of the commits only. */
final class GitBranches implements Branches {

    private final Steps steps;

    GitBranches() {
        this(Steps.UNWATCHED);
    }

    GitBranches(Steps steps) {
        this.steps = steps;
    }

    @Override
    public Prepared prepare(Path project, String branch, List<Commit> commits) {
        try (Repository repository = open(project)) {
            String reference = Constants.R_HEADS + branch;
            refuseUnfit(repository, branch, reference);
            ObjectId tip = new GitCommits(repository, prefix(repository, project)).write(repository.resolve(Constants.HEAD), commits);
            if (tip == null) {
                throw AgentException.badInput("nothing-to-commit", "There is no commit to make.", "Change something first.");
            }
            List<String> files = commits.stream().flatMap(commit -> commit.files().keySet().stream()).distinct().sorted().toList();
            String former = repository.getFullBranch();
            if (former == null) {
                throw AgentException.badInput(
                        "git-head-missing", "The repository does not say what is checked out.", "Check out a branch and try again.");
            }
            return new Prepared(branch, tip.name(), former, files);
        } catch (IOException | GitAPIException failure) {
            throw failed(branch, failure);
        }
    }

    @Override
    public void publish(Path project, Prepared prepared) {
        try (Repository repository = open(project)) {
            String reference = Constants.R_HEADS + prepared.branch();
            ObjectId tip = ObjectId.fromString(prepared.tip());
            if (!tip.equals(repository.resolve(reference))) {
                update(repository, reference, tip);
            }
            steps.reached("branch made");
            repository.updateRef(Constants.HEAD).link(reference);
            steps.reached("branch checked out");
            updateIndex(repository, prefix(repository, project), prepared.files(), tip);
            steps.reached("index written");
        } catch (IOException failure) {
            throw failed(prepared.branch(), failure);
        }
    }

    @Override
    public void withdraw(Path project, Prepared prepared) {
        try (Repository repository = find(project)) {
            if (repository == null) {
                return;
            }
            String reference = Constants.R_HEADS + prepared.branch();
            ObjectId tip = ObjectId.fromString(prepared.tip());
            if (!tip.equals(repository.resolve(reference))) {
                return;
            }
            if (reference.equals(repository.getFullBranch())) {
                checkOutFormer(repository, prepared.formerHead());
                steps.reached("former branch checked out");
                updateIndex(repository, prefix(repository, project), prepared.files(), repository.resolve(Constants.HEAD));
                steps.reached("former index written");
            }
            RefUpdate delete = repository.updateRef(reference);
            delete.setExpectedOldObjectId(tip);
            delete.setForceUpdate(true);
            delete.delete();
            steps.reached("branch taken back");
        } catch (IOException failure) {
            throw failed(prepared.branch(), failure);
        }
    }

    private static void checkOutFormer(Repository repository, String former) throws IOException {
        if (former.startsWith(Constants.R_REFS)) {
            repository.updateRef(Constants.HEAD).link(former);
        } else {
            RefUpdate detached = repository.updateRef(Constants.HEAD, true);
            detached.setNewObjectId(ObjectId.fromString(former));
            detached.forceUpdate();
        }
    }

    private static AgentException failed(String branch, Exception failure) {
        return new AgentException(
                AgentException.Kind.UNAVAILABLE,
                "git-failed",
                "The branch '" + branch + "' could not be made or taken back (" + failure.getMessage() + ").",
                "Check that the repository is writable and not in use by another git command.",
                failure);
    }

    private static Repository open(Path project) throws IOException {
        Repository repository = find(project);
        if (repository == null) {
            throw AgentException.badInput(
                    "not-a-repository",
                    project + " is not inside a git repository with a working tree.",
                    "Run 'git init' and commit once, or leave the branch out.");
        }
        return repository;
    }

    private static @Nullable Repository find(Path project) throws IOException {
        FileRepositoryBuilder builder =
                new FileRepositoryBuilder().readEnvironment().findGitDir(project.toRealPath().toFile());
        Repository repository = builder.getGitDir() == null ? null : builder.setMustExist(true).build();
        return repository == null || repository.isBare() ? null : repository;
    }

    private static void refuseUnfit(Repository repository, String branch, String reference)
            throws IOException, GitAPIException {
        if (branch.isBlank() || branch.startsWith("-") || !Repository.isValidRefName(reference)) {
            throw AgentException.badInput(
                    "branch-invalid", "'" + branch + "' is not a valid branch name.", "Choose another name.");
        }
        if (repository.findRef(reference) != null) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT,
                    "branch-exists",
                    "The branch '" + branch + "' exists already.",
                    "Choose another name or delete the branch.");
        }
        if (repository.getRepositoryState() != RepositoryState.SAFE) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT,
                    "repository-busy",
                    "The repository is in the middle of something (" + repository.getRepositoryState().getDescription()
                            + ").",
                    "Finish or abort that first.");
        }
        try (Git git = new Git(repository)) {
            boolean staged = repository.resolve(Constants.HEAD) == null
                    ? repository.readDirCache().getEntryCount() > 0
                    : !git.diff().setCached(true).setShowNameOnly(true).call().isEmpty();
            if (staged) {
                throw new AgentException(
                        AgentException.Kind.CONFLICT,
                        "index-dirty",
                        "The repository has changes that are staged but not committed.",
                        "Commit them or unstage them with 'git restore --staged .'.");
            }
        }
    }

    private static void update(Repository repository, String reference, ObjectId tip) throws IOException {
        RefUpdate update = repository.updateRef(reference);
        update.setNewObjectId(tip);
        update.setExpectedOldObjectId(ObjectId.zeroId());
        update.setRefLogMessage("branch: created by an integration", false);
        RefUpdate.Result result = update.update();
        if (result != RefUpdate.Result.NEW) {
            throw new IOException("git answered " + result);
        }
    }

    /** Lets the index agree with a commit for some files only; without a commit they are not in it. */
    private static void updateIndex(Repository repository, String prefix, List<String> files, @Nullable ObjectId commit)
            throws IOException {
        DirCache index = repository.lockDirCache();
        try (RevWalk walk = new RevWalk(repository)) {
            DirCacheEditor editor = index.editor();
            for (String file : files) {
                String path = prefix + file;
                try (TreeWalk found = commit == null ? null : TreeWalk.forPath(repository, path, walk.parseTree(commit))) {
                    if (found == null) {
                        editor.add(new DirCacheEditor.DeletePath(path));
                        continue;
                    }
                    ObjectId blob = found.getObjectId(0);
                    FileMode mode = found.getFileMode(0);
                    editor.add(new DirCacheEditor.PathEdit(path) {
                        @Override
                        public void apply(DirCacheEntry entry) {
                            entry.setFileMode(mode);
                            entry.setObjectId(blob);
                            // Without a length git looks at the content instead of trusting the file's old facts.
                            entry.setLength(0);
                            entry.setLastModified(Instant.EPOCH);
                        }
                    });
                }
            }
            editor.finish();
            index.write();
            if (!index.commit()) {
                throw new IOException("the index could not be written");
            }
        } finally {
            index.unlock();
        }
    }

    private static String prefix(Repository repository, Path project) throws IOException {
        File tree = repository.getWorkTree();
        String below = tree.toPath().toRealPath().relativize(project.toRealPath()).toString().replace('\\', '/');
        return below.isEmpty() ? "" : below + "/";
    }
}
