package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Container;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the steps of a page in their many spellings once all of it is read. */
final class Steps {

    private static final int LONGEST_LABEL = 120;
    private static final int BELOW_HEADINGS = 7;

    private record Open(int level, Scope within, Container container) {}

    private Steps() {}

    /** Makes a block that stood beside a list's items part of one of them. */
    static void moveInto(Draft draft, Scope holder, Scope item) {
        if (draft.scope.within(item)) {
            return;
        }
        if (draft.scope == holder) {
            draft.scope = item;
            return;
        }
        for (Scope one = draft.scope; one.parent != null; one = one.parent) {
            if (one.parent == holder) {
                one.parent = item;
                return;
            }
        }
    }

    static void mark(PageScan scan) {
        lists(scan);
        labels(scan.drafts);
        headings(scan.drafts);
    }

    private static void lists(PageScan scan) {
        List<Draft> drafts = scan.drafts;
        for (Scope.Items items : scan.lists) {
            Scope holder = items.last.parent;
            if (!items.interrupted || holder == null) {
                continue;
            }
            for (int i = items.draftsAtClose; i >= 0 && i < drafts.size() && drafts.get(i).kind == Block.Kind.CODE; i++) {
                if (!drafts.get(i).scope.within(holder)) {
                    break;
                }
                moveInto(drafts.get(i), holder, items.last);
            }
        }
        for (Draft draft : drafts) {
            for (Scope one = draft.scope; one != null; one = one.parent) {
                if (one.item != null && one.item.ordered) {
                    boolean declared = one.parent != null && one.parent.role == Scope.Role.STEPS;
                    one.item.steps |= draft.kind == Block.Kind.CODE || declared;
                }
            }
        }
    }

    /** Steps without a title of their own are named by the first text in them. */
    private static void labels(List<Draft> drafts) {
        for (Draft draft : drafts) {
            if (draft.kind != Block.Kind.PROSE && draft.kind != Block.Kind.HEADING) {
                continue;
            }
            for (Scope one = draft.scope; one != null; one = one.parent) {
                boolean step = one.kind == Container.Kind.STEP || one.item != null && one.item.steps;
                if (step && one.label.isEmpty()) {
                    one.label = label(draft);
                }
            }
        }
    }

    private static String label(Draft draft) {
        String bold = boldLead(draft.raw);
        if (!bold.isEmpty()) {
            return bold;
        }
        String text = draft.kind == Block.Kind.HEADING ? Headings.withoutAnchor(draft.text) : draft.text;
        int end = text.indexOf('\n');
        int sentence = text.indexOf(". ");
        if (sentence > 0 && (end < 0 || sentence < end)) {
            end = sentence;
        }
        String label = (end < 0 ? text : text.substring(0, end)).strip();
        if (label.endsWith(":") || label.endsWith(".")) {
            label = label.substring(0, label.length() - 1);
        }
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }

    /** The bold words that a paragraph starts with, without their marks, or an empty string. */
    static String boldLead(String raw) {
        String text = raw.strip();
        String mark = text.startsWith("**") ? "**" : text.startsWith("__") ? "__" : "";
        int end = mark.isEmpty() ? -1 : text.indexOf(mark, 2);
        if (end < 3 || end > LONGEST_LABEL) {
            return "";
        }
        String bold = text.substring(2, end).strip();
        return bold.endsWith(":") ? bold.substring(0, bold.length() - 1).strip() : bold;
    }

    private static void headings(List<Draft> drafts) {
        Deque<Open> open = new ArrayDeque<>();
        Map<Scope, Integer> levels = new HashMap<>();
        Map<String, String> groups = new HashMap<>();
        for (Draft draft : drafts) {
            while (!open.isEmpty() && !draft.scope.within(open.getLast().within())) {
                open.removeLast();
            }
            String paragraph = draft.kind == Block.Kind.PROSE ? stepParagraph(draft) : "";
            int level = draft.kind == Block.Kind.HEADING ? draft.level : paragraph.isEmpty() ? 0 : BELOW_HEADINGS;
            if (level > 0) {
                while (!open.isEmpty() && open.getLast().level() >= level) {
                    open.removeLast();
                }
                String label = level == BELOW_HEADINGS ? paragraph : Headings.withoutAnchor(draft.text);
                String group = group(draft, level, levels, groups);
                if (group != null) {
                    open.addLast(new Open(level, draft.scope, new Container(Container.Kind.STEP, group, label)));
                }
            }
            for (Open one : open) {
                draft.opened.add(new Draft.Opened(one.within(), one.container()));
            }
        }
    }

    /** The group of the steps that a heading or bold line opens one of, or null when it opens none. */
    private static @Nullable String group(Draft draft, int level, Map<Scope, Integer> levels, Map<String, String> groups) {
        Scope wrapper = wrapper(draft.scope);
        if (wrapper != null && level < BELOW_HEADINGS) {
            int first = levels.computeIfAbsent(wrapper, key -> level);
            if (level <= first) {
                return wrapper.group;
            }
        }
        if (level < BELOW_HEADINGS && !Headings.startsStep(draft.text)) {
            return null;
        }
        List<String> parents = level == BELOW_HEADINGS
                ? draft.headings
                : draft.headings.subList(0, Math.max(0, draft.headings.size() - 1));
        String key = level + "\u0000" + System.identityHashCode(draft.scope) + "\u0000" + String.join("\u0000", parents);
        return groups.computeIfAbsent(key, none -> "steps-" + draft.start + "-" + groups.size());
    }

    /** The steps component that a heading stands in directly, not within one of its step components. */
    private static @Nullable Scope wrapper(Scope scope) {
        for (Scope one = scope; one != null; one = one.parent) {
            if (one.role == Scope.Role.STEPS) {
                return one;
            }
            if (one.kind == Container.Kind.STEP || one.kind == Container.Kind.DETAILS || one.kind == Container.Kind.ADMONITION) {
                return null;
            }
        }
        return null;
    }

    private static String stepParagraph(Draft draft) {
        String bold = boldLead(draft.raw);
        if (!bold.isEmpty() && Headings.startsStep(bold)) {
            String rest = draft.text.replace("\n", " ");
            return rest.length() <= LONGEST_LABEL ? rest : bold;
        }
        String text = draft.text;
        boolean plain = text.regionMatches(true, 0, "step ", 0, 5) && Headings.startsStep(text) && text.indexOf(':') > 0
                && text.indexOf(':') < 12;
        return plain ? Objects.requireNonNull(label(draft)) : "";
    }
}
