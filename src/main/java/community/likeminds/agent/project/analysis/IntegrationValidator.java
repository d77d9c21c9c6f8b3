package community.likeminds.agent.project.analysis;

import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.Remote;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Proves an integrated project, cheapest rung first. Every rung is bounded and reports what it observed. */
@Remote(limit = Remote.Limit.RUN)
public interface IntegrationValidator {

    /** Syntax of files; {@code texts} by path below the project's root. */
    Check syntax(Map<String, String> texts);

    /** Installs dependencies with the project's own package manager. Explains conflicts in the check's detail. */
    default Check install(Project project, Progress progress) {
        return install(project, false, progress);
    }

    /**
     * Installs dependencies; skipped, and said so, when everything is there already.
     *
     * @param acceptPeerConflicts whether npm may be asked again with {@code --legacy-peer-deps} after a peer conflict; that
     *     it was is told in the detail
     */
    Check install(Project project, boolean acceptPeerConflicts, Progress progress);

    /** Whether the added packages, with all they depend on, see the app's own copy of its framework (after an install). */
    Check peers(Project project, List<String> packages);

    /** Whether one of the secret values stands in a text that is no local environment file; {@code texts} by path. */
    Check secrets(Map<String, String> texts, List<String> secrets);

    /**
     * Whether every SDK symbol that the texts use exists in the published type declarations or class files, after
     * installation. Each missing one carries its nearest candidates.
     */
    Symbols symbols(Project project, Map<String, String> texts, List<String> packages);

    /**
     * Which of some installed packages publish a name.
     *
     * @param path of the file that would import it, below the project's root
     */
    List<String> exporting(Project project, String path, String name, List<String> packages);

    /** The project's own build (and type check, when the build does not include one). */
    default Check build(Project project, Progress progress) {
        return build(project, Set.of(), progress);
    }

    /**
     * The project's own build, and its type check when the build does not include one.
     *
     * @param touched paths of changed files below the project's root; the detail says whether an error is in one of them
     */
    Check build(Project project, Set<String> touched, Progress progress);

    /**
     * What the project's own formatter makes of changed files; empty when the project uses none. Nothing is written: the caller writes
     * {@link Formatting#formatted} where undo can reach it.
     *
     * @param texts changed files, by path below the project's root
     * @param before what those of them that were there said before
     */
    Optional<Formatting> format(Project project, Map<String, String> texts, Map<String, String> before, Progress progress);

    /** What the project's own linter says of changed files and did not say before; empty when the project uses none. */
    Optional<Linting> lint(Project project, Map<String, String> texts, Map<String, String> before, Progress progress);

    /** Whether changed files set something of the packages up again that is set up already; empty when they set up nothing. */
    Optional<Check> duplicates(Project project, Map<String, String> texts, Map<String, String> before, List<String> packages);

    /**
     * The tests that the project had; empty when it has none or when the build runs them.
     *
     * @param before every changed file as it was, empty for one that was not there
     */
    Optional<Check> tests(Project project, Map<String, Optional<String>> before, Progress progress);

    /**
     * Serves what the build left and looks at it with a headless browser: a blank page or an uncaught error fails. Not
     * possible without a browser or a page. Run after {@link #build}.
     */
    Check look(Project project, Progress progress);

    /**
     * Facts about a package in its registry; answers are remembered for some minutes. Safe to call from many threads at once.
     *
     * @param packageManager {@code maven} and {@code gradle} ask Maven's repositories, every other one npm's registry
     * @param name npm name, or {@code group:artifact}
     * @param versionWanted a version or range that the documentation names, or empty for the newest
     */
    Published published(Path folder, String packageManager, String name, String versionWanted);

    /**
     * @param root folder of the project
     * @param app folder of the application below the root, or empty
     * @param ecosystem {@code npm}, {@code maven}, {@code gradle}
     * @param packageManager {@code npm}, {@code yarn}, {@code pnpm}, {@code bun}, {@code maven}, {@code gradle}
     * @param environment variables for install and build, for example values of keys
     */
    record Project(Path root, String app, String ecosystem, String packageManager, Map<String, String> environment) {}

    /**
     * @param name of the rung
     * @param status what was observed
     * @param detail one sentence, with the remedy when it failed
     * @param command what was run, or empty
     * @param output last lines of output
     * @param millis wall-clock time
     */
    record Check(String name, Status status, String detail, String command, String output, long millis) {}

    /**
     * @param check the rung's outcome once what was formatted is written
     * @param formatted texts to write, by path
     */
    record Formatting(Check check, Map<String, String> formatted) {}

    /**
     * @param check the rung's outcome as the files are now
     * @param fixed texts with the linter's own corrections of the new problems made, by path
     * @param fixes what was corrected, one line each
     */
    record Linting(Check check, Map<String, String> fixed, List<String> fixes) {}

    enum Status {
        PASSED,
        FAILED,
        /** Could not be tried here, for example because a program is missing. */
        NOT_POSSIBLE
    }

    /**
     * @param check the rung's outcome
     * @param missing symbols that the published package does not have
     */
    record Symbols(Check check, List<Missing> missing) {}

    /**
     * @param path of the file below the project's root
     * @param line from 1
     * @param start offset of the wrong name in the text
     * @param end end offset
     * @param symbol as used, for example {@code LMFeedClient.builder}
     * @param wrong the name that does not exist, for example {@code builder}
     * @param candidates names that exist in the same place, nearest first
     * @param unambiguous whether the first candidate is certain enough to correct
     */
    record Missing(
            String path,
            int line,
            int start,
            int end,
            String symbol,
            String wrong,
            List<String> candidates,
            boolean unambiguous) {}

    /**
     * @param name of the package
     * @param version newest version that matches, or null when the registry has no such package or version
     * @param reachable whether the registry answered at all
     * @param peers its peer dependencies with their ranges, without optional ones
     * @param detail one sentence
     */
    record Published(
            String name, @Nullable String version, boolean reachable, Map<String, String> peers, String detail) {}
}
