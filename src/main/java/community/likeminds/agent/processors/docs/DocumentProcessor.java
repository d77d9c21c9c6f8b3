package community.likeminds.agent.processors.docs;

import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.Remote;
import java.util.List;
import java.util.Optional;

/** Reads sources of documentation into pages and cuts pages into chunks. */
@Remote(limit = Remote.Limit.INGESTION, repeatable = true)
public interface DocumentProcessor {

    /**
     * Finds out what a location is and fetches it when it is remote; reads no page yet.
     *
     * @param location a folder, a file, an archive ({@code .zip}, {@code .tgz}), a site ({@code https://…}), a git repository
     *     ({@code https://….git}, {@code git+https://…}, {@code git@…}, a path to one, each with an optional {@code #branch} or
     *     {@code #branch:folder}), an npm package ({@code npm:name[@version]}) or a Maven artifact ({@code maven:group:artifact[:version]})
     * @throws community.likeminds.agent.shared.AgentException with a code {@code source-…} when it cannot be read
     */
    Source open(String location, Progress progress);

    /**
     * Reads every page of a source, in path order. Pages that are binary, too large or not text are left out and named in
     * the result.
     */
    ReadResult read(Source source, Progress progress);

    /**
     * A hash over everything that reading a source looks at; two equal ones mean that {@link #read} would give the same pages. Empty when
     * that cannot be told.
     */
    default String digest(Source source) {
        return "";
    }

    /**
     * What the history of a source says has changed since an earlier version of it.
     *
     * @param since a version that the source had before, see {@link Source#version}
     * @return nothing when the source keeps no history or the version is not in what is kept of it; pages are then compared by content alone
     */
    default Optional<SourceChanges> changes(Source source, String since) {
        return Optional.empty();
    }

    /** What a page leads through: prerequisites, steps, alternatives and the states of its code. */
    GuideOutline outline(Page page);

    /** Cuts a page into chunks: by structure, never through a code block that fits the model. */
    List<Chunk> chunk(Page page);
}
