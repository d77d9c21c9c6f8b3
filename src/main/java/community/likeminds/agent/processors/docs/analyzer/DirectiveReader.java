package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.analyzer.Components.Meaning;
import community.likeminds.agent.processors.docs.analyzer.PageScan.Place;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads containers that are no tags: {@code :::tip}, {@code ::code-group}, {@code == tab}, {@code @tab}, {@code {% hint %}},
 * {@code === "tab"} and {@code !!! note}.
 */
final class DirectiveReader {

    private static final String FENCE = ":::";
    private final PageScan scan;
    private final TagScopes scopes;
    private final BraceTags braces;
    private final DoccDirectives docc;
    private final MarkdocTables markdocTables;

    DirectiveReader(PageScan scan, TagScopes scopes) {
        this.scan = scan;
        this.scopes = scopes;
        this.braces = new BraceTags(scan, scopes);
        this.docc = new DoccDirectives(scan);
        this.markdocTables = new MarkdocTables(scan);
    }

    String takePendingTitle() {
        return braces.takePendingTitle();
    }

    /** Gives where reading goes on, or null when it is text. */
    @Nullable Place read(int line, int at) {
        String s = scan.lines[line];
        Place next = new Place(line, s.length());
        char c = s.charAt(at);
        Place behind = c == '@' || c == '}' ? docc.read(line, at) : c == '{' ? markdocTables.read(line, at) : null;
        if (behind != null) {
            return behind;
        }
        boolean understood = switch (c) {
            case ':' -> colons(line, at);
            case '{' -> s.startsWith("{%", at) && braces.read(line, at);
            case '=' -> s.startsWith("=== ", at) || s.startsWith("===! ", at) || s.startsWith("===+ ", at)
                    ? indented(line, at, "tab", s.substring(s.indexOf(' ', at))) : innerTab(line, at, "== ");
            case '@' -> innerTab(line, at, "@tab ") || innerTab(line, at, "@tab:active ");
            case '!' -> s.startsWith("!!! ", at) && indented(line, at, "", s.substring(at + 4));
            case '?' -> (s.startsWith("??? ", at) || s.startsWith("???+ ", at))
                    && indented(line, at, "details", s.substring(s.indexOf(' ', at)));
            default -> false;
        };
        if (!understood && c == '{' && s.startsWith("{/*", at)) {
            Place end = scan.behind("*/}", line, at + 3);
            if (end == null) {
                return null;
            }
            boolean alone = Text.blankFrom(scan.lines[end.line()], end.column());
            return alone ? new Place(end.line() + 1, 0) : end.line() == line ? end : new Place(end.line() + 1, 0);
        }
        return understood ? next : null;
    }

    private boolean colons(int line, int at) {
        String s = scan.lines[line];
        int colons = Text.run(s, at, ':');
        int nameStart = Text.skipSpaces(s, at + colons);
        if (colons < 2) {
            return false;
        }
        if (nameStart >= s.length()) {
            scan.closed(FENCE);
            closeDirective(colons);
            return true;
        }
        int end = nameStart;
        while (end < s.length() && (Character.isLetterOrDigit(s.charAt(end)) || s.charAt(end) == '-' || s.charAt(end) == '_')) {
            end++;
        }
        if (end == nameStart || colons == 2 && nameStart != at + 2) {
            return false;
        }
        String name = s.substring(nameStart, end).toLowerCase(Locale.ROOT);
        String rest = s.substring(end).strip();
        scan.flush();
        if (scan.tooDeep() || !scan.willClose(FENCE)) {
            return true;
        }
        open(line, name, rest, colons);
        return true;
    }

    private void open(int line, String name, String rest, int colons) {
        Meaning meaning = Components.of(name);
        Map<String, String> attributes = attributes(rest);
        String title = attributes.getOrDefault("title", attributes.getOrDefault("label", rest.startsWith("{") ? "" : plain(rest)));
        Scope wrapper = meaning == Meaning.TAB ? scopes.wrapperOf(Container.Kind.TAB, Scope.Role.TABS, Scope.Role.CODE_GROUP) : null;
        Scope scope = scan.open(Scope.Form.DIRECTIVE, FENCE);
        scope.colons = colons;
        scope.restoresHeadings = true;
        scope.group = scan.newGroup(name, line);
        if (meaning == Meaning.UNKNOWN && Platforms.known(name)) {
            scope.kind = Container.Kind.PLATFORM;
            scope.label = Platforms.named(name);
        }
        switch (meaning) {
            case TABS -> scope.role = Scope.Role.TABS;
            case CODE_GROUP -> scope.role = Scope.Role.CODE_GROUP;
            case STEPS -> scope.role = Scope.Role.STEPS;
            case TAB -> {
                scope.kind = Container.Kind.TAB;
                scope.label = title;
                scope.group = wrapper == null ? scope.group : wrapper.group;
            }
            case STEP -> {
                scope.kind = Container.Kind.STEP;
                scope.label = title;
                Scope steps = scope.nearest(Scope.Role.STEPS);
                scope.group = steps == null ? scope.group : steps.group;
            }
            case DETAILS -> {
                scope.kind = Container.Kind.DETAILS;
                scope.label = title;
            }
            case ADMONITION -> {
                scope.kind = Container.Kind.ADMONITION;
                scope.label = name;
                if (!title.isBlank() && !title.equalsIgnoreCase(name)) {
                    scan.prose(title, line, line);
                }
            }
            default -> scope.restoresHeadings = false;
        }
    }

