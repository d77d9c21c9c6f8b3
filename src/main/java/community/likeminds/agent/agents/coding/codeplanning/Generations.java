package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from the major versions of frameworks that a heading or title names whether it is for a project. */
final class Generations {

    private static final Pattern NAMED = Pattern.compile(
            "(?<![\\w.-])(?<name>vue|nuxt|next|react|angular|svelte|vite|express|fastify|react[ -]router|spring boot)(?:\\.?js)?\\s*(?<sign>[<>]=?)?\\s*(?:v|versions?\\s)?"
                    + "(?<major>\\d{1,2})(?:\\.(?:\\d+|x))*(?<more>(?:\\s*(?:&|,|/|-|\u2013|and|to|or)\\s*v?\\d{1,2}(?:\\.(?:\\d+|x))*(?![\\w.]))*)(?<open>\\+|\\s+(?:(?:or|and) (?:above|later|newer|higher|below|lower|earlier|older)))?",
            Pattern.CASE_INSENSITIVE);

    /** Majors from which on code for earlier ones does not run any more. */
    private static final Map<String, Integer> BREAKS = Map.of("vue", 3, "nuxt", 3, "angular", 2);

    private static final Map<String, String> PACKAGES = Map.of("angular", "@angular/core", "spring boot", "org.springframework.boot:spring-boot-starter-parent");

    private Generations() {}

    private record Named(String framework, int low, int high) {

        boolean holds(int major) {
            return low <= major && major <= high;
        }
    }

    /**
     * Whether a text is for another major version of a framework than the project's.
     *
     * @param others what else the page offers: a text that fits better leaves this one to other projects
     */
    static boolean others(String text, Collection<String> others, ProjectProfile project) {
        List<Named> named = named(text).stream().filter(one -> major(one.framework(), project) > 0).toList();
        if (named.isEmpty() || named.stream().anyMatch(one -> one.holds(major(one.framework(), project)))) {
            return false;
        }
        return named.stream().allMatch(one -> {
            int major = major(one.framework(), project);
            int from = BREAKS.getOrDefault(one.framework(), 0);
            boolean apart = one.high() < from && major >= from || one.low() >= from && major < from;
            List<Named> rivals = others.stream().flatMap(other -> named(other).stream()).filter(other -> other.framework().equals(one.framework())).toList();
            return apart || rivals.stream().anyMatch(other -> distance(other, major) < distance(one, major));
        });
    }

    private static int distance(Named named, int major) {
        // A later version's text is worth less than an earlier one's: it may use what is not there yet.
        return named.holds(major) ? 0 : major > named.high() ? major - named.high() : 100 + named.low() - major;
    }

    private static List<Named> named(String text) {
        List<Named> found = new ArrayList<>();
        Matcher matcher = NAMED.matcher(text);
        while (matcher.find()) {
            String framework = matcher.group("name").toLowerCase(Locale.ROOT).replace(' ', '-').replace("spring-boot", "spring boot");
            int major = Integer.parseInt(matcher.group("major"));
            String sign = matcher.group("sign") == null ? "" : matcher.group("sign");
            String open = matcher.group("open") == null ? "" : matcher.group("open").strip();
            boolean above = sign.startsWith(">") || open.matches("(?i)\\+|.*(?:above|later|newer|higher)");
            boolean below = sign.startsWith("<") || open.matches("(?i).*(?:below|lower|earlier|older)");
            int high = major;
            Matcher more = Pattern.compile("\\d{1,2}").matcher(matcher.group("more").replaceAll("\\.(?:\\d+|x)", ""));
            while (more.find()) {
                high = Math.max(high, Integer.parseInt(more.group()));
            }
            found.add(new Named(framework, below ? 0 : sign.equals(">") ? major + 1 : major, above ? Integer.MAX_VALUE : sign.equals("<") ? major - 1 : high));
        }
        return found;
    }

    /** The project's major version of a framework, or 0. */
    private static int major(String framework, ProjectProfile project) {
        Matcher number = Pattern.compile("\\d+").matcher(project.dependencies().getOrDefault(PACKAGES.getOrDefault(framework, framework), ""));
        return number.find() ? Integer.parseInt(number.group()) : 0;
    }
}
