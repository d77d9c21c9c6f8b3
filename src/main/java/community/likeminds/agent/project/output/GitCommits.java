package community.likeminds.agent.project.output;

import community.likeminds.agent.project.output.Branches.Commit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.UserConfig;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk.OperationType;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.util.io.EolStreamTypeUtil;
import org.jspecify.annotations.Nullable;

/**
 * Commits made of the present commit's tree and the given contents alone, so that uncommitted work of the user is neither
 * committed nor touched.
 */
final class GitCommits {

    private static final String FALLBACK_NAME = "LikeMinds Integration Agent";
    private static final String FALLBACK_EMAIL = "integration-agent@localhost";

    private final Repository repository;
    private final String prefix;

    /** @param prefix of the project's folder below the working tree, with a slash at its end, or empty */
    GitCommits(Repository repository, String prefix) {
        this.repository = repository;
        this.prefix = prefix;
    }

    /** The last of the commits, each upon the one before, the first upon {@code base}; null without commits. */
    @Nullable ObjectId write(@Nullable ObjectId base, List<Commit> commits) throws IOException {
        PersonIdent person = person();
        ObjectId tip = null;
        ObjectId parent = base;
        DirCache tree = DirCache.newInCore();
        try (ObjectInserter inserter = repository.newObjectInserter();
                RevWalk walk = new RevWalk(repository)) {
            if (base != null) {
                DirCacheBuilder all = tree.builder();
                all.addTree(new byte[0], DirCacheEntry.STAGE_0, repository.newObjectReader(), walk.parseTree(base));
                all.finish();
            }
            for (Commit commit : commits) {
                DirCacheEditor editor = tree.editor();
                for (var file : new TreeMap<>(commit.files()).entrySet()) {
                    stage(inserter, editor, prefix + file.getKey(), file.getValue());
                }
                editor.finish();
                CommitBuilder builder = new CommitBuilder();
                builder.setTreeId(tree.writeTree(inserter));
                if (parent != null) {
                    builder.setParentId(parent);
                }
                builder.setAuthor(person);
                builder.setCommitter(person);
                builder.setMessage(commit.message());
                tip = inserter.insert(builder);
                parent = tip;
            }
            inserter.flush();
        }
        return tip;
    }

    private void stage(ObjectInserter inserter, DirCacheEditor editor, String path, byte @Nullable [] content) throws IOException {
        if (content == null) {
            editor.add(new DirCacheEditor.DeletePath(path));
            return;
        }
        ObjectId blob = inserter.insert(Constants.OBJ_BLOB, normalised(path, content));
        Path file = repository.getWorkTree().toPath().resolve(path);
        boolean executable = repository.getFS().supportsExecute() && Files.isExecutable(file);
        editor.add(new DirCacheEditor.PathEdit(path) {
            @Override
            public void apply(DirCacheEntry entry) {
                if (entry.getRawMode() == 0) {
                    entry.setFileMode(executable ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE);
                }
                entry.setObjectId(blob);
            }
        });
    }

    /** Content as git stores it: line endings follow .gitattributes and core.autocrlf. */
    private byte[] normalised(String path, byte[] content) throws IOException {
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.setOperationType(OperationType.CHECKIN_OP);
            walk.addTree(new FileTreeIterator(repository));
            walk.setRecursive(true);
            walk.setFilter(PathFilter.create(path));
            if (!walk.next()) {
                return content;
            }
            var type = walk.getEolStreamType(OperationType.CHECKIN_OP);
            return EolStreamTypeUtil.wrapInputStream(new ByteArrayInputStream(content), type).readAllBytes();
        }
    }

    private PersonIdent person() {
        UserConfig user = repository.getConfig().get(UserConfig.KEY);
        String name = user.isAuthorNameImplicit() ? FALLBACK_NAME : user.getAuthorName();
        String email = user.isAuthorEmailImplicit() ? FALLBACK_EMAIL : user.getAuthorEmail();
        return new PersonIdent(name, email);
    }
}
