package community.likeminds.agent.processors.code;

import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.Remote;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;

/** Reads a project's source code: which files it has, what they define, import, call and use, and passages of them to embed. */
@Remote(limit = Remote.Limit.RUN, repeatable = true)
public interface CodeProcessor {

    /**
     * Finds the files of a folder that are the project's own source code. {@code .gitignore} and {@code .gitattributes} are
     * respected; generated, vendored, minified, binary and very large files are left out. Links are not followed.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code code-unreadable} when the folder cannot be read
     */
    CodeListing list(Path root, Progress progress);

    /**
     * Reads one file.
     *
     * @param path its name chooses the language
     */
    CodeFile read(String path, String text);

    /**
     * Cuts a file into passages that follow its structure. Every line that is not blank is in exactly one passage; only a line that is
     * larger than a passage is cut itself.
     */
    List<CodeChunk> chunk(String path, String text, ChunkSize size);

    /** What the files say about languages, build tools and dependencies. */
    ProjectFacts facts(Path root, CodeListing listing);

    /** The text of a listed file; bytes that are no UTF-8 become replacement characters. */
    String text(Path root, String path);

    /**
     * How large a passage may be.
     *
     * @param tokens counts the tokens of a text as the embedding model does
     * @param most tokens of {@link CodeChunk#embedded()}, at least 64
     * @param joined tokens up to which small neighbours are put together
     */
    record ChunkSize(ToIntFunction<String> tokens, int most, int joined) {
        public ChunkSize {
            if (most < 64 || joined > most) {
                throw new IllegalArgumentException("passages of " + most + " tokens cannot be cut");
            }
        }
    }
}
