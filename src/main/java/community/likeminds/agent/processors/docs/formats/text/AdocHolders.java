package community.likeminds.agent.processors.docs.formats.text;

import community.likeminds.agent.processors.docs.formats.Markdown;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** What encloses blocks of AsciiDoc: delimited notes, folded parts, tabs, and listings that readers switch between. */
final class AdocHolders {

    /** A delimited block that is open; {@code closing} tags are written at its end, one behind the other. */
    private static final class Holder {
        final String mark;
        final String element;
        boolean inTab;

        Holder(String mark, String element) {
            this.mark = mark;
            this.element = element;
        }
    }

    private static final int DEEPEST = 20;

    private final AdocOutput out;
    private final Deque<Holder> open = new ArrayDeque<>();
    private boolean switching;

    AdocHolders(AdocOutput out) {
        this.out = out;
    }

    static boolean isNote(String style) {
        return style.matches("NOTE|TIP|WARNING|IMPORTANT|CAUTION");
    }

    /** Opens or closes what a delimiter stands for. */
    void delimiter(String mark, AdocAttributes attributes, String title, int i) {
        if (open.stream().anyMatch(one -> one.mark.equals(mark))) {
            while (!open.isEmpty() && !open.getFirst().mark.equals(mark)) {
                close(open.pop(), i);
            }
            close(open.pop(), i);
        } else if (open.size() < DEEPEST) {
            open.push(new Holder(mark, opened(attributes, title, i)));
        }
    }

    private String opened(AdocAttributes attributes, String title, int i) {
        String style = attributes.style();
        if (isNote(style)) {
            out.tag("<Admonition type=\"" + style.toLowerCase(Locale.ROOT) + "\"" + (title.isEmpty() ? "" : " title=\"" + Markdown.attribute(title) + "\"") + ">", i);
            return "Admonition";
        }
        if (attributes.option("collapsible")) {
            out.tag("<Details summary=\"" + Markdown.attribute(title) + "\">", i);
            return "Details";
        }
        if (style.equals("tabs") || style.equals("tabset")) {
            out.tag("<Tabs>", i);
            return "Tabs";
        }
        if (!title.isEmpty()) {
            out.blank();
            out.put("**" + AdocInline.of(title) + "**", i);
        }
        out.blank();
        return "";
    }

    private void close(Holder holder, int i) {
        if (holder.inTab) {
            out.tag("</TabItem>", i);
        }
        if (!holder.element.isEmpty()) {
            out.tag("</" + holder.element + ">", i);
        }
        out.blank();
    }

    void closeAll(int i) {
        before(false, i);
        while (!open.isEmpty()) {
            close(open.pop(), i);
        }
    }

    /** A term directly in tabs begins the next tab; gives whether it does. */
    boolean tab(String label, String mark, int i) {
        Holder holder = open.peek();
        if (holder == null || !holder.element.equals("Tabs") || !mark.equals("::")) {
            return false;
        }
        if (holder.inTab) {
            out.tag("</TabItem>", i);
        }
        holder.inTab = true;
        out.tag("<TabItem label=\"" + Markdown.attribute(label) + "\">", i);
        return true;
    }

    /** Opens the tab of a listing that is one of several to switch between; gives whether it is one. */
    boolean switched(AdocAttributes attributes, String title, int i) {
        boolean first = attributes.role("primary");
        if (!first && !(switching && attributes.role("secondary"))) {
            return false;
        }
        if (first) {
            out.tag("<Tabs>", i);
            switching = true;
        }
        out.tag("<TabItem label=\"" + Markdown.attribute(title.isEmpty() ? attributes.language() : title) + "\">", i);
        return true;
    }

    /** Ends the listings to switch between unless the next block is one of them. */
    void before(boolean another, int i) {
        if (switching && !another) {
            out.tag("</Tabs>", Math.max(0, i - 1));
            switching = false;
        }
    }
}
