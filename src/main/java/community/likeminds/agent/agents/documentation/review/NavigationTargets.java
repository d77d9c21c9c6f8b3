package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review.Level;
import community.likeminds.agent.processors.docs.LineRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds pages that a navigation names and that do not exist. Of the files that name pages one by one, a summary is a page itself, whose links
 * are followed like all others.
 */
final class NavigationTargets {

    /** Share of the named pages that exist, below which their folder is not a part of the source. */
    private static final double MOST = 0.6;
    private static final int MOST_CANDIDATES = 3;

    private static final Pattern NAV = Pattern.compile("^nav:[^\\n]*\\n", Pattern.MULTILINE);
    private static final Pattern NEXT_KEY = Pattern.compile("^[A-Za-z_]", Pattern.MULTILINE);
    private static final Pattern LISTED = Pattern.compile("[:-][ \\t]+[\"']?([\\w./-]{1,200}\\.(?:mdx?|markdown))[\"']?[ \\t]*$", Pattern.MULTILINE);
    private static final Pattern FOLDER = Pattern.compile("^docs_dir:[ \\t]*[\"']?([\\w./-]{1,200})", Pattern.MULTILINE);
    private static final Pattern NO_FILE = Pattern.compile("[A-Z]+ .*|.*://.*|.*[{}<>*].*");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Set<String> files;

    /** @param files of the source, by their paths below its root */
    NavigationTargets(Collection<String> files) {
        this.files = Set.copyOf(files);
    }

    /**
     * @param file of the navigation
     * @param text what it says
     */
    List<Draft> of(String file, String text) {
        boolean yaml = file.endsWith("ml");
        String folder = file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : "";
        Matcher own = FOLDER.matcher(text);
        String from = yaml ? SourceFiles.resolve(folder, own.find() ? own.group(1) : "docs") : folder;
        Set<String> names = yaml ? listed(text) : file.endsWith(".json") && !file.contains("sidebar") ? named(text) : Set.of();
        Map<String, String> missing = new TreeMap<>();
        for (String name : names) {
            String path = from == null || NO_FILE.matcher(name).matches() ? null : SourceFiles.resolve(from, name);
            if (path != null && !exists(path)) {
                missing.put(name, path);
            }
        }
        if (names.size() - missing.size() < MOST * names.size()) {
            return List.of();
        }
        List<Draft> found = new ArrayList<>();
        missing.forEach((name, path) -> found.add(draft(file, text, name, path)));
        return found;
    }

    private boolean exists(String path) {
        return files.contains(path) || files.contains(path + ".mdx") || files.contains(path + ".md");
    }

    private static Set<String> listed(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher nav = NAV.matcher(text);
        if (nav.find()) {
            Matcher next = NEXT_KEY.matcher(text);
            Matcher listed = LISTED.matcher(text).region(nav.end(), next.find(nav.end()) ? next.start() : text.length());
            while (listed.find()) {
                names.add(listed.group(1));
            }
        }
        return names;
    }

    private static Set<String> named(String text) {
        Set<String> names = new LinkedHashSet<>();
        try {
            collect(JSON.readTree(text).path("navigation"), false, names);
        } catch (JacksonException damaged) {
            return Set.of();
        }
        return names;
    }

    /** The names below "pages", in groups, tabs and versions of whatever depth. */
    private static void collect(JsonNode node, boolean pages, Set<String> names) {
        if (pages && node.isString()) {
            names.add(node.stringValue());
        } else if (node.isArray()) {
            node.forEach(one -> collect(one, pages, names));
        } else {
            node.properties().forEach(one -> collect(one.getValue(), one.getKey().equals("pages"), names));
        }
    }

    private Draft draft(String file, String text, String name, String path) {
        String last = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.(?:mdx?|markdown)$", "");
        Pattern alike = Pattern.compile("(?i)(?:.*/)?" + Pattern.quote(last) + "\\.(?:mdx?|markdown)");
        List<String> candidates = files.stream().filter(one -> alike.matcher(one).matches()).sorted().limit(MOST_CANDIDATES).toList();
        int line = 1 + (int) text.substring(0, Math.max(0, text.indexOf(name))).chars().filter(one -> one == '\n').count();
        return new Draft(FindingKind.LINK_BROKEN, Level.ERROR, file, new LineRange(line, line), name,
                "The navigation names the page '" + name + "', which does not exist.",
                candidates.isEmpty() ? "Add the page, or take it out of the navigation." : "Use the path of the page that is meant.", candidates);
    }
}
