package community.likeminds.agent.processors.docs.formats.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What comes before the blocks of AsciiDoc are read: attributes get their values, conditions are decided, other files taken in. */
final class AdocSource {

    private static final Pattern SET = Pattern.compile(":(!?)([\\w-]{1,60})(!?):(?:\\s+(.*))?");
    private static final Pattern NAME = Pattern.compile("(?<!\\\\)\\{([A-Za-z0-9_][\\w-]{0,60})}");
    private static final Pattern CONDITION = Pattern.compile("(ifdef|ifndef|ifeval|endif)::([^\\[]{0,200})\\[(.*)]\\s*");
    private static final Pattern EQUAL = Pattern.compile("[\"']?(.*?)[\"']?\\s*(==|!=)\\s*[\"']?(.*?)[\"']?");
    private static final Pattern INCLUDE = Pattern.compile("include::([^\\[\\]]{1,300})\\[(.*)]\\s*");
    private static final Pattern VERBATIM = Pattern.compile("-{4,}|\\.{4,}|\\+{4,}|/{4,}|```.*");
    private static final Pattern TAG = Pattern.compile("(?:.*\\s|^\\W*)(tag|end)::([\\w.-]{1,100})\\[].*");

    /** Characters that values may add to a page. */
    private static final int MOST_GROWN = 1_000_000;

    private final OtherFiles files;
    private final Map<String, String> attributes = new HashMap<>(Map.of("backend-html5", "", "basebackend-html", "", "empty", "", "nbsp", " ", "sp", " ",
            "lt", "<", "gt", ">", "amp", "&"));
    private final TextLines out = new TextLines();
    /** Of every condition that is open, whether it holds. */
    private final Deque<Boolean> conditions = new ArrayDeque<>();
    /** Open conditions that do not hold: counted, because pages may open as many as they have lines. */
    private int failing;
    private long grown;
    private String verbatim = "";
    private boolean substitutes = true;
    private boolean next;

    private AdocSource(OtherFiles files, Map<String, String> site) {
        this.files = files;
        attributes.putAll(site);
    }

    static TextLines of(String[] lines, OtherFiles files, Map<String, String> site) {
        AdocSource source = new AdocSource(files, site);
        source.lines(List.of(lines), 0, 0);
        return source.out;
    }

