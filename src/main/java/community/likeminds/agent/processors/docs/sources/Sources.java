package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.nio.file.Path;
import java.util.List;

/** Finds out what a location is and opens it. */
public final class Sources {

    private final List<SourceOpener> openers;

    /** @param cache folder for what is fetched from elsewhere */
    public Sources(Path cache) {
        this(cache, new Programs());
    }

    Sources(Path cache, Programs programs) {
        openers = List.of(new NpmSources(cache, new NpmPack(programs)), new GitSources(cache, programs), new ZipSources(cache), new LocalSources());
    }

    /** @throws AgentException with a code {@code source-…} */
    public Source open(String location, Progress progress) {
        String named = location.strip();
        if (named.isEmpty()) {
            throw AgentException.badInput(
                    "source-invalid", "The source is empty.", "Name a folder, a file, a git repository or an npm package (npm:name).");
        }
        for (SourceOpener opener : openers) {
            if (opener.accepts(named)) {
                return opener.open(named, progress);
            }
        }
        throw AgentException.badInput(
                "source-invalid",
                "The source '" + named + "' is no folder, file, git repository or npm package.",
                "Name a folder, a file, a git repository or an npm package (npm:name).");
    }
}
