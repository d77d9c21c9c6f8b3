package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.processors.docs.SourceChanges;
import community.likeminds.agent.processors.docs.sources.web.HostGuard;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds out what a location is and opens it. */
public final class Sources {

    private final List<SourceOpener> openers;
    private final GitSources git;

    /** What can be named, for people. */
    private static final String KINDS =
            "Name a folder, a file, an archive (.zip, .tgz), a git repository, a site (https://…), an npm package (npm:NAME) or a Maven artifact (maven:GROUP:ARTIFACT).";

    /** @param cache folder for what is fetched from elsewhere */
    public Sources(Path cache) {
        this(cache, List.of());
    }

    /**
     * @param cache folder for what is fetched from elsewhere
     * @param privateHosts names of hosts on private networks whose sites and repositories may be read
     */
    public Sources(Path cache, List<String> privateHosts) {
        this(cache, privateHosts, new Programs());
    }

    Sources(Path cache, List<String> privateHosts, Programs programs) {
        git = new GitSources(cache, programs, new HostGuard(privateHosts));
        openers = List.of(
                new NpmSources(cache, new NpmPack(programs)),
                new MavenSources(cache, new MavenCopy(programs)),
                git,
                new WebSources(cache, privateHosts),
                new ZipSources(cache),
                new LocalSources());
    }

    /** @throws AgentException with a code {@code source-…} */
    public Source open(String location, Progress progress) {
        String named = location.strip();
        if (named.isEmpty()) {
            throw AgentException.badInput(
                    "source-invalid", "The source is empty.", KINDS);
        }
        for (SourceOpener opener : openers) {
            if (opener.accepts(named)) {
                return opener.open(named, progress);
            }
        }
        throw AgentException.badInput("source-invalid", "The source '" + named + "' is none of the kinds that can be read.", KINDS);
    }

    /**
     * What the history of a source says has changed since an earlier version of it.
     *
     * @return nothing when the source has no history, or none that reaches that far
     */
    public Optional<SourceChanges> changes(Source source, String since) {
        return source.kind() == Source.Kind.GIT && !since.isEmpty() ? git.changes(source, since) : Optional.empty();
    }
}