    /** @param number of the page's line that includes these lines, or 0 for the page's own */
    private void lines(List<String> lines, int number, int deeper) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).stripTrailing();
            int here = number == 0 ? i + 1 : number;
            Matcher condition = CONDITION.matcher(line);
            if (condition.matches()) {
                condition(condition, here, deeper);
            } else if (failing == 0 && !line(line, here, deeper)) {
                return;
            }
        }
    }

    private void condition(Matcher condition, int here, int deeper) {
        String kind = condition.group(1);
        String inside = condition.group(3);
        if (kind.equals("endif")) {
            failing -= Boolean.FALSE.equals(conditions.poll()) ? 1 : 0;
            return;
        }
        boolean holds = kind.equals("ifeval") ? equal(inside) : defined(condition.group(2)) == kind.equals("ifdef");
        if (kind.equals("ifeval") || inside.isEmpty()) {
            conditions.push(holds);
            failing += holds ? 0 : 1;
        } else if (holds && failing == 0) {
            line(inside, here, deeper);
        }
    }

    private boolean defined(String names) {
        boolean all = names.contains("+");
        for (String name : names.split("[+,]")) {
            boolean known = attributes.containsKey(name.strip().toLowerCase(Locale.ROOT));
            if (known != all) {
                return known;
            }
        }
        return all;
    }

    private boolean equal(String comparison) {
        Matcher parts = EQUAL.matcher(comparison.length() > 300 ? "" : substituted(comparison));
        return !parts.matches() || parts.group(1).equals(parts.group(3)) == parts.group(2).equals("==");
    }

    private boolean line(String line, int here, int deeper) {
        Matcher include = INCLUDE.matcher(line);
        if (include.matches()) {
            include(substituted(include.group(1)), new AdocAttributes(include.group(2)), here, deeper);
            return true;
        }
        Matcher set = SET.matcher(line);
        if (verbatim.isEmpty() && set.matches()) {
            attribute(set);
            return out.add("", here);
        }
        boolean title = verbatim.isEmpty() && deeper > 0 && line.matches("={1,5}\\s+\\S.*");
        boolean shown = out.add((title ? "=".repeat(deeper) : "") + (substitutes ? substituted(line) : line), here);
        String mark = line.startsWith("```") ? "```" : line;
        if (!verbatim.isEmpty()) {
            if (mark.equals(verbatim)) {
                verbatim = "";
                substitutes = true;
            }
        } else if (VERBATIM.matcher(line).matches()) {
            verbatim = mark;
            substitutes = next;
            next = false;
        } else if (line.startsWith("[") && line.endsWith("]")) {
            next |= line.matches(".*\\bsubs=.*(?:attributes|normal).*");
        } else if (!line.startsWith(".") && !line.isBlank()) {
            next = false;
        }
        return shown;
    }

    private void attribute(Matcher set) {
        String name = set.group(2).toLowerCase(Locale.ROOT);
        if (set.group(1).isEmpty() && set.group(3).isEmpty()) {
            String value = set.group(4) == null ? "" : substituted(set.group(4).strip());
            attributes.put(name, value.length() > 2_000 ? value.substring(0, 2_000) : value);
        } else {
            attributes.remove(name);
        }
    }

    private String substituted(String text) {
        if (text.indexOf('{') < 0 || grown > MOST_GROWN) {
            return text;
        }
        String whole = NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(attributes.getOrDefault(name.group(1).toLowerCase(Locale.ROOT), name.group())));
        grown += Math.max(0, whole.length() - text.length());
        return whole;
    }

    private void include(String target, AdocAttributes options, int here, int deeper) {
        OtherFiles.Other other = files.find(path(target, files.page()), here);
        if (other == null) {
            return;
        }
        List<String> part = part(List.of(other.lines()), options);
        if (options.get("indent") != null) {
            int least = part.stream().filter(line -> !line.isBlank()).mapToInt(line -> line.length() - line.stripLeading().length()).min().orElse(0);
            part = part.stream().map(line -> line.isBlank() ? "" : line.substring(least)).toList();
        }
        String offset = String.valueOf(options.get("leveloffset"));
        files.enter(other);
        lines(part, here, offset.matches("\\+[1-4]") ? deeper + offset.charAt(1) - '0' : deeper);
        files.leave();
    }

    /** Where a file of an Antora component lies, seen from one of its pages; other targets are paths already. */
    private static String path(String target, String page) {
        int dollar = target.indexOf('$');
        int modules = page.indexOf("modules/");
        if (dollar < 0 || modules < 0) {
            return target;
        }
        String family = target.substring(0, dollar);
        String[] names = family.split(":", -1);
        String own = page.substring(modules + 8, Math.max(modules + 8, page.indexOf('/', modules + 8)));
        String module = names.length > 1 && !names[names.length - 2].isEmpty() ? names[names.length - 2] : own;
        return "/" + page.substring(0, modules) + "modules/" + module + "/" + names[names.length - 1] + "s/" + target.substring(dollar + 1);
    }

    private static List<String> part(List<String> lines, AdocAttributes options) {
        String tags = options.get("tag") != null ? options.get("tag") : options.get("tags");
        String ranges = options.get("lines");
        if (ranges != null) {
            return Ranges.of(ranges, lines.size()).stream().map(line -> lines.get(line - 1)).toList();
        }
        return tagged(lines, tags);
    }

    /** What stands between the marks of one of some tags, or everything but the marks. */
    private static List<String> tagged(List<String> lines, @Nullable String tags) {
        Set<String> wanted = tags == null ? Set.of() : new HashSet<>(List.of(tags.split("[,;]")));
        boolean all = wanted.stream().allMatch(tag -> tag.matches("\\*+|!.*"));
        Map<String, Integer> open = new HashMap<>();
        int shown = 0;
        int hidden = 0;
        List<String> part = new ArrayList<>();
        for (String line : lines) {
            Matcher mark = TAG.matcher(line);
            if (!mark.matches()) {
                if (hidden == 0 && (all || shown > 0)) {
                    part.add(line);
                }
                continue;
            }
            String tag = mark.group(2);
            int change = mark.group(1).equals("tag") ? 1 : open.getOrDefault(tag, 0) > 0 ? -1 : 0;
            open.merge(tag, change, Integer::sum);
            shown += wanted.contains(tag) ? change : 0;
            hidden += wanted.contains("!" + tag) ? change : 0;
        }
        return part;
    }
}
