package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Container;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something on the page that encloses blocks while it is open; may or may not become a container. */
final class Scope {

    /** How it is opened, which decides how it is closed. */
    enum Form {
        ROOT,
        /** Until its closing tag. */
        TAG,
        /** Until {@code :::}. */
        DIRECTIVE,
        /** While lines start with {@code >}. */
        QUOTE,
        /** While lines are indented. */
        ITEM,
        /** For one block. */
        SINGLE
    }

    /** What a wrapper says about what it holds. */
    enum Role {
        NONE,
        TABS,
        /** Every fence directly in it is a tab of its own. */
        CODE_GROUP,
        STEPS
    }

    /** Successive items of one list. */
    static final class Items {
        final String id;
        final boolean ordered;
        final int indent;
        boolean steps;
        /** Blocks between its items are not indented, as many authors write them. */
        boolean interrupted;
        long lastOrdinal;
        Scope last;
        /** Number of drafts when its last item was closed. */
        int draftsAtClose = -1;

        Items(String id, boolean ordered, int indent, Scope first) {
            this.id = id;
            this.ordered = ordered;
            this.indent = indent;
            this.last = first;
        }
    }

    @Nullable Scope parent;
    final Form form;
    final String name;
    Role role = Role.NONE;
    Container.@Nullable Kind kind;
    String group = "";
    String label = "";
    List<String> labels = List.of();
    int children;
    int markerIndent;
    int contentIndent;
    int colons;
    @Nullable Items item;
    @Nullable Items lastItems;
    @Nullable Scope lastStep;
    List<String> headingsBefore = List.of();
    boolean restoresHeadings;

    Scope(@Nullable Scope parent, Form form, String name) {
        this.parent = parent;
        this.form = form;
        this.name = name;
    }

    /** From the root to this one. */
    List<Scope> chain() {
        List<Scope> chain = new ArrayList<>();
        for (Scope one = this; one != null; one = one.parent) {
            chain.add(one);
        }
        return chain.reversed();
    }

    boolean within(Scope other) {
        for (Scope one = this; one != null; one = one.parent) {
            if (one == other) {
                return true;
            }
        }
        return false;
    }

    @Nullable Scope nearest(Role wanted) {
        for (Scope one = this; one != null; one = one.parent) {
            if (one.role == wanted) {
                return one;
            }
        }
        return null;
    }

    @Nullable Container container() {
        if (item != null) {
            return item.steps
                    ? new Container(Container.Kind.STEP, item.id, label)
                    : new Container(Container.Kind.LIST_ITEM, item.id, "");
        }
        return kind == null ? null : new Container(kind, group, label);
    }
}
