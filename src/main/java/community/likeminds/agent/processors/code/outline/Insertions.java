package community.likeminds.agent.processors.code.outline;

import community.likeminds.agent.processors.code.ast.TextEdits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes added pieces into the text of the file in the manner of their new neighbours. */
final class Insertions {

    private final Source source;
    private final TextEdits edits;
    private final Map<Place, List<Piece>> added = new LinkedHashMap<>();
    private final List<Piece> order = new ArrayList<>();
    private final StringBuilder rewritten = new StringBuilder();
    private final Set<Integer> expanded = new HashSet<>();

    Insertions(Source source) {
        this.source = source;
        this.edits = new TextEdits(source.text());
    }

    void add(Place place, Piece piece) {
        order.add(piece);
        added.computeIfAbsent(place, key -> new ArrayList<>()).add(piece);
    }

    /** Gives a piece of the file another text, which has the piece's own in it. */
    void rewrite(Piece own, String text) {
        edits.replace(own.start(), own.end(), text);
        rewritten.append(text).append('\n');
    }

    boolean isEmpty() {
        return added.isEmpty() && edits.isEmpty();
    }

    int count() {
        return order.size();
    }

    /** Whether something that was added after a count uses a name. */
    boolean usesSince(int count, String name) {
        Pattern word = Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?!\\w)");
        return order.subList(count, order.size()).stream().anyMatch(one -> word.matcher(one.text()).find());
    }

    /** Everything that is added, for looking up what it uses. */
    String texts() {
        StringBuilder texts = new StringBuilder(rewritten);
        added.values().forEach(pieces -> pieces.forEach(one -> {
            if (!one.role().equals(Role.IMPORT)) {
                texts.append(one.text()).append('\n');
            }
        }));
        return texts.toString();
    }

    String apply() {
        List<Place> places = new ArrayList<>(added.keySet());
        places.sort(Comparator.comparingInt(Insertions::rank));
        places.forEach(place -> {
            List<Piece> pieces = Objects.requireNonNull(added.get(place));
            if (place.slot().kind() == Slot.Kind.KEYED) {
                pieces.sort(Comparator.comparingInt(one -> one.role().order()));
            } else {
                pieces.sort(Comparator.comparing(one -> !one.role().equals(Role.IMPORT)));
            }
            switch (place.slot().layout()) {
                case LINES -> new LineInsertion(source, edits, place, pieces).write(expanded);
                case COMMAS -> new ListInsertion(source, edits, place, pieces).write();
                case SPACES -> spaces(place, pieces);
            }
        });
        return edits.apply();
    }

    /** Where several things are added at one offset: before a piece the outer ones come first, behind it the inner ones. */
    private static int rank(Place place) {
        return place.anchor() != null && !place.after() ? place.depth() - 10_000 : -place.depth();
    }

    private void spaces(Place place, List<Piece> pieces) {
        Slot slot = place.slot();
        Piece anchor = place.anchor();
        StringBuilder text = new StringBuilder();
        if (anchor == null) {
            String indent = source.indentAt(slot.open());
            for (Piece one : pieces) {
                boolean attribute = slot.name().equals("attributes");
                text.append(attribute ? " " : "").append(moved(one, indent))
                        .append(attribute ? "" : slot.after().isEmpty() ? source.eol() + indent : " ");
            }
            edits.insert(slot.open(), text.toString());
            return;
        }
        boolean lines = source.lastOnLine(anchor.end()) || slot.name().equals("attributes") && source.firstOnLine(anchor.start());
        String indent = source.indentAt(anchor.start());
        String gap = lines ? source.eol() + indent : " ";
        for (Piece one : pieces) {
            text.append(place.after() ? gap : "").append(moved(one, indent)).append(place.after() ? "" : gap);
        }
        edits.insert(place.after() ? anchor.end() : anchor.start(), text.toString());
    }

    private String moved(Piece piece, String indent) {
        return piece.source().moved(piece.start(), piece.end(), source, indent);
    }
}
