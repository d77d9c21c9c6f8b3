package community.likeminds.agent.agents.coding;

import community.likeminds.agent.project.analysis.IntegrationValidator;
import community.likeminds.agent.shared.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers as it was told to and remembers what it was asked; every rung passes until another answer is set. */
public final class FakeValidator implements IntegrationValidator {

    /** Rungs in the order in which they were asked. */
    public final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    /** Answers by rung. */
    public final Map<String, Status> answers = new HashMap<>();
    /** Packages that the registry does not have. */
    public final Set<String> unpublished = new HashSet<>();
    /** The texts of the last look at symbols. */
    public Map<String, String> symbolTexts = Map.of();
    /** What installing does beside answering, for example change files or fail. */
    public Runnable onInstall = () -> {};
    /** Environment of the build. */
    public Map<String, String> environment = Map.of();
    public boolean reachable = true;
    /** Missing symbols of some texts. */
    public Function<Map<String, String>, List<Missing>> missing = texts -> List.of();

    private Check check(String name) {
        calls.add(name);
        Status status = answers.getOrDefault(name, Status.PASSED);
        return new Check(name, status, name + " was looked at.", "run " + name, "", 1);
    }

    @Override
    public Check syntax(Map<String, String> texts) {
        return check("syntax");
    }

    @Override
    public Check install(Project project, boolean acceptPeerConflicts, Progress progress) {
        onInstall.run();
        environment = project.environment();
        return check("install");
    }

    @Override
    public Check peers(Project project, List<String> packages) {
        return check("peers");
    }

    @Override
    public Check secrets(Map<String, String> texts, List<String> secrets) {
        return check("secrets");
    }

    @Override
    public Symbols symbols(Project project, Map<String, String> texts, List<String> packages) {
        symbolTexts = Map.copyOf(texts);
        calls.add("symbols");
        List<Missing> found = missing.apply(texts);
        Status status = found.isEmpty() ? answers.getOrDefault("symbols", Status.PASSED) : Status.FAILED;
        return new Symbols(new Check("symbols", status, found.size() + " names are missing.", "", "", 1), found);
    }

    @Override
    public Check build(Project project, Set<String> touched, Progress progress) {
        Supplier<Check> own = building;
        return own == null ? check("build") : own.get();
    }

    /** What linting and formatting say; nothing when the project uses no such tool. */
    public Function<Map<String, String>, Optional<Linting>> linting = texts -> Optional.empty();
    public Function<Map<String, String>, Optional<Formatting>> formatting = texts -> Optional.empty();
    /** Packages that publish a name. */
    public Map<String, List<String>> exports = Map.of();
    /** What building says of the texts that are there. */
    public @Nullable Supplier<Check> building;

    @Override
    public Optional<Formatting> format(Project project, Map<String, String> texts, Map<String, String> before, Progress progress) {
        return formatting.apply(texts);
    }

    @Override
    public Optional<Linting> lint(Project project, Map<String, String> texts, Map<String, String> before, Progress progress) {
        return linting.apply(texts);
    }

    @Override
    public Optional<Check> duplicates(Project project, Map<String, String> texts, Map<String, String> before, List<String> packages) {
        return answers.containsKey("duplicates") ? Optional.of(check("duplicates")) : Optional.empty();
    }

    @Override
    public Optional<Check> tests(Project project, Map<String, Optional<String>> before, Progress progress) {
        return answers.containsKey("tests") ? Optional.of(check("tests")) : Optional.empty();
    }

    @Override
    public List<String> exporting(Project project, String path, String name, List<String> packages) {
        return exports.getOrDefault(name, List.of());
    }

    @Override
    public Check look(Project project, Progress progress) {
        calls.add("look");
        Status status = answers.getOrDefault("look", Status.NOT_POSSIBLE);
        return new Check("look", status, "It was looked at.", "", "", 1);
    }

    @Override
    public Published published(Path folder, String packageManager, String name, String versionWanted) {
        calls.add("published " + name);
        String version = !reachable || unpublished.contains(name) ? null : "1.4.2";
        return new Published(name, version, reachable, Map.of(), reachable ? "It was asked." : "There is no network.");
    }
}
