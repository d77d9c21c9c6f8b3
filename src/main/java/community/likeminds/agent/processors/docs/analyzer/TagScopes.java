package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.analyzer.Components.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Opens and closes what tags enclose: tabs, steps, admonitions, what holds for a platform; reads components' own words. */
final class TagScopes {

    private static final Set<String> SPOKEN = Set.of(
            "title", "name", "type", "label", "text", "description", "summary", "subtitle", "content", "message", "header",
            "heading", "caption", "alt", "question", "answer", "returns");
    /** Attributes that hold the labels of a wrapper's tabs, the most telling first. */
    private static final List<String> LABELS = List.of("items", "labels", "names", "values", "titles", "options");

    private static final Pattern PARAMETER = Pattern.compile(".*(?:field|param|parameter|property|prop|argument|option)");
    /** Attributes that say where a parameter goes and what it is called there. */
    private static final List<String> PLACES = List.of("body", "query", "path", "header", "cookie", "param", "prop", "id");

    private final PageScan scan;

    TagScopes(PageScan scan) {
        this.scan = scan;
    }

    /** Opens what a tag encloses, or reads it as a tag of its own. */
    void open(Tag tag, Meaning meaning, int line) {
        switch (meaning) {
            case TABS, CODE_GROUP, STEPS -> wrapper(tag, meaning, line);
            case TAB -> tab(tag, line);
            case STEP -> step(tag, line);
            case ADMONITION, DETAILS -> note(tag, meaning, line);
            case PLATFORM -> platform(tag, line);
            case SUMMARY, CODE, TABLE, HEADING, SKIP, INLINE, PLAIN, UNKNOWN -> plain(tag, line);
        }
    }

    private void platform(Tag tag, int line) {
        String label = Switches.of(tag);
        if (label.isEmpty() || !opens(tag)) {
            plain(tag, line);
            return;
        }
        scan.flush();
        Scope scope = scan.open(Scope.Form.TAG, tag.key());
        scope.kind = Container.Kind.PLATFORM;
        scope.group = scan.newGroup("platform", line);
        scope.label = label;
        // The headings that it holds lead on to what follows it, for whom they hold.
        scope.restoresHeadings = false;
    }

    private void plain(Tag tag, int line) {
        scan.flush();
        if (tag.component()) {
            if (tag.key().endsWith("section") && !tag.selfClosing() && !tag.text("title").isEmpty()) {
                scan.heading(2, tag.text("title"), line, tag.line());
                return;
            }
            spoken(tag, line);
        }
    }

    /** A component's own words. */
    private void spoken(Tag tag, int line) {
        List<String> parts = new ArrayList<>(parameter(tag));
        for (Map.Entry<String, String> attribute : tag.attributes().entrySet()) {
            if (SPOKEN.contains(attribute.getKey())) {
                String text = scan.inline(JsxText.of(attribute.getValue())).text().replace('\n', ' ');
                if (!text.isBlank()) {
                    parts.add(text);
                }
            }
        }
        String link = tag.text("href", "to", "link");
        if (!parts.isEmpty()) {
            scan.emit(Block.Kind.PROSE, String.join(": ", parts), "", line, tag.line(), 0, link.isEmpty() ? List.of() : List.of(link));
        }
    }

    /** The name of the parameter that a component documents, where an attribute named after its place holds it: {@code <ParamField body="id" required>}. */
    private static List<String> parameter(Tag tag) {
        if (!PARAMETER.matcher(tag.key()).matches() || tag.attributes().containsKey("name")) {
            return List.of();
        }
        return PLACES.stream().map(tag::text).filter(name -> !name.isBlank()).limit(1).map(name -> "`" + name.replace("`", "") + "`").toList();
    }

    private boolean opens(Tag tag) {
        return !tag.selfClosing() && !scan.tooDeep() && scan.willClose(tag.key());
    }

