package community.likeminds.agent.processors.docs.analyzer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads for which platforms a part of a page holds. */
final class Switches {

    /** Name of the scope of a branch in braces. */
    static final String BRANCH = "%if";

    static final Set<String> BRANCHES = Set.of("if", "unless", "ifversion", "elsif", "elseif", "elif", "else");
    static final Pattern CLOSING = Pattern.compile("\\{%-?\\s{0,3}(?:end(?:if|unless|ifversion)|/if)\\b");

    private static final Set<String> FOR = Set.of("sdk", "sdks", "platform", "platforms", "framework", "frameworks", "supported", "only", "for", "when", "language",
            "languages", "lang", "is", "os", "filters", "filter", "target", "targets", "include", "in", "client", "if", "condition", "value");
    private static final Set<String> NOT_FOR = Set.of("notSupported", "notsupported", "notSdk", "notsdk", "not", "except", "exclude", "notPlatform", "unsupported", "hide",
            "notPlatforms", "notFramework");
    private static final Pattern QUOTED = Pattern.compile("[\"'`]([\\w .+#/-]{1,60})[\"'`]");
    private static final int MOST = 60;

    private Switches() {}

    /** Normalised names separated by commas, those that it excludes with a leading {@code !}; empty when the tag names no platform. */
    static String of(Tag tag) {
        Set<String> names = new LinkedHashSet<>();
        boolean hides = tag.key().startsWith("hide") || tag.key().equals("unless");
        for (Map.Entry<String, String> one : tag.attributes().entrySet()) {
            String key = one.getKey();
            boolean named = FOR.contains(key) || FOR.contains(key.toLowerCase(Locale.ROOT));
            boolean excluded = NOT_FOR.contains(key);
            if (named || excluded) {
                boolean expression = key.equals("if") || key.equals("condition") || key.equals("value") || key.equals("when") || key.equals("is");
                for (String name : names(one.getValue())) {
                    if (!expression || Platforms.known(name)) {
                        names.add((excluded || hides || one.getValue().contains("!=") ? "!" : "") + Platforms.named(name));
                    }
                }
            }
        }
        return String.join(",", names);
    }

    private static List<String> names(String value) {
        List<String> names = new ArrayList<>();
        String text = value.length() > 2000 ? value.substring(0, 2000) : value;
        if (text.startsWith("{") || text.contains("==") || text.contains("!=")) {
            Matcher matcher = QUOTED.matcher(text);
            while (matcher.find() && names.size() < MOST) {
                names.add(matcher.group(1).strip());
            }
            return names;
        }
        for (String name : text.split("[,|\\s\"'`]+")) {
            if (!name.isBlank() && names.size() < MOST) {
                names.add(name);
            }
        }
        return names;
    }

    /** The platforms that the condition of a branch compares with; anything else it asks for cannot be told here. */
    static String liquid(String name, String condition) {
        boolean not = name.equals("unless") || condition.contains("!=") || condition.contains(" not ");
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = QUOTED.matcher(condition);
        while (matcher.find() && names.size() < MOST) {
            if (Platforms.known(matcher.group(1))) {
                names.add((not ? "!" : "") + Platforms.named(matcher.group(1)));
            }
        }
        return String.join(",", names);
    }

    /** What holds where a label does not. */
    static String negated(String label) {
        List<String> names = new ArrayList<>();
        for (String name : label.isEmpty() ? new String[0] : label.split(",")) {
            names.add(name.startsWith("!") ? name.substring(1) : "!" + name);
        }
        return String.join(",", names);
    }
}
