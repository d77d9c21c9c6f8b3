package community.likeminds.agent.processors.docs.formats.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Names in {@code class} attributes as their authors meant them: lower case, without the hashes that bundlers add. */
final class Classes {

    private Classes() {}

    static List<String> of(Element element) {
        String value = element.className();
        if (value.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String one : value.split("\\s+")) {
            int hash = one.indexOf('_');
            String name = hash > 0 && !one.startsWith("__", hash) ? one.substring(0, hash) : one;
            names.add(name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT));
            if (names.size() > 40) {
                break;
            }
        }
        return names;
    }

    static boolean any(Element element, Set<String> wanted) {
        return !element.className().isEmpty() && of(element).stream().anyMatch(wanted::contains);
    }
}