    private void wrapper(Tag tag, Meaning meaning, int line) {
        scan.flush();
        if (!opens(tag)) {
            spoken(tag, line);
            return;
        }
        Scope scope = scan.open(Scope.Form.TAG, tag.key());
        scope.role = switch (meaning) {
            case TABS -> Scope.Role.TABS;
            case CODE_GROUP -> Scope.Role.CODE_GROUP;
            default -> Scope.Role.STEPS;
        };
        scope.group = scan.newGroup(meaning == Meaning.STEPS ? "steps" : "tabs", line);
        scope.restoresHeadings = true;
        LABELS.stream().filter(tag.attributes()::containsKey).findFirst()
                .ifPresent(name -> scope.labels = JsxText.strings(tag.attributes().getOrDefault(name, "")));
    }

    private void tab(Tag tag, int line) {
        scan.flush();
        Scope wrapper = wrapperOf(Container.Kind.TAB, Scope.Role.TABS, Scope.Role.CODE_GROUP);
        if (!opens(tag)) {
            return;
        }
        Scope tab = scan.open(Scope.Form.TAG, tag.key());
        tab.kind = Container.Kind.TAB;
        tab.restoresHeadings = true;
        String label = tag.text("label", "title", "name", "header", "tab", "value");
        if (wrapper != null) {
            tab.group = wrapper.group;
            if (label.isEmpty() && wrapper.children < wrapper.labels.size()) {
                label = wrapper.labels.get(wrapper.children);
            }
            wrapper.children++;
        } else {
            tab.group = scan.newGroup("tabs", line);
        }
        tab.label = label;
    }

    /** The wrapper that a new tab or step belongs to; one of its own that was left open is closed. */
    @Nullable Scope wrapperOf(Container.Kind kind, Scope.Role... roles) {
        Scope leftOpen = null;
        for (Scope one = scan.scope; one != null; one = one.parent) {
            for (Scope.Role role : roles) {
                if (one.role == role) {
                    if (leftOpen != null) {
                        scan.close(leftOpen);
                    }
                    return one;
                }
            }
            if (one.kind == kind) {
                leftOpen = one;
            }
        }
        return null;
    }

    private void step(Tag tag, int line) {
        scan.flush();
        Scope wrapper = wrapperOf(Container.Kind.STEP, Scope.Role.STEPS);
        if (!opens(tag)) {
            spoken(tag, line);
            return;
        }
        Scope step = scan.open(Scope.Form.TAG, tag.key());
        step.kind = Container.Kind.STEP;
        step.restoresHeadings = true;
        step.label = scan.inline(JsxText.of(tag.text("title", "name", "label", "heading", "header"))).text();
        if (wrapper != null) {
            step.group = wrapper.group;
            wrapper.lastStep = step;
        } else {
            Scope holder = step.parent == null ? scan.root : step.parent;
            Scope previous = holder.lastStep;
            step.group = previous == null ? scan.newGroup("steps", line) : previous.group;
            holder.lastStep = step;
        }
    }

    private void note(Tag tag, Meaning meaning, int line) {
        scan.flush();
        boolean opens = opens(tag);
        if (scan.tooDeep()) {
            return;
        }
        Scope scope = scan.open(Scope.Form.TAG, tag.key());
        scope.restoresHeadings = true;
        scope.group = scan.newGroup(tag.key(), line);
        if (meaning == Meaning.DETAILS) {
            scope.kind = Container.Kind.DETAILS;
            scope.label = scan.inline(JsxText.of(tag.text("summary", "title", "label", "header", "name"))).text();
        } else {
            scope.kind = Container.Kind.ADMONITION;
            scope.label = Components.admonition(tag);
            Map<String, String> words = new LinkedHashMap<>(tag.attributes());
            words.keySet().removeAll(Set.of("type", "name", "label"));
            spoken(new Tag(tag.name(), false, false, words, tag.line(), tag.end()), line);
        }
        if (!opens) {
            scan.close(scope);
        }
    }

    void close(String name) {
        scan.flush();
        for (Scope one = scan.scope; one != null; one = one.parent) {
            if (one.form == Scope.Form.TAG && one.name.equals(name)) {
                scan.close(one);
                return;
            }
        }
    }
}
