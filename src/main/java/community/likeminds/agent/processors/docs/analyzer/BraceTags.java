package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.analyzer.Components.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the tags of GitBook, Markdoc and Liquid: {@code {% hint style="info" %}}, {@code {% tab title="npm" %}}, {@code {% if version %}}. */
final class BraceTags {

    /** Attributes that readers see, in the order in which they are read out. */
    private static final List<String> SPOKEN = List.of("title", "name", "label", "summary", "description");

    private final PageScan scan;
    private final TagScopes scopes;
    private String pendingTitle = "";

    BraceTags(PageScan scan, TagScopes scopes) {
        this.scan = scan;
        this.scopes = scopes;
    }

    /** The title that a tag gives to the code that follows it; it is given once. */
    String takePendingTitle() {
        String title = pendingTitle;
        pendingTitle = "";
        return title;
    }

    /** Reads the tag at a place of a line; gives whether it is one. */
    boolean read(int line, int at) {
        String s = scan.lines[line];
        int end = s.indexOf("%}", at + 2);
        if (end < 0) {
            return false;
        }
        String inside = s.substring(at + 2, end).replaceAll("^-|-$", "").strip();
        boolean self = inside.endsWith("/");
        int space = inside.indexOf(' ');
        String name = (space < 0 ? inside : inside.substring(0, space)).toLowerCase(Locale.ROOT);
        boolean closing = name.startsWith("end") || name.startsWith("/");
        String plainName = name.startsWith("end") ? name.substring(3) : name.startsWith("/") ? name.substring(1) : name;
        Map<String, String> attributes = DirectiveReader.attributes("{" + (space < 0 ? "" : inside.substring(space)) + "}");
        scan.flush();
        if (plainName.equals("code")) {
            pendingTitle = closing ? "" : attributes.getOrDefault("title", "");
            return true;
        }
        if (Switches.BRANCHES.contains(plainName)) {
            branch(line, plainName, inside, closing);
            return true;
        }
        Meaning meaning = Components.of(plainName);
        switch (meaning) {
            case TABS, CODE_GROUP, TAB, STEPS, STEP, ADMONITION, DETAILS -> liquid(line, plainName, meaning, attributes, closing, self);
            case PLATFORM, SUMMARY, CODE, TABLE, HEADING, SKIP, INLINE, PLAIN, UNKNOWN -> {
                if (!closing) {
                    spoken(line, attributes);
                }
            }
        }
        return true;
    }

    /** What a tag of the site's own says to readers. */
    private void spoken(int line, Map<String, String> attributes) {
        String words = String.join(": ", SPOKEN.stream().map(name -> attributes.getOrDefault(name, "")).filter(text -> !text.isBlank()).toList());
        if (!words.isEmpty()) {
            scan.prose(words, line, line);
        }
    }

    /** One branch of {@code {% if %}}; only where the page closes it, and the last one is the other way round. */
    private void branch(int line, String name, String condition, boolean closing) {
        Scope open = scan.scope;
        while (open != null && !open.name.equals(Switches.BRANCH)) {
            open = open.parent;
        }
        boolean first = name.equals("if") || name.equals("unless") || name.equals("ifversion");
        if (closing || !first) {
            if (open == null) {
                return;
            }
            if (closing) {
                scan.closed(Switches.BRANCH);
            }
            scan.close(open);
            if (closing) {
                return;
            }
        } else if (scan.tooDeep() || !scan.willClose(Switches.BRANCH)) {
            return;
        }
        Scope scope = scan.open(Scope.Form.TAG, Switches.BRANCH);
        String own = Switches.liquid(name, condition);
        List<String> before = new ArrayList<>(first || open == null ? List.of() : open.labels);
        scope.label = !own.isEmpty() ? own : name.equals("else") ? Switches.negated(String.join(",", before)) : "";
        before.add(own);
        scope.labels = before.stream().filter(one -> !one.isEmpty()).toList();
        scope.kind = scope.label.isEmpty() ? null : Container.Kind.PLATFORM;
        scope.group = scan.newGroup("platform", line);
    }

    private void liquid(int line, String name, Meaning meaning, Map<String, String> attributes, boolean closing, boolean self) {
        String key = "%" + name;
        if (closing) {
            scopes.close(key);
            return;
        }
        if (self || scan.tooDeep()) {
            return;
        }
        Scope wrapper = meaning == Meaning.TAB ? scopes.wrapperOf(Container.Kind.TAB, Scope.Role.TABS, Scope.Role.CODE_GROUP)
                : meaning == Meaning.STEP ? scopes.wrapperOf(Container.Kind.STEP, Scope.Role.STEPS) : null;
        Scope scope = scan.open(Scope.Form.TAG, key);
        scope.restoresHeadings = true;
        scope.group = wrapper == null ? scan.newGroup(name, line) : wrapper.group;
        scope.label = attributes.getOrDefault("title", attributes.getOrDefault("label", ""));
        switch (meaning) {
            case TABS -> scope.role = Scope.Role.TABS;
            case CODE_GROUP -> scope.role = Scope.Role.CODE_GROUP;
            case STEPS -> scope.role = Scope.Role.STEPS;
            case TAB -> scope.kind = Container.Kind.TAB;
            case STEP -> scope.kind = Container.Kind.STEP;
            case DETAILS -> scope.kind = Container.Kind.DETAILS;
            default -> {
                scope.kind = Container.Kind.ADMONITION;
                scope.label = attributes.getOrDefault("style", attributes.getOrDefault("type", name));
                scan.prose(attributes.getOrDefault("title", ""), line, line);
            }
        }
    }
}
