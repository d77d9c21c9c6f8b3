package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.processors.docs.Chunk.Link;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the page of a source that a link means: by its path, or by the route at which sites serve it. */
final class LinkTargets {

    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][\\w+.-]*:.*");
    private static final Pattern HOST = Pattern.compile("^(?:https?:)?//[^/]*");
    private static final Pattern EXTENSION = Pattern.compile("\\.(?:mdx?|markdown|html?|rst|adoc|txt|astro|vue)$");
    /** Addresses elsewhere may end in the same word by chance. */
    private static final int SEGMENTS_OF_ADDRESS = 2;

    private final Map<String, String> byRoute = new HashMap<>();
    /** Ends of routes; those of several pages say nothing. */
    private final Map<String, String> byEnding = new HashMap<>();

    /** @param paths of the source's pages */
    LinkTargets(Collection<String> paths) {
        Set<String> several = new HashSet<>();
        for (String path : paths) {
            String route = route(path);
            byRoute.putIfAbsent(route, path);
            for (String ending = route; !ending.isEmpty(); ending = afterSlash(ending)) {
                String before = byEnding.putIfAbsent(ending, path);
                if (before != null && !before.equals(path)) {
                    several.add(ending);
                }
            }
        }
        byEnding.keySet().removeAll(several);
    }

    /**
     * @param path of the page
     * @param fragment name of the section, or empty for the page
     */
    record Target(String path, String fragment) {}

    /** Empty when the link leads elsewhere. */
    Optional<Target> of(Link link) {
        String written = link.target().strip();
        int hash = written.indexOf('#');
        String fragment = hash < 0 ? "" : decoded(written.substring(hash + 1));
        String target = (hash < 0 ? written : written.substring(0, hash)).replaceFirst("\\?.*$", "");
        if (target.isEmpty()) {
            return fragment.isEmpty() ? Optional.empty() : Optional.of(new Target(link.from(), fragment));
        }
        boolean address = HOST.matcher(target).find();
        if (SCHEME.matcher(target).matches() && !address) {
            return Optional.empty();
        }
        String plain = decoded(HOST.matcher(target).replaceFirst("/"));
        return page(plain, link.from(), address).map(path -> new Target(path, fragment));
    }

    private Optional<String> page(String target, String from, boolean address) {
        if (!target.startsWith("/")) {
            String exact = byRoute.get(route(join(folder(from), target)));
            if (exact != null) {
                return Optional.of(exact);
            }
            // Sites that serve a page as a folder count one level more.
            String served = byRoute.get(route(join(route(from), target)));
            if (served != null) {
                return Optional.of(served);
            }
        }
        String route = route(join("", target));
        String exact = byRoute.get(route);
        if (exact != null && !address) {
            return Optional.of(exact);
        }
        for (String ending = route; !ending.isEmpty(); ending = afterSlash(ending)) {
            int segments = ending.split("/").length;
            if (segments < SEGMENTS_OF_ADDRESS && (address || !ending.equals(route))) {
                break;
            }
            String path = byEnding.get(ending);
            if (path != null) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** As most sites make it: lower case, without extension, index, numbers for the order and groups in brackets. */
    private static String route(String path) {
        StringBuilder route = new StringBuilder();
        for (String segment : EXTENSION.matcher(path.toLowerCase(Locale.ROOT)).replaceFirst("").split("/")) {
            String name = segment.replaceFirst("^\\d+[-_. ]+(?=\\D)", "").replace(' ', '-');
            if (!name.isEmpty() && !name.matches("\\(.*\\)")) {
                route.append(route.isEmpty() ? "" : "/").append(name);
            }
        }
        return route.toString().replaceFirst("(?:^|/)(?:index|readme|_index|page)$", "");
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static String afterSlash(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? "" : text.substring(slash + 1);
    }

    private static String join(String folder, String target) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : (folder + "/" + target).split("/")) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return String.join("/", segments);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            // A percent sign that stands for itself.
            return text;
        }
    }
}