    private void closeDirective(int colons) {
        scan.flush();
        Scope innermost = null;
        for (Scope one = scan.scope; one != null; one = one.parent) {
            if (one.form == Scope.Form.DIRECTIVE) {
                innermost = innermost == null ? one : innermost;
                if (one.colons == colons) {
                    scan.close(one);
                    return;
                }
            }
        }
        if (innermost != null) {
            scan.close(innermost);
        }
    }

    /** {@code == npm} and {@code @tab npm} within tabs. */
    private boolean innerTab(int line, int at, String mark) {
        String s = scan.lines[line];
        boolean inTabs = scan.scope.nearest(Scope.Role.TABS) != null || scan.scope.nearest(Scope.Role.CODE_GROUP) != null;
        if (!s.startsWith(mark, at) || !inTabs || scan.tooDeep()) {
            return false;
        }
        scan.flush();
        Scope wrapper = scopes.wrapperOf(Container.Kind.TAB, Scope.Role.TABS, Scope.Role.CODE_GROUP);
        Scope tab = scan.open(Scope.Form.TAG, "@tab");
        tab.kind = Container.Kind.TAB;
        tab.group = wrapper == null ? scan.newGroup("tabs", line) : wrapper.group;
        tab.label = s.substring(at + mark.length()).strip();
        tab.restoresHeadings = true;
        return true;
    }

    /** Containers whose content is indented by four. */
    private boolean indented(int line, int at, String name, String rest) {
        String text = rest.strip();
        int quote = text.indexOf('"');
        String title = quote >= 0 && text.indexOf('"', quote + 1) > 0 ? text.substring(quote + 1, text.indexOf('"', quote + 1)) : "";
        String kind = quote > 0 ? text.substring(0, quote).strip() : quote == 0 ? "" : text;
        boolean word = !kind.isEmpty() && kind.chars().allMatch(c -> Character.isLetter(c) || c == '-' || c == ' ');
        boolean tab = name.equals("tab");
        if (scan.tooDeep() || tab && (title.isEmpty() || quote != 0) || !tab && !word) {
            return false;
        }
        scan.flush();
        Scope holder = scan.scope;
        Draft previous = scan.drafts.isEmpty() ? null : scan.drafts.getLast();
        String siblings = "";
        for (Scope one = previous == null ? null : previous.scope; tab && one != null; one = one.parent) {
            if (one.parent == holder && one.form == Scope.Form.ITEM && one.kind == Container.Kind.TAB) {
                siblings = one.group;
            }
        }
        Scope scope = scan.open(Scope.Form.ITEM, name);
        int column = Text.column(scan.lines[line], at);
        scope.markerIndent = column;
        scope.contentIndent = column + 4;
        scope.restoresHeadings = true;
        scope.group = siblings.isEmpty() ? scan.newGroup(tab ? "tabs" : kind, line) : siblings;
        scope.kind = tab ? Container.Kind.TAB : name.equals("details") ? Container.Kind.DETAILS : Container.Kind.ADMONITION;
        scope.label = scope.kind == Container.Kind.ADMONITION ? kind.split(" ")[0].toLowerCase(Locale.ROOT) : title;
        if (scope.kind == Container.Kind.ADMONITION && !title.isBlank()) {
            scan.prose(title, line, line);
        }
        return true;
    }

    static Map<String, String> attributes(String rest) {
        return rest.startsWith("{") || rest.startsWith("[") ? new LinkedHashMap<>(FenceInfo.of(" x " + rest).metadata()) : Map.of();
    }

    private static String plain(String rest) {
        int brace = rest.indexOf('{');
        return (brace > 0 ? rest.substring(0, brace) : rest).strip();
    }
}
