package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.code.StructuralEdits;
import community.likeminds.agent.processors.docs.Citation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts values where only local development reads them: never in code, never in a file that git would commit. */
final class Environment {

    private static final Pattern SECRET = Pattern.compile("(?i)(?:^|_)(?:secret|private|password|token)(?:_|$)");

    private static final List<String> READ_LOCALLY = List.of(".env.local", ".env", ".env.development", ".env.development.local");
    private static final Pattern PRIVATE = Pattern.compile("\\b(?:import\\.meta|process)\\.env\\.((?!VITE_|PUBLIC_)[A-Z][A-Z0-9_]*)!?");
    private static final Pattern SCRIPT = Pattern.compile(".*\\.(?:[cm]?[jt]sx?|vue|svelte)");
    private static final Pattern READ = Pattern.compile("\\bprocess\\.env\\.[A-Z][A-Z0-9_]*(?=\\s*[,)}])");

    private final ProjectProfile project;
    private final Workspace files;
    private final StructuralEdits edits;
    private final String at;
    private final Set<String> said;
    private final Map<String, Entry> wanted = new LinkedHashMap<>();

    /** Variables that a build reads, with the file that does. */
    private final Map<String, String> built = new TreeMap<>();

    /** Other names of variables, under which a guide's placeholder may be given. */
    private final Map<String, String> called = new TreeMap<>();

    private record Entry(String value, Citation citation) {}

    /** @param said names of variables of which the request says that they are there */
    Environment(ProjectProfile project, Workspace files, StructuralEdits edits, Collection<String> said) {
        this.said = Set.copyOf(said);
        this.project = project;
        this.files = files;
        this.edits = edits;
        this.at = project.app().isEmpty() ? "" : project.app() + "/";
    }

    /**
     * Takes note of a variable and gives back the expression that reads it.
     *
     * @param browser whether the code that reads it runs in the browser
     */
    String expression(String name, String value, boolean browser, Citation citation) {
        String full = variable(name, browser);
        wanted.merge(full, new Entry(value, citation), (old, fresh) -> old.value().isEmpty() ? fresh : old);
        // Under strict types a variable may be missing; an SDK that needs it says so itself when it starts.
        return project.envAccess().formatted(full) + (strict() ? "!" : "");
    }

    /** Takes note of a variable and gives back the mark that a bundler replaces in a page; an empty string where a page cannot have it. */
    String inPage(String name, String value, Citation citation) {
        String full = variable(name, true);
        boolean published = !project.envPrefix().isEmpty() && full.startsWith(project.envPrefix());
        String mark = !published ? "" : project.framework().startsWith("vite") || project.framework().equals("cra") ? "%" + full + "%"
                : project.framework().equals("sveltekit") ? "%sveltekit.env." + full + "%" : "";
        if (!mark.isEmpty()) {
            read(full, value, citation);
        }
        return mark;
    }

    /** Takes note of a variable that a configuration reads while the project is built, and gives back the expression that reads it. */
    String ofBuild(String name, String value, String path, Citation citation) {
        read(name, value, citation);
        built.put(name, path);
        return "process.env." + name;
    }

    /** Takes note of a variable that the code reads already. */
    void read(String name, String value, Citation citation) {
        wanted.merge(name, new Entry(value, citation), (old, fresh) -> old.value().isEmpty() ? fresh : old);
    }

    /** Takes note of what a guide calls the value of a variable. */
    void alsoCalled(String name, String placeholder) {
        if (!placeholder.isEmpty()) {
            called.putIfAbsent(name, placeholder);
        }
    }

    /** How a value can be given: under the variable's name, or one of those that are taken for it as well. */
    private String howToGive(String name) {
        String bare = !project.envPrefix().isEmpty() && name.startsWith(project.envPrefix()) ? name.substring(project.envPrefix().length()) : "";
        List<String> others = Stream.of(bare, called.getOrDefault(name, "")).filter(other -> !other.isEmpty() && !other.equals(name)).distinct().toList();
        return "--set " + name + "=..." + (others.isEmpty() ? "" : "; also as " + String.join(", ", others));
    }

