package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.analyzer.PageScan.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the directives of Swift's DocC: {@code @Steps {}, {@code @Tab("SwiftUI") {}, {@code @Section(title: "Use it") {}, each until its brace. */
final class DoccDirectives {

    /** Over which its arguments may go. */
    private static final int MOST_LINES = 12;
    /** Lines that settings, a picture or questions go over; what is longer has lost its brace. */
    private static final int MOST_HELD = 400;
    private static final String NAME = "@docc";
    private static final Pattern DIRECTIVE = Pattern.compile("@([A-Z][A-Za-z]{1,30})");
    private static final Pattern ARGUMENT = Pattern.compile("(?:(\\w{1,40})\\s{0,4}:\\s{0,4})?(?:\"([^\"]{0,400})\"|([^\\s\"(),:]{1,300}))");

    /** Those that only hold others, or stand for themselves. */
    private static final Set<String> PLAIN = Set.of("Tutorials", "Tutorial", "Article", "Intro", "Volume", "Chapter", "Section", "ContentAndMedia", "Stack", "Row", "Column",
            "Links", "Small", "Resources", "Documentation", "SampleCode", "Downloads", "Videos", "Forums", "Code", "TutorialReference", "CallToAction");

    private static final Set<String> KNOWN = Set.of("Steps", "Step", "TabNavigator", "Tab", "DeprecationSummary");

    /** Settings of the page, pictures and questions about it, whose wrong answers are no documentation. */
    private static final Set<String> SKIPPED = Set.of("Metadata", "Comment", "Assessments", "Image", "Video", "XcodeRequirement", "Options", "Redirected", "Available",
            "PageImage", "PageColor", "PageKind", "TechnologyRoot", "DocumentationExtension", "DisplayName", "TitleHeading", "AutomaticSeeAlso", "AutomaticTitleHeading");

    private static final List<String> TITLES = List.of("title", "name", "");
    private static final Map<String, Integer> LEVELS = Map.of("Tutorials", 1, "Intro", 1, "Volume", 2, "Chapter", 2, "Section", 2);

    private final PageScan scan;

    DoccDirectives(PageScan scan) {
        this.scan = scan;
    }

    /**
     * A directive's head.
     *
     * @param arguments by name, the first without one by an empty name
     * @param line on which it ends
     * @param column behind it and its brace
     * @param opens whether it has a brace
     */
    record Head(String name, Map<String, String> arguments, int line, int column, boolean opens) {}

    /** The head at a place, or null when there is none of DocC's. */
    static @Nullable Head head(String[] lines, int line, int at) {
        Matcher matcher = DIRECTIVE.matcher(lines[line]).region(at, lines[line].length());
        if (!matcher.lookingAt()) {
            return null;
        }
        String name = matcher.group(1);
        if (!PLAIN.contains(name) && !KNOWN.contains(name) && !SKIPPED.contains(name)) {
            return null;
        }
        int end = Text.skipSpaces(lines[line], matcher.end());
        int last = line;
        Map<String, String> arguments = Map.of();
        if (end < lines[line].length() && lines[line].charAt(end) == '(') {
            Place close = close(lines, line, end + 1);
            if (close == null) {
                return null;
            }
            last = close.line();
            StringBuilder inside = new StringBuilder();
            for (int i = line; i <= last; i++) {
                inside.append(lines[i], i == line ? end + 1 : 0, i == last ? close.column() : lines[i].length()).append(' ');
            }
            arguments = arguments(inside.toString());
            end = Text.skipSpaces(lines[last], close.column() + 1);
        }
        boolean opens = end < lines[last].length() && lines[last].charAt(end) == '{';
        if (!opens && !Text.blankFrom(lines[last], end)) {
            return null;
        }
        return new Head(name, arguments, last, opens ? end + 1 : lines[last].length(), opens);
    }

    /** The bracket that ends the arguments, outside of strings, which may go over lines. */
    private static @Nullable Place close(String[] lines, int first, int from) {
        boolean quoted = false;
        for (int line = first; line < Math.min(lines.length, first + MOST_LINES); line++) {
            for (int i = line == first ? from : 0; i < lines[line].length(); i++) {
                char c = lines[line].charAt(i);
                quoted ^= c == '"';
                if (c == ')' && !quoted) {
                    return new Place(line, i);
                }
            }
        }
        return null;
    }

