package community.likeminds.agent.agents.coding;

import java.util.List;
import java.util.Map;

/**
 * What a project is, as its files say it.
 *
 * @param root absolute path of the project
 * @param app path of the application that is meant below the root, empty for the root itself (monorepos)
 * @param ecosystem {@code npm}, {@code maven}, {@code gradle}, {@code python}, {@code go}, {@code pub}, ... or {@code unknown}
 * @param framework {@code vite-react}, {@code vite-vue}, {@code next-app}, {@code next-pages}, {@code express},
 *     {@code spring-boot}, {@code node}, {@code flask}, ... or {@code unknown}
 * @param platforms names under which documentation may address this project, most specific first ({@code react}, {@code web},
 *     {@code javascript})
 * @param language {@code typescript}, {@code javascript}, {@code java}, {@code kotlin}, {@code python}, {@code go}, ...
 * @param packageManager {@code npm}, {@code yarn}, {@code pnpm}, {@code bun}, {@code maven}, {@code gradle}, ... or empty
 * @param modules {@code esm}, {@code commonjs} or empty
 * @param manifest path of the manifest below the root, or empty
 * @param roles files by the role they play ({@code entry}, {@code root-component}, {@code layout}, {@code server},
 *     {@code bundler-config}, {@code framework-config}, {@code env}, {@code main-class}), paths below the root
 * @param dependencies declared dependencies with their versions or ranges
 * @param envPrefix what environment variables that reach the browser must begin with, or empty
 * @param envAccess how code reads an environment variable, {@code %s} standing for its name, or empty
 * @param git whether it is a git repository, and whether it has uncommitted changes
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
        GitState git) {

    public ProjectProfile {
        platforms = List.copyOf(platforms);
        roles = Map.copyOf(roles);
        dependencies = Map.copyOf(dependencies);
    }

    public enum GitState {
        NONE,
        CLEAN,
        DIRTY
    }
}
