package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import java.util.List;

/** Items of lists, also of lists that blocks interrupt which are not indented. */
final class ListItems {

    private final PageScan scan;

    ListItems(PageScan scan) {
        this.scan = scan;
    }

    /** Less indented than CommonMark asks for, yet clearly meant to belong to the item. */
    static boolean stays(Scope one, String s, int p) {
        if (Text.column(s, p) <= one.markerIndent) {
            return false;
        }
        if (Text.listMarker(s, p) == 0 || one.item == null) {
            return true;
        }
        return one.item.ordered != Character.isDigit(s.charAt(p));
    }

    boolean mayStart(String s, int p, int marker) {
        if (!scan.paragraphOpen()) {
            return true;
        }
        boolean empty = Text.blankFrom(s, p + marker);
        return !empty && (!Character.isDigit(s.charAt(p)) || ordinal(s, p) == 1 || scan.scope.form == Scope.Form.ITEM);
    }

    private static long ordinal(String s, int p) {
        long number = 0;
        for (int i = p; i < s.length() && Character.isDigit(s.charAt(i)) && i - p < 9; i++) {
            number = number * 10 + Character.digit(s.charAt(i), 10);
        }
        return number;
    }

    /** Opens the item whose mark stands at a place; gives where its text starts. */
    int open(int i, String s, int p, int marker) {
        scan.flush();
        Scope holder = scan.scope;
        boolean ordered = Character.isDigit(s.charAt(p));
        int column = Text.column(s, p);
        long ordinal = ordered ? ordinal(s, p) : 0;
        Scope.Items items = holder.lastItems;
        if (items == null || !continues(items, holder, ordered, column, ordinal)) {
            Scope item = scan.open(Scope.Form.ITEM, "-");
            items = new Scope.Items(scan.newGroup("list", i), ordered, column, item);
            holder.lastItems = items;
            scan.lists.add(items);
        } else {
            items.last = scan.open(Scope.Form.ITEM, "-");
        }
        items.lastOrdinal = ordinal;
        Scope item = items.last;
        item.item = items;
        item.restoresHeadings = true;
        item.markerIndent = column;
        int content = Text.skipSpaces(s, p + marker);
        int width = Text.column(s, content) - column;
        item.contentIndent = column + (content >= s.length() || width > marker + 4 ? marker : width);
        if (s.startsWith("[ ] ", content) || s.startsWith("[x] ", content) || s.startsWith("[X] ", content)) {
            content += 4;
        }
        return content;
    }

    private boolean continues(Scope.Items items, Scope holder, boolean ordered, int column, long ordinal) {
        if (items.ordered != ordered || Math.abs(items.indent - column) > 3 || items.draftsAtClose < 0) {
            return false;
        }
        List<Draft> between = scan.drafts.subList(items.draftsAtClose, scan.drafts.size());
        if (between.isEmpty()) {
            return true;
        }
        boolean next = ordinal == items.lastOrdinal + 1
                || ordinal == 1 && items.lastOrdinal == 1 && between.stream().allMatch(one -> one.kind == Block.Kind.CODE);
        if (!ordered || !next || between.stream().anyMatch(one -> one.kind == Block.Kind.HEADING)) {
            return false;
        }
        items.interrupted = true;
        between.forEach(draft -> Steps.moveInto(draft, holder, items.last));
        return true;
    }
}