    private static Map<String, String> arguments(String inside) {
        Map<String, String> found = new HashMap<>();
        Matcher matcher = ARGUMENT.matcher(inside.length() > 2000 ? inside.substring(0, 2000) : inside);
        while (matcher.find()) {
            found.putIfAbsent(matcher.group(1) == null ? "" : matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
        }
        return found;
    }

    /** Gives where reading goes on, or null when it is text. */
    @Nullable Place read(int line, int at) {
        if (scan.lines[line].charAt(at) == '}') {
            return closed(line, at);
        }
        Head head = head(scan.lines, line, at);
        if (head == null) {
            return null;
        }
        scan.flush();
        if (SKIPPED.contains(head.name())) {
            return new Place(head.opens() ? partner(scan.lines, head) + 1 : head.line() + 1, 0);
        }
        String title = TITLES.stream().map(name -> head.arguments().getOrDefault(name, "")).filter(one -> !one.isBlank()).findFirst().orElse("");
        Integer level = LEVELS.get(head.name());
        if (head.opens() && !scan.tooDeep()) {
            open(head, line, title);
        }
        if (level != null && !title.isEmpty()) {
            scan.heading(level, title, line, head.line());
        } else if (head.name().equals("TutorialReference") || head.name().equals("CallToAction")) {
            String link = head.arguments().getOrDefault("tutorial", head.arguments().getOrDefault("url", ""));
            String words = head.arguments().getOrDefault("label", link.startsWith("doc:") ? link.substring(4) : link);
            scan.emit(Block.Kind.PROSE, words, "", line, head.line(), 0, link.isEmpty() ? List.of() : List.of(link));
        }
        return rest(head);
    }

    /** What stands behind the brace on its line: nothing, or all that the directive holds. */
    private Place rest(Head head) {
        String s = scan.lines[head.line()];
        String rest = s.substring(head.column()).strip();
        if (head.opens() && rest.endsWith("}")) {
            scan.prose(rest.substring(0, rest.length() - 1).strip(), head.line(), head.line());
            Scope open = innermost();
            if (open != null) {
                scan.close(open);
            }
        } else if (!rest.isEmpty()) {
            scan.prose(rest, head.line(), head.line());
        }
        return new Place(head.line() + 1, 0);
    }

    private @Nullable Place closed(int line, int at) {
        Scope open = innermost();
        if (open == null || !Text.blankFrom(scan.lines[line], at + 1)) {
            return null;
        }
        scan.close(open);
        return new Place(line + 1, 0);
    }

    private @Nullable Scope innermost() {
        for (Scope one = scan.scope; one != null; one = one.parent) {
            if (one.name.equals(NAME)) {
                return one;
            }
        }
        return null;
    }

    private void open(Head head, int line, String title) {
        Scope tabs = scan.scope.nearest(Scope.Role.TABS);
        Scope steps = scan.scope.nearest(Scope.Role.STEPS);
        Scope scope = scan.open(Scope.Form.TAG, NAME);
        scope.restoresHeadings = true;
        scope.group = scan.newGroup(head.name().equals("TabNavigator") ? "tabs" : "docc", line);
        switch (head.name()) {
            case "TabNavigator" -> scope.role = Scope.Role.TABS;
            case "Steps" -> scope.role = Scope.Role.STEPS;
            case "Tab" -> {
                scope.kind = Container.Kind.TAB;
                scope.label = title;
                scope.group = tabs == null ? scope.group : tabs.group;
            }
            case "Step" -> {
                scope.kind = Container.Kind.STEP;
                scope.group = steps == null ? scope.group : steps.group;
            }
            case "DeprecationSummary" -> {
                scope.kind = Container.Kind.ADMONITION;
                scope.label = "deprecated";
            }
            // Headings of what only holds others lead on to what it holds, and no farther.
            default -> scope.restoresHeadings = LEVELS.getOrDefault(head.name(), 0) > 1;
        }
    }

    /** Line of the brace that ends a directive, or its own last line when there is none. */
    static int partner(String[] lines, Head head) {
        int depth = 1;
        int from = head.column();
        for (int line = head.line(); line < Math.min(lines.length, head.line() + MOST_HELD); line++) {
            for (int i = from; i < lines[line].length(); i++) {
                char c = lines[line].charAt(i);
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (depth == 0) {
                    return line;
                }
            }
            from = 0;
        }
        return head.line();
    }
}
