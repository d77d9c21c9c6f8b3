package community.likeminds.agent.processors.code.outline;

import community.likeminds.agent.processors.code.StructuralEdits.Edit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings what a snippet has more into a file. Pieces of both are paired; what pairs is merged part by part, what has no partner is
 * added at the place that its neighbours tell. Nothing is taken away, and what cannot be decided is a conflict.
 */
public final class OutlineMerge {

    private record Waiting(Slot slot, Piece piece) {}

    private final Outline.Reader reader;
    private final Outline file;
    private final Insertions insertions;
    private final List<Waiting> imports = new ArrayList<>();
    private @Nullable Wrapping wrapping;
    private int depth;
    private final List<String> changes = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<String> satisfied = new ArrayList<>();

    private OutlineMerge(Outline.Reader reader, Outline file) {
        this.reader = reader;
        this.file = file;
        this.insertions = new Insertions(file.source());
    }

    /** Merges a snippet into a text of the reader's language. */
    public static Edit merge(Outline.Reader reader, String target, String snippet) {
        return merge(reader, target, snippet, "");
    }

    /** @param put what was put into the file before, whose names have to be imported */
    private static Edit merge(Outline.Reader reader, String target, String snippet, String put) {
        int bom = target.startsWith("\uFEFF") ? 1 : 0;
        String text = target.substring(bom);
        Outline shown = reader.read(snippet.replace("\r\n", "\n"), true);
        if (!shown.error().isEmpty()) {
            return new Edit(target, List.of(), List.of(), "The documented code does not parse: " + shown.error());
        }
        Outline file = reader.read(text, false);
        if (!file.error().isEmpty()) {
            return new Edit(target, List.of(), List.of(), "The file does not parse: " + file.error());
        }
        String renamed = Renaming.of(file.root(), shown.root()).apply(snippet);
        if (!renamed.equals(snippet)) {
            return merge(reader, target, renamed, put);
        }
        OutlineMerge merge = new OutlineMerge(reader, file);
        try {
            merge.slot(file.root(), shown.root(), null);
            merge.imports(shown, put);
        } catch (Conflict conflict) {
            return new Edit(target, List.of(), merge.leftOut, merge.satisfied, conflict.sentence());
        }
        if (merge.wrapping instanceof Wrapping wrap) {
            return wrapped(reader, target, snippet, wrap, put);
        }
        if (merge.insertions.isEmpty()) {
            return new Edit(target, List.of(), merge.leftOut, merge.satisfied, null);
        }
        String merged = merge.insertions.apply();
        if (!reader.valid(merged)) {
            return new Edit(target, List.of(), merge.leftOut, merge.satisfied, "The merged file would not parse.");
        }
        return new Edit(target.substring(0, bom) + merged, merge.changes, merge.leftOut, merge.satisfied, null);
    }

    /** Puts one piece around others, and merges into what is then there; when that fails nothing is done. */
    private static Edit wrapped(Outline.Reader reader, String target, String snippet, Wrapping wrap, String put) {
        if (put.contains(wrap.opening())) {
            return new Edit(target, List.of(), List.of(), "It is not clear what " + wrap.title() + " belongs around.");
        }
        String text = target.substring(0, target.startsWith("\uFEFF") ? 1 : 0) + wrap.apply();
        boolean fits = !text.equals(target) && reader.valid(text.substring(target.startsWith("\uFEFF") ? 1 : 0)) && wrap.depth() < Wrapping.MOST;
        Edit rest = fits ? merge(reader, text, snippet, put + '\n' + wrap.opening()) : new Edit(text, List.of(), List.of(), "The merged file would not parse.");
        if (rest.conflict() != null) {
            return new Edit(target, List.of(), rest.leftOut(), rest.satisfied(), rest.conflict());
        }
        List<String> changes = new ArrayList<>(List.of("Put " + wrap.title() + " around " + wrap.inner() + "."));
        changes.addAll(rest.changes());
        List<String> satisfied = rest.satisfied().stream().filter(one -> !one.startsWith(wrap.title())).toList();
        return new Edit(rest.text(), changes, rest.leftOut(), satisfied, null);
    }

    private void slot(Slot target, Slot shown, @Nullable Piece owner) throws Conflict {
        depth++;
        Pairs pairs = Pairs.of(target, shown);
        Placing placing = new Placing(target, shown, pairs);
        for (Piece one : shown.pieces()) {
            Piece own = one.gap() ? null : pairs.of(one);
            if (own != null) {
                pair(own, one);
            } else if (!one.gap()) {
                missing(target, one, owner, placing);
            }
        }
        depth--;
    }

    private void missing(Slot target, Piece one, @Nullable Piece owner, Placing placing) throws Conflict {
        if (target.kind() == Slot.Kind.FIXED || one.role().equals(Role.HEADER) && has(target, Role.HEADER)) {
            return;
        }
        if (target.pieces().stream().anyMatch(own -> own.role().equals(one.role()) && reader.covers(own.text(), one.text()))) {
            return;
        }
        if (one.element() && held(target, one)) {
            return;
        }
        if (target.kind() == Slot.Kind.SINGLE && !target.pieces().isEmpty()) {
            throw new Conflict((owner == null ? "The file" : owner.title()) + " has " + target.pieces().getFirst().title()
                    + " where the documentation has " + one.title() + ".");
        }
        if (one.lazy()) {
            throw new Conflict("The documentation leaves out parts of " + one.title() + ", which the file does not have.");
        }
        if (one.role().equals(Role.IMPORT)) {
            imports.add(new Waiting(target, one));
            return;
        }
        if (one.role().equals(Role.LAST) && target.kind() == Slot.Kind.ORDERED && has(target, Role.LAST)) {
            List<Piece> ends = target.pieces().stream().filter(own -> own.role().equals(Role.LAST)).toList();
            if (ends.size() == 1 && rewritten(ends.getFirst(), one)) {
                return;
            }
            throw new Conflict("The documentation ends with " + one.title() + ", the project with "
                    + target.pieces().stream().filter(own -> own.role().equals(Role.LAST)).toList().getLast().title() + ".");
        }
        add(placing.of(one), one, owner);
    }

