package community.likeminds.agent.project.analysis;

import community.likeminds.agent.processors.code.CodeFile;
import community.likeminds.agent.processors.code.CodeListing;
import community.likeminds.agent.processors.code.CodeProcessor;
import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import community.likeminds.agent.shared.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds an SDK that is set up again although the project did so before. Setting it up for browser and server is no repetition. */
final class DuplicateRung {

    private static final String NAME = "duplicates";
    private static final int MOST_FILES = 3_000;
    private static final Set<String> ONCE = Set.of("init", "initialize", "initialise", "configure", "setup", "start", "boot", "bootstrap", "authorize");
    private static final Pattern MADE = Pattern.compile("(?:create|make|init|initialize|setup|configure)\\w*(?:Client|SDK|Sdk|App|Instance)?|\\w*(?:Client|SDK|Sdk|Provider)");
    private static final Pattern NOT_ONCE = Pattern.compile("create(?!Client|SDK|Sdk|App|Instance)\\w*(?<!Client|SDK|Sdk|Instance)|make(?!Client)\\w*(?<!Client)");
    private static final Pattern SERVER = Pattern.compile("(?i)(?:^|[/._-])(?:server|edge|api|middleware|proxy|backend|worker|functions?)(?:[/._-]|$)");
    private static final Pattern CLIENT = Pattern.compile("(?i)(?:^|[/._-])(?:client|browser|frontend)(?:[/._-]|$)");

    private final CodeProcessor code;

    DuplicateRung(CodeProcessor code) {
        this.code = code;
    }

    /** One place that sets something up. */
    private record Site(String path, int line, String runtime) {}

    /**
     * @param texts changed files
     * @param before what those of them that were there said before
     * @return empty when the changed files set up nothing of the packages
     */
    Optional<Check> run(Project project, Map<String, String> texts, Map<String, String> before, List<String> packages) {
        long start = System.nanoTime();
        Map<String, List<Site>> now = new LinkedHashMap<>();
        Map<String, List<Site>> then = new LinkedHashMap<>();
        texts.forEach((path, text) -> sites(path, text, packages, now));
        if (now.isEmpty()) {
            return Optional.empty();
        }
        before.forEach((path, text) -> sites(path, text, packages, then));
        Map<String, List<Site>> elsewhere = elsewhere(project, texts.keySet(), packages);
        List<String> repeated = new ArrayList<>();
        now.forEach((what, sites) -> {
            List<Site> known = new ArrayList<>(elsewhere.getOrDefault(what, List.of()));
            List<Site> earlier = then.getOrDefault(what, List.of());
            for (String runtime : Set.of("browser", "server")) {
                List<Site> here = sites.stream().filter(site -> site.runtime().equals(runtime)).toList();
                List<Site> old = known.stream().filter(site -> site.runtime().equals(runtime)).toList();
                long were = earlier.stream().filter(site -> site.runtime().equals(runtime)).count();
                boolean added = here.size() > were;
                if (added && here.size() + old.size() > 1 && (were + old.size() > 0 || inOneFile(here))) {
                    List<String> places = new ArrayList<>(here.stream().map(DuplicateRung::place).toList());
                    places.addAll(old.stream().map(DuplicateRung::place).toList());
                    repeated.add(what + " is set up " + (places.size() == 2 ? "twice" : places.size() + " times") + ", at " + String.join(" and ", places));
                }
            }
        });
        long millis = (System.nanoTime() - start) / 1_000_000;
        return Optional.of(repeated.isEmpty()
                ? new Check(NAME, Status.PASSED, "What the changed files set up is set up once.", "", "", millis)
                : new Check(NAME, Status.FAILED, repeated.getFirst() + "; keep one of them.", "", String.join("\n", repeated), millis));
    }

    private static boolean inOneFile(List<Site> sites) {
        return sites.stream().map(Site::path).distinct().count() < sites.size();
    }

    private static String place(Site site) {
        return site.path() + ":" + site.line();
    }

    private Map<String, List<Site>> elsewhere(Project project, Set<String> changed, List<String> packages) {
        Path app = project.app().isEmpty() ? project.root() : project.root().resolve(project.app());
        String prefix = project.app().isEmpty() ? "" : project.app() + "/";
        Map<String, List<Site>> found = new LinkedHashMap<>();
        code.list(app, Progress.NONE).files().stream().map(CodeListing.Entry::path).filter(path -> !changed.contains(prefix + path)).limit(MOST_FILES)
                .forEach(path -> sites(prefix + path, code.text(app, path), packages, found));
        return found;
    }

    private void sites(String path, String text, List<String> packages, Map<String, List<Site>> found) {
        if (packages.stream().noneMatch(name -> text.contains(module(name)))) {
            return;
        }
        CodeFile file = code.read(path, text);
        for (CodeFile.Import one : file.imports()) {
            if (packages.stream().noneMatch(name -> one.module().equals(module(name)) || one.module().startsWith(module(name) + "/")
                    || one.module().startsWith(module(name) + "."))) {
                continue;
            }
            String local = one.alias().isEmpty() ? one.name().isEmpty() ? one.module() : one.name() : one.alias();
            String simple = local.substring(local.lastIndexOf('.') + 1);
            boolean whole = Set.of("default", "*", "").contains(one.name());
            for (CodeFile.Call call : file.calls()) {
                boolean own = call.receiver().isEmpty() && call.callee().equals(simple) && (whole || once(simple));
                boolean member = call.receiver().equals(simple) && once(call.callee());
                if (own || member) {
                    String what = module(one.module()) + (whole ? "" : " " + one.name()) + (member ? " " + call.callee() : "");
                    add(found, what, new Site(path, call.line(), runtime(path, text)));
                }
            }
            for (CodeFile.Use use : file.uses()) {
                if (use.module().equals(one.module()) && use.name().equals(one.name()) && use.name().endsWith("Provider") && use.member().isEmpty()
                        && elementAt(text, use.line(), simple)) {
                    add(found, one.module() + " " + one.name(), new Site(path, use.line(), runtime(path, text)));
                }
            }
        }
    }

    /** An element is a call and a use at once; it counts once. */
    private static void add(Map<String, List<Site>> found, String what, Site site) {
        List<Site> sites = found.computeIfAbsent(what, key -> new ArrayList<>());
        if (!sites.contains(site)) {
            sites.add(site);
        }
    }

    /** Whether an element begins on a line; its end is no second one. */
    private static boolean elementAt(String text, int line, String name) {
        return text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("").matches(".*<" + Pattern.quote(name) + "\\b.*");
    }

    private static boolean once(String name) {
        return ONCE.contains(name) || MADE.matcher(name).matches() && !NOT_ONCE.matcher(name).matches();
    }

    private static String runtime(String path, String text) {
        if (text.stripLeading().matches("(?s)['\"]use client['\"].*") || CLIENT.matcher(path).find()) {
            return "browser";
        }
        return SERVER.matcher(path).find() || text.stripLeading().matches("(?s)['\"]use server['\"].*") ? "server" : "browser";
    }

    /** Of a Maven coordinate its group, which packages of classes begin with. */
    private static String module(String name) {
        return name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
    }
}