    /** Takes note of a variable that the project's own code reads, with or without the browser's prefix. */
    void standing(String name, String value, Citation citation) {
        for (String full : List.of(variable(name, true), variable(name, false))) {
            Pattern read = Pattern.compile("\\benv(?:\\.|\\[['\"])" + Pattern.quote(full) + "\\b");
            if (files.paths().stream().anyMatch(path -> SCRIPT.matcher(path).matches() && read.matcher(files.text(path)).find())) {
                read(full, value, citation);
                return;
            }
        }
    }

    /**
     * Takes note of a value that was given but that no planned code reads.
     *
     * @param client whether the guide's own code takes it in the browser
     */
    void given(String name, String value, boolean client, Citation citation) {
        // A framework with a server of its own keeps what is not said to be public on the server.
        boolean browser = client || !project.framework().startsWith("next") || name.contains("PUBLIC");
        String published = variable(name, true);
        // What an earlier run published stays published: its code reads it under that name.
        read(assigned(localFile(), published) ? published : variable(name, browser), value, citation);
    }

    private boolean strict() {
        return project.language().equals("typescript") && project.envAccess().startsWith("process.env");
    }

    /** Code as it must read its environment under strict types. */
    String strictly(String code) {
        return strict() ? READ.matcher(code).replaceAll("$0!") : code;
    }

    /** Code of a new file that only the server reads, by the way in which the framework gives private variables to servers. */
    String onServer(String code, String path) {
        if (!project.framework().equals("sveltekit") || !path.contains("/server/") && !path.matches(".*\\.server\\.[jt]s")) {
            return code;
        }
        Matcher reads = PRIVATE.matcher(code);
        String end = code.contains("\r\n") ? "\r\n" : "\n";
        String semicolon = code.contains("';") || code.contains("\";") ? ";" : "";
        String given = project.language().equals("typescript") ? "env.$1!" : "env.$1";
        return reads.find() ? "import { env } from '$env/dynamic/private'" + semicolon + end + reads.replaceAll(given) : code;
    }

    private String variable(String name, boolean browser) {
        boolean prefix = browser && !project.envPrefix().isEmpty() && !name.startsWith(project.envPrefix()) && !SECRET.matcher(name).find();
        return prefix ? project.envPrefix() + name : name;
    }

    /** Whether a variable was noted, with or without the browser's prefix. */
    boolean holds(String name) {
        return wanted.containsKey(name) || wanted.containsKey(project.envPrefix() + name);
    }

    /** Whether a value stands under some name already. */
    boolean carries(String value) {
        return wanted.values().stream().anyMatch(entry -> entry.value().equals(value));
    }

    boolean possible() {
        return !project.envAccess().isEmpty();
    }

    /** The steps that set what was noted; the files of the workspace are changed accordingly. */
    List<Draft.DraftStep> steps(List<String> openPoints) {
        List<Draft.DraftStep> steps = new ArrayList<>();
        if (wanted.isEmpty()) {
            return steps;
        }
        String local = localFile();
        Map<String, String> ignore = ignored(local);
        boolean listed = files.exists(at + ".env.example") || wanted.values().stream().anyMatch(entry -> entry.value().isEmpty());
        for (Map.Entry<String, Entry> variable : wanted.entrySet()) {
            steps.addAll(steps(variable.getKey(), variable.getValue(), local, listed, ignore, openPoints));
            ignore = Map.of();
        }
        built.forEach((name, path) -> openPoints.add(path + " reads " + name + " from the environment of the build, which " + local
                + " is no part of by itself: export it where you build, or load the file there."));
        return steps;
    }