    /** Whether a piece that is missing among some stands below them, or has to be put around some of theirs. */
    private boolean held(Slot target, Piece one) throws Conflict {
        List<Slot> below = new ArrayList<>();
        Wrapping.contents(target, below);
        List<Piece> there = new ArrayList<>();
        List<Wrapping> around = new ArrayList<>();
        if (Wrapping.of(file.source(), target, one) instanceof Wrapping found) {
            around.add(found);
        }
        for (Slot slot : below) {
            Slot alone = new Slot(slot.name(), slot.kind(), slot.layout(), one.start(), one.end(), List.of(one));
            if (Pairs.of(slot, alone).of(one) instanceof Piece own) {
                there.add(own);
            } else if (around.isEmpty() && Wrapping.of(file.source(), slot, one) instanceof Wrapping found) {
                around.add(found);
            }
        }
        if (there.size() == 1) {
            pair(there.getFirst(), one);
            return true;
        }
        if (there.size() > 1 || around.isEmpty()) {
            return false;
        }
        wrapping = wrapping == null ? around.getFirst() : wrapping;
        return true;
    }

    private void add(Place place, Piece one, @Nullable Piece owner) {
        insertions.add(place.at(depth), one);
        changes.add("Added " + one.title() + (owner == null ? "." : " to " + owner.title() + "."));
    }

    private static boolean has(Slot slot, Role role) {
        return slot.pieces().stream().anyMatch(one -> one.role().equals(role));
    }

    private void pair(Piece own, Piece one) throws Conflict {
        if (own.same(one) || own.role().equals(Role.HEADER) || !own.prefix().isEmpty()) {
            if (one.role().order() > Role.IMPORT.order()) {
                satisfied.add(own.title() + " is there already.");
            }
            return;
        }
        if (!own.head().equals(one.head()) || one.slots().isEmpty() && own.slots().isEmpty()) {
            differ(own, one);
            return;
        }
        int before = insertions.count();
        List<Slot> parts = one.slots().stream().sorted(Comparator.comparingInt(Slot::open)).toList();
        for (Slot shown : parts) {
            if (shown.pieces().isEmpty()) {
                continue;
            }
            Slot target = own.slots().stream().filter(slot -> slot.name().equals(shown.name())).findFirst().orElse(null);
            if (target == null) {
                differ(own, one);
                return;
            }
            slot(target, shown, own);
        }
        signature(own, one, before);
    }

    /** What was added to a piece must not use parameters that are called something else there. */
    private void signature(Piece own, Piece one, int before) throws Conflict {
        for (Slot shown : one.slots()) {
            Slot target = own.slots().stream().filter(slot -> slot.name().equals(shown.name())).findFirst().orElse(null);
            if (target == null || target.kind() != Slot.Kind.FIXED) {
                continue;
            }
            for (Piece parameter : shown.pieces()) {
                boolean known = target.pieces().stream().anyMatch(other -> other.key().equals(parameter.key()));
                if (!known && !parameter.key().isEmpty() && insertions.usesSince(before, parameter.key())) {
                    throw new Conflict(own.title() + " has no parameter `" + parameter.key() + "` in the project.");
                }
            }
        }
    }

    private boolean rewritten(Piece own, Piece one) {
        if (Rewriting.there(own, one)) {
            satisfied.add(own.title() + " is there already.");
            return true;
        }
        String text = Rewriting.of(own, one);
        if (text == null) {
            return false;
        }
        insertions.rewrite(own, text);
        changes.add("Changed " + own.title() + " to what the documentation has around or behind it.");
        return true;
    }

    private void differ(Piece own, Piece one) throws Conflict {
        if (rewritten(own, one)) {
            return;
        }
        if (Values.sameButPlaceholders(own.shape(), one.shape()) || Values.sameCallWithMore(own.shape(), one.shape())) {
            satisfied.add(own.title() + " is there already.");
        } else if (reader.lenient()) {
            leftOut.add(own.title() + " stands in the project; the documentation shows " + one.title() + ".");
        } else {
            throw new Conflict(own.title() + " is there already and is something else in the documentation: " + one.title() + ".");
        }
    }

    /** Imports come last: only then is known which names are used. */
    private void imports(Outline shown, String put) {
        boolean alone = shown.root().pieces().stream().allMatch(one -> one.gap() || one.role().order() <= Role.IMPORT.order());
        if (!alone && insertions.isEmpty() && put.isEmpty()) {
            return;
        }
        depth = 1;
        String texts = insertions.texts() + put;
        for (Waiting one : imports) {
            String name = one.piece().name();
            if (alone || name.isEmpty() || Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)").matcher(texts).find()) {
                add(Imports.place(one.slot(), one.piece()), one.piece(), null);
            }
        }
    }
}
