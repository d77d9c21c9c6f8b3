package community.likeminds.agent.agents.coding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a project is, as its files say it.
 *
 * @param root absolute path of the project
 * @param app path of the application that is meant below the root, empty for the root itself (monorepos)
 * @param ecosystem {@code npm}, {@code maven}, {@code gradle}, {@code python}, {@code go}, {@code pub}, {@code static} (pages without any manifest), ... or {@code unknown}
 * @param framework {@code vite-react}, {@code vite-vue}, {@code next-app}, {@code next-pages}, {@code express},
 *     {@code spring-boot}, {@code node}, {@code flask}, ... or {@code unknown}
 * @param platforms names under which documentation may address this project, most specific first ({@code react}, {@code web},
 *     {@code javascript})
 * @param language {@code typescript}, {@code javascript}, {@code java}, {@code kotlin}, {@code python}, {@code go}, ...
 * @param packageManager {@code npm}, {@code yarn}, {@code pnpm}, {@code bun}, {@code maven}, {@code gradle}, ... or empty
 * @param modules {@code esm}, {@code commonjs} or empty
 * @param manifest path of the manifest below the root, or empty
 * @param roles files by the role they play, paths below the root. Web: {@code entry}, {@code root-component}, {@code layout},
 *     {@code start-page}, {@code server}, {@code html}, {@code bundler-config}, {@code framework-config}, {@code app-config}. JVM:
 *     {@code main-class}, {@code application-config}, {@code settings}, {@code version-catalog}, {@code root-build}. Android:
 *     {@code android-manifest}, {@code application-class}, {@code main-activity}. Python: {@code entry}, {@code server}, {@code settings},
 *     {@code urls}. Flutter and iOS: {@code entry}, {@code app-delegate}, {@code info-plist}, {@code podfile}, {@code android-manifest}
 * @param dependencies declared dependencies with their versions or ranges
 * @param envPrefix what environment variables that reach the browser must begin with, or empty
 * @param envAccess how code reads an environment variable, {@code %s} standing for its name, or empty
 * @param git whether it is a git repository, and whether it has uncommitted changes
 * @param facts everything that was found out, each with the place where it was seen
 * @param uses dependencies with how far the project has integrated each; empty where that was not looked into
 */
public record ProjectProfile(
        String root,
        String app,
        String ecosystem,
        String framework,
        List<String> platforms,
        String language,
        String packageManager,
        String modules,
        String manifest,
        Map<String, String> roles,
        Map<String, String> dependencies,
        String envPrefix,
        String envAccess,
        GitState git,
        List<Fact> facts,
        List<DependencyUse> uses) {

    public ProjectProfile {
        facts = List.copyOf(facts);
        uses = List.copyOf(uses);
        platforms = List.copyOf(platforms);
        roles = Map.copyOf(roles);
        dependencies = Map.copyOf(dependencies);
    }

    /** A profile without the places where its facts were seen. */
    public ProjectProfile(
            String root, String app, String ecosystem, String framework, List<String> platforms, String language, String packageManager,
            String modules, String manifest, Map<String, String> roles, Map<String, String> dependencies, String envPrefix, String envAccess,
            GitState git) {
        this(root, app, ecosystem, framework, platforms, language, packageManager, modules, manifest, roles, dependencies, envPrefix,
                envAccess, git, List.of(), List.of());
    }

    public ProjectProfile withFacts(List<Fact> found) {
        return new ProjectProfile(root, app, ecosystem, framework, platforms, language, packageManager, modules, manifest, roles, dependencies,
                envPrefix, envAccess, git, found, uses);
    }

    public ProjectProfile withUses(List<DependencyUse> found) {
        return new ProjectProfile(root, app, ecosystem, framework, platforms, language, packageManager, modules, manifest, roles, dependencies,
                envPrefix, envAccess, git, facts, found);
    }

    /** The first value of a fact, or an empty string. */
    public String fact(String name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).findFirst().map(Fact::value).orElse("");
    }

    /**
     * @param name {@code package-manager}, {@code framework}, {@code formatter}, {@code linter}, {@code line-endings}, ...; may occur
     *     several times
     * @param value what was found
     * @param seen where, {@code path:line} below the root; empty when it follows from what is not there
     * @param why one sentence where the value was concluded rather than read, else empty
     */
    public record Fact(String name, String value, String seen, String why) {}

    /**
     * @param name of the dependency
     * @param range version or range as declared, may be empty
     * @param stage the furthest of {@code declared}, {@code installed}, {@code imported}, {@code configured}, {@code initialised}
     * @param seen the place of each stage that was reached, {@code path:line}, in that order
     */
    public record DependencyUse(String name, String range, String stage, Map<String, String> seen) {

        public DependencyUse {
            seen = Collections.unmodifiableMap(new LinkedHashMap<>(seen));
        }
    }

    public enum GitState {
        NONE,
        CLEAN,
        DIRTY
    }
}