    private List<Draft.DraftStep> steps(String name, Entry entry, String local, boolean listed, Map<String, String> ignore, List<String> openPoints) {
        Map<String, String> texts = new LinkedHashMap<>(ignore);
        List<String> changes = new ArrayList<>();
        boolean open = entry.value().isEmpty() && !assigned(name);
        if (!entry.value().isEmpty()) {
            set(local, name, entry.value(), texts, changes);
        }
        String example = at + ".env.example";
        if (listed) {
            set(example, name, "", texts, changes);
        }
        if (open && said(name)) {
            openPoints.add("Set " + name + " in " + local + ": no value was given for it (" + howToGive(name) + ").");
        }
        String why = "Keys do not belong into code; " + local + " is read by the project's tools and left out of git.";
        List<Draft.DraftStep> steps = new ArrayList<>();
        boolean left = open && !said(name);
        if (!left || !changes.isEmpty()) {
            steps.add(new Draft.DraftStep(
                    step(left ? "List " + name + " in " + example : "Set " + name + " for local development", left ? example : local, why, name, entry),
                    changes.isEmpty() ? Draft.State.ALREADY_THERE : Draft.State.TO_DO, texts,
                    changes.isEmpty() ? "It is set already." : String.join(" ", changes)));
        }
        if (left) {
            // What reads it does not work before it is set, which only the person can do.
            steps.add(new Draft.DraftStep(
                    step("Set " + name + " in " + local, local, why, name, entry), Draft.State.MANUAL, Map.of(), "No value was given for it (" + howToGive(name) + ")."));
        }
        return steps;
    }

    private static PlanStep step(String title, String target, String why, String name, Entry entry) {
        return new PlanStep("", PlanStep.Kind.SET_ENVIRONMENT, title, target, why, List.of(entry.citation()), Map.of("name", name));
    }

    /** Whether the request says that the value is there. */
    private boolean said(String name) {
        return said.contains(name) || !project.envPrefix().isEmpty() && name.startsWith(project.envPrefix()) && said.contains(name.substring(project.envPrefix().length()));
    }

    /** Whether a file that local development reads gives a variable a value. */
    private boolean assigned(String name) {
        return READ_LOCALLY.stream().anyMatch(file -> assigned(at + file, name));
    }

    private boolean assigned(String path, String name) {
        return files.exists(path) && Pattern.compile("(?m)^[ \\t]*(?:export[ \\t]+)?" + Pattern.quote(name) + "[ \\t]*=[ \\t]*(?![\"']{2}[ \\t]*$)[^\\s#]").matcher(files.text(path)).find();
    }

    private void set(String path, String name, String value, Map<String, String> texts, List<String> changes) {
        StructuralEdits.Edit edit = edits.setEnvironment(files.exists(path) ? files.text(path) : "", name, value);
        if (edit.changed()) {
            files.put(path, edit.text());
            texts.put(path, edit.text());
            changes.add(name + " stands in " + path + ".");
        }
    }

    /** The file that local development reads and git does not commit. */
    private String localFile() {
        boolean layered = !project.envPrefix().isEmpty();
        List<String> candidates = layered ? List.of(at + ".env.local", at + ".env") : List.of(at + ".env", at + ".env.local");
        for (String candidate : candidates) {
            if (files.ignored(candidate)) {
                return candidate;
            }
        }
        return candidates.getFirst();
    }

    private Map<String, String> ignored(String local) {
        boolean value = wanted.values().stream().anyMatch(entry -> !entry.value().isEmpty());
        if (!value || files.ignored(local)) {
            return Map.of();
        }
        String rules = files.exists(".gitignore") ? files.text(".gitignore") : "";
        String end = rules.isEmpty() || rules.endsWith("\n") ? "" : rules.contains("\r\n") ? "\r\n" : "\n";
        String line = local.substring(local.lastIndexOf('/') + 1) + (rules.contains("\r\n") ? "\r\n" : "\n");
        files.put(".gitignore", rules + end + line);
        return Map.of(".gitignore", rules + end + line);
    }
}
