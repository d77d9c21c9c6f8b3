package community.likeminds.agent.processors.code.outline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of a snippet to put around pieces of the file that they hold there.
 *
 * @param source the file
 * @param around the pieces to put around, the outermost first
 * @param first the first piece that they hold
 * @param last the last one
 */
record Wrapping(Source source, List<Piece> around, Piece first, Piece last) {

    /** So deep may a snippet be. */
    static final int MOST = 12;

    private static final String CONTENT = "content";

    /** What has to be put around pieces of a slot so that they are held as in a snippet's piece, or null when it holds none of them. */
    static @Nullable Wrapping of(Source source, Slot target, Piece shown) throws Conflict {
        List<Piece> around = new ArrayList<>();
        Piece at = shown;
        while (at != null && around.size() <= MOST) {
            Slot content = at.slots().stream().filter(slot -> slot.name().equals(CONTENT)).findFirst().orElse(null);
            if (content == null || content.absent()) {
                return null;
            }
            around.add(at);
            Pairs pairs = Pairs.of(target, content);
            List<Piece> held = content.pieces().stream().filter(one -> !one.gap()).map(pairs::of).filter(java.util.Objects::nonNull).toList();
            if (!held.isEmpty()) {
                Piece first = held.stream().min(java.util.Comparator.comparingInt(Piece::start)).orElseThrow();
                Piece last = held.stream().max(java.util.Comparator.comparingInt(Piece::start)).orElseThrow();
                return new Wrapping(source, List.copyOf(around), first, last);
            }
            Piece next = null;
            for (Piece one : content.pieces()) {
                next = next == null && !one.gap() && of(source, target, one) != null ? one : next;
            }
            at = next;
        }
        return null;
    }

    /** Every slot of content below a slot. */
    static void contents(Slot slot, List<Slot> found) {
        for (Piece piece : slot.pieces()) {
            if (piece.gap()) {
                continue;
            }
            for (Slot inner : piece.slots()) {
                if (inner.name().equals(CONTENT) && !inner.absent()) {
                    found.add(inner);
                    contents(inner, found);
                }
            }
        }
    }

    int depth() {
        return around.size();
    }

    String title() {
        return around.getFirst().title();
    }

    String inner() {
        return first.title();
    }

    /** What is put before the pieces. */
    String opening() {
        StringBuilder opening = new StringBuilder();
        for (Piece one : around) {
            Slot content = one.slots().stream().filter(slot -> slot.name().equals(CONTENT)).findFirst().orElseThrow();
            opening.append(one.source().text(), one.start(), content.open()).append('\n');
        }
        return opening.toString();
    }

    String apply() {
        String text = source.text();
        boolean lines = source.firstOnLine(first.from()) && source.lastOnLine(last.to());
        String indent = source.indentAt(first.from());
        String held = text.substring(first.from(), last.to());
        boolean fixed = held.contains("<pre") || held.contains("<textarea") || held.contains("`");
        StringBuilder opening = new StringBuilder();
        StringBuilder closing = new StringBuilder();
        for (int i = 0; i < around.size(); i++) {
            Piece one = around.get(i);
            Slot content = one.slots().stream().filter(slot -> slot.name().equals(CONTENT)).findFirst().orElseThrow();
            String own = indent + source.unit().repeat(i);
            opening.append(i > 0 && lines ? own : "").append(one.source().moved(one.start(), content.open(), source, own)).append(lines ? source.eol() : "");
            closing.insert(0, (lines ? source.eol() + own : "") + one.source().text().substring(content.close(), one.end()));
        }
        String deeper = source.unit().repeat(around.size());
        String inner = lines && !fixed ? held.replaceAll("(?m)^(?=[^\\r\\n]*\\S)", deeper).substring(firstShift(held, deeper)) : held;
        return text.substring(0, first.from()) + opening + (lines ? indent + (fixed ? "" : deeper) : "") + inner + closing + text.substring(last.to());
    }

    /** The first line is indented by what stands before it already. */
    private static int firstShift(String held, String deeper) {
        return held.isBlank() ? 0 : deeper.length();
    }
}
