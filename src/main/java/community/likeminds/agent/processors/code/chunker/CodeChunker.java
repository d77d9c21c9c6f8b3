package community.likeminds.agent.processors.code.chunker;

import community.likeminds.agent.processors.code.CodeChunk;
import community.likeminds.agent.processors.code.CodeProcessor.ChunkSize;
import community.likeminds.agent.processors.code.analyzer.Analysis;
import community.likeminds.agent.processors.code.analyzer.Analyzer;
import community.likeminds.agent.processors.code.analyzer.Definition;
import community.likeminds.agent.processors.code.analyzer.Lines;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Cuts one file: a type into its head and its members, small neighbours together, large members between statements. */
public final class CodeChunker {

    private final ChunkSize size;
    private final Lines lines;
    private final ChunkWriter writer;
    private final List<Piece> pieces = new ArrayList<>();

    /** Lines of one passage, the definitions in it and those around it. */
    private record Piece(int from, int to, List<Definition> definitions, List<Definition> within) {}

    private CodeChunker(String path, Analysis analysis, ChunkSize size) {
        this.size = size;
        this.lines = analysis.lines();
        this.writer = new ChunkWriter(path, analysis.file().language(), lines, size);
    }

    public static List<CodeChunk> chunk(String path, String text, ChunkSize size) {
        if (text.isBlank()) {
            return List.of();
        }
        Analysis analysis = Analyzer.analyze(path, text);
        CodeChunker chunker = new CodeChunker(path, analysis, size);
        chunker.cut(Outline.of(analysis.definitions(), 1, analysis.lines().count()), List.of());
        return chunker.pieces.stream()
                .flatMap(piece -> chunker.writer.write(piece.from(), piece.to(), piece.definitions(), piece.within()).stream())
                .toList();
    }

    /** Cuts successive parts that stand in the same types. */
    private void cut(List<Part> parts, List<Definition> within) {
        int room = writer.room(within);
        List<Part> open = new ArrayList<>();
        int taken = 0;
        for (Part part : parts) {
            int tokens = writer.tokens(part.from(), part.to());
            if (tokens > room) {
                flush(open, within);
                taken = 0;
                divide(part, within);
                continue;
            }
            boolean small = taken + tokens <= Math.min(size.joined(), room);
            if (open.isEmpty() && part.plain() && closes(part)) {
                continue;
            }
            // A closing brace belongs to what it closes.
            boolean rest = part.plain() && !writer.says(part.from(), part.to()) && taken + tokens <= room;
            if (!open.isEmpty() && !small && !rest) {
                flush(open, within);
                taken = 0;
            }
            open.add(part);
            taken += tokens;
        }
        flush(open, within);
    }

    /** Adds lines that only close something to the passage before them. */
    private boolean closes(Part part) {
        if (writer.says(part.from(), part.to()) || pieces.isEmpty()) {
            return false;
        }
        Piece last = pieces.getLast();
        if (!writer.fits(last.from(), part.to(), last.within())) {
            return false;
        }
        pieces.set(pieces.size() - 1, new Piece(last.from(), part.to(), last.definitions(), last.within()));
        return true;
    }

    private void flush(List<Part> open, List<Definition> within) {
        if (!open.isEmpty()) {
            List<Definition> definitions = open.stream().flatMap(part -> part.definitions().stream()).toList();
            write(open.getFirst().from(), open.getLast().to(), definitions, within);
            open.clear();
        }
    }

    private void write(int from, int to, List<Definition> definitions, List<Definition> within) {
        // Token counts of lines do not quite add up to that of their text.
        if (from < to && !writer.fits(from, to, within)) {
            int middle = (from + to) / 2;
            write(from, middle, definitions.stream().filter(one -> one.symbol().startLine() <= middle).toList(), within);
            write(middle + 1, to, definitions.stream().filter(one -> one.symbol().startLine() > middle).toList(), within);
            return;
        }
        pieces.add(new Piece(from, to, definitions, within));
    }

    /** A part that is too large: by its members, else between statements. */
    private void divide(Part part, List<Definition> within) {
        Definition only = part.definitions().size() == 1 ? part.definitions().getFirst() : null;
        if (only != null && !only.members().isEmpty()) {
            List<Definition> inner = new ArrayList<>(within);
            inner.add(only);
            List<Part> parts = Outline.of(only.members(), part.from(), part.to());
            if (parts.size() > 1) {
                if (parts.getFirst().plain()) {
                    // The head is the place where the type itself is found.
                    Part head = parts.removeFirst();
                    parts.addFirst(new Part(head.from(), head.to(), List.of()));
                    cutHead(parts, only, within, inner);
                } else {
                    cut(parts, inner);
                }
                return;
            }
        }
        SyntaxNode code = part.plain() ? null : part.definitions().getFirst().node();
        between(part, Statements.starts(code, lines), within);
    }

    private void cutHead(List<Part> parts, Definition type, List<Definition> within, List<Definition> inner) {
        Part head = parts.removeFirst();
        if (writer.tokens(head.from(), head.to()) <= writer.room(within)) {
            write(head.from(), head.to(), List.of(type), within);
        } else {
            between(new Part(head.from(), head.to(), List.of(type)), new TreeMap<>(), within);
        }
        cut(parts, inner);
    }

    /** Cuts lines so that each piece is as large as may be, at the outermost place in its second half, else at an empty line. */
    private void between(Part part, TreeMap<Integer, Integer> starts, List<Definition> within) {
        int from = part.from();
        while (from <= part.to()) {
            List<Definition> around = from == part.from() ? within : enclosing(part, within);
            int room = writer.room(around);
            int taken = 0;
            int end = from;
            while (end <= part.to() && (end == from || taken + writer.tokens(end, end) + 1 <= room)) {
                taken += writer.tokens(end, end) + 1;
                end++;
            }
            if (end <= part.to()) {
                end = best(starts, from + Math.max(1, (end - from) / 2), end);
            }
            write(from, end - 1, from == part.from() ? part.definitions() : List.of(), around);
            from = end;
        }
    }

    /** Later pieces of a member say which member they are of. */
    private static List<Definition> enclosing(Part part, List<Definition> within) {
        if (part.plain()) {
            return within;
        }
        List<Definition> around = new ArrayList<>(within);
        around.add(part.definitions().getFirst());
        return around;
    }

    private int best(TreeMap<Integer, Integer> starts, int lowest, int highest) {
        int best = highest;
        int depth = Integer.MAX_VALUE;
        for (var one : starts.subMap(lowest, true, highest, true).descendingMap().entrySet()) {
            if (one.getValue() < depth) {
                best = one.getKey();
                depth = one.getValue();
            }
        }
        if (depth < Integer.MAX_VALUE) {
            return best;
        }
        for (int line = highest; line >= lowest; line--) {
            if (line > 1 && lines.line(line - 1).isBlank()) {
                return line;
            }
        }
        return highest;
    }
}
