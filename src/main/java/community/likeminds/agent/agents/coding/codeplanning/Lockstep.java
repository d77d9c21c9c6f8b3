package community.likeminds.agent.agents.coding.codeplanning;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Packages that a framework publishes together with itself, under the same version: one that joins a project has to be of the
 * project's version, for the newest asks for the newest framework.
 */
final class Lockstep {

    /** What leads a group, by the names of its packages. */
    private static final Map<Pattern, String> GROUPS = Map.of(
            Pattern.compile("react-(?:dom|is|test-renderer)"), "react",
            Pattern.compile("@react-router/(?:dev|node|serve|express|cloudflare|architect|fs-routes|remix-config-routes-adapter)"), "react-router",
            Pattern.compile("@remix-run/(?:dev|node|serve|express|css-bundle|testing|server-runtime)"), "@remix-run/react",
            Pattern.compile("@vue/(?:compiler-\\w+|server-renderer|reactivity|runtime-\\w+|shared|compat)"), "vue",
            Pattern.compile("@next/.+|eslint-config-next"), "next",
            Pattern.compile("@nestjs/(?:common|microservices|platform-\\w+|testing|websockets)"), "@nestjs/core");

    /** Groups of which only the first number is the same. */
    private static final Map<Pattern, String> MAJORS = Map.of(Pattern.compile("@angular/.+"), "@angular/core");

    private static final Pattern RANGE = Pattern.compile("[~^]?(\\d+)(?:\\.\\d+){0,2}");

    private Lockstep() {}

    /** The leader of a package's group that the project declares, and the range that follows from it; both empty where there is none. */
    record Version(String leader, String range) {}

    static Version of(String name, Map<String, String> dependencies) {
        Version same = of(GROUPS, name, dependencies, false);
        return same.range().isEmpty() ? of(MAJORS, name, dependencies, true) : same;
    }

    private static Version of(Map<Pattern, String> groups, String name, Map<String, String> dependencies, boolean major) {
        return groups.entrySet().stream()
                .filter(one -> one.getKey().matcher(name).matches() && !one.getValue().equals(name))
                .map(one -> new Version(one.getValue(), range(dependencies.getOrDefault(one.getValue(), ""), major)))
                .filter(one -> !one.range().isEmpty())
                .findFirst()
                .orElse(new Version("", ""));
    }

    /** The declared range when it is a plain one. */
    private static String range(String declared, boolean major) {
        Matcher range = RANGE.matcher(declared.strip());
        return !range.matches() ? "" : major ? "^" + range.group(1) + ".0.0" : declared.strip();
    }
}
