package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Page;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells from what documentation imports together which interface framework a package is for, when its name does not say it. */
final class Families {

    /** Fewer blocks than this tell nothing. */
    private static final int ENOUGH = 3;

    private static final double MOST = 0.8;

    private static final Pattern IMPORTED = Pattern.compile("(?:from\\s+|require\\(\\s*|import\\s+)['\"]([^'\"\\n]+)['\"]");
    private static final List<String> FAMILIES = List.of("react", "vue", "svelte", "solid", "angular");
    private static final Map<String, String> MEMBERS = Map.ofEntries(
            Map.entry("react", "react"), Map.entry("react-dom", "react"), Map.entry("next", "react"), Map.entry("vue", "vue"), Map.entry("nuxt", "vue"),
            Map.entry("vue-router", "vue"), Map.entry("svelte", "svelte"), Map.entry("@sveltejs/kit", "svelte"), Map.entry("solid-js", "solid"),
            Map.entry("@angular/core", "angular"));

    private final Map<String, Map<String, Integer>> together = new HashMap<>();

    Families(List<Page> pages) {
        for (Page page : pages) {
            for (Block block : page.blocks()) {
                if (block.kind() == Block.Kind.CODE && Role.of(block) == Role.SCRIPT) {
                    count(block.text());
                }
            }
        }
    }

    /** Whether packages that are used together are for interface frameworks, and none of them for the project's. */
    static boolean others(Set<String> packages, ProjectProfile project) {
        Set<String> named = new HashSet<>();
        for (String name : packages) {
            String family = MEMBERS.getOrDefault(name, "");
            (family.isEmpty() ? FAMILIES.stream().filter(List.of(name.split("[^a-z]+"))::contains) : Stream.of(family)).forEach(named::add);
        }
        return framed(project) && !named.isEmpty() && named.stream().noneMatch(family -> Frameworks.has(project, family));
    }

    private static boolean framed(ProjectProfile project) {
        return FAMILIES.stream().anyMatch(family -> Frameworks.has(project, family));
    }

    private void count(String code) {
        Set<String> packages = new HashSet<>();
        Set<String> families = new HashSet<>();
        IMPORTED.matcher(code).results().map(found -> found.group(1)).forEach(module -> {
            String name = Snippet.packageOf(module);
            if (MEMBERS.containsKey(name)) {
                families.add(MEMBERS.get(name));
            } else if (!Snippet.framework(name)) {
                packages.add(name);
                FAMILIES.stream().filter(family -> module.endsWith("/" + family)).forEach(families::add);
            }
        });
        for (String name : packages) {
            families.forEach(family -> together.computeIfAbsent(name, key -> new HashMap<>()).merge(family, 1, Integer::sum));
        }
    }

    /** Whether a package is for another interface framework than the one that the project has. */
    boolean elsewhere(String npmPackage, ProjectProfile project) {
        Map<String, Integer> counts = together.getOrDefault(npmPackage, Map.of());
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return framed(project) && all >= ENOUGH && counts.entrySet().stream().anyMatch(one -> one.getValue() >= all * MOST && !Frameworks.has(project, one.getKey()))
                && !project.dependencies().containsKey(npmPackage);
    }
}
