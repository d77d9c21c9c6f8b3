package community.likeminds.agent.processors.docs.chunker;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.FileHint;
import community.likeminds.agent.processors.docs.LineRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;

/** Turns blocks into pieces: as they read on the page, each small enough for the model. */
final class Pieces {

    /**
     * Characters above which text is cut whatever its tokens: it exceeds a model's tokens, unless it is made of words so long that the model
     * reads each as one unknown token, and those say nothing when they are kept together.
     */
    static final int LONGEST = 4000;

    /** Tokens of the fence that closes a block. */
    private static final int FENCE = 4;

    private final ToIntFunction<String> tokens;
    private final Chunker.Sizes sizes;
    private List<Container> before = List.of();

    Pieces(ToIntFunction<String> tokens, Chunker.Sizes sizes) {
        this.tokens = tokens;
        this.sizes = sizes;
    }

    List<Piece> of(Block block) {
        List<Container> previous = before;
        before = block.containers();
        return switch (block.kind()) {
            case HEADING -> List.of(heading(block));
            case PROSE -> fitting(prose(block, previous));
            case TABLE -> fitting(table(block, previous));
            case CODE -> code(block, Objects.requireNonNull(block.code()), previous);
        };
    }

    /** Without anything to cut at, text is cut by length: no part of it may lie beyond what the model reads. */
    private List<Piece> fitting(List<Piece> pieces) {
        if (pieces.stream().allMatch(piece -> piece.tokens() <= sizes.whole())) {
            return pieces;
        }
        return pieces.stream()
                .flatMap(piece -> parts(piece.text(), sizes.whole()).stream()
                        .map(part -> new Piece(part, tokens.applyAsInt(part), piece.lines(), false, piece.code(), piece.tight())))
                .toList();
    }

    /** Halves until each fits, between lines where there are any: a line that fits stays whole. */
    private List<String> parts(String text, int most) {
        if (text.length() <= 1 || text.length() <= LONGEST && tokens.applyAsInt(text) <= most) {
            return List.of(text);
        }
        int middle = text.length() / 2;
        int line = text.lastIndexOf('\n', middle);
        if (line <= 0) {
            line = text.indexOf('\n', middle);
        }
        int space = text.lastIndexOf(' ', middle);
        int cut = line > 0 ? line : space > text.length() / 4 ? space : Character.isLowSurrogate(text.charAt(middle)) ? middle + 1 : middle;
        List<String> parts = new ArrayList<>(parts(text.substring(0, cut), most));
        parts.addAll(parts(text.substring(line > 0 ? cut + 1 : cut), most));
        return parts.stream().filter(part -> !part.isBlank()).toList();
    }

    private Piece heading(Block block) {
        String text = "#".repeat(block.level()) + " " + block.text();
        return new Piece(text, tokens.applyAsInt(text), block.lines(), true, false, false);
    }

    private Piece counted(String text, Block block, boolean tight) {
        return new Piece(text, tokens.applyAsInt(text), block.lines(), false, false, tight);
    }

    /** The label of a tab, a step or something folded when the block is the first in it: it is nowhere else on the page. */
    private static String label(Block block, List<Container> previous) {
        StringBuilder labels = new StringBuilder();
        for (Container one : block.containers()) {
            boolean labelled = one.kind() == Container.Kind.TAB || one.kind() == Container.Kind.DETAILS || one.kind() == Container.Kind.STEP;
            if (labelled && !one.label().isBlank() && !previous.contains(one) && !block.headings().contains(one.label())
                    && !block.text().startsWith(one.label())) {
                labels.append(one.label()).append(":\n");
            }
        }
        return labels.toString();
    }

    private List<Piece> prose(Block block, List<Container> previous) {
        boolean item = !block.containers().isEmpty() && block.containers().getLast().kind() == Container.Kind.LIST_ITEM;
        boolean tight = item && !previous.isEmpty() && previous.getLast().kind() == Container.Kind.LIST_ITEM;
        String text = label(block, previous) + (item ? "- " : "") + block.text();
        return split(text, sentences(text), block, tight);
    }

    private List<Piece> split(String text, List<String> parts, Block block, boolean tight) {
        int all = text.length() <= LONGEST ? tokens.applyAsInt(text) : Integer.MAX_VALUE;
        if (all <= sizes.whole()) {
            return List.of(new Piece(text, all, block.lines(), false, false, tight));
        }
        List<Piece> pieces = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int size = 0;
        for (String part : parts) {
            int more = tokens.applyAsInt(part);
            if (!open.isEmpty() && size + more > sizes.joined()) {
                pieces.add(counted(open.toString().strip(), block, tight));
                open.setLength(0);
                size = 0;
            }
            open.append(part);
            size += more;
        }
        if (!open.toString().isBlank()) {
            pieces.add(counted(open.toString().strip(), block, tight));
        }
        return pieces;
    }

    /** Sentences with the space behind them; what has no end in sight is cut by length. */
    private List<String> sentences(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean end = (c == '.' || c == '!' || c == '?') && i + 1 < text.length() && Character.isWhitespace(text.charAt(i + 1)) || c == '\n';
            boolean tooLong = i - start >= 600 && Character.isWhitespace(c) || i - start >= 900 && !Character.isHighSurrogate(c);
            if (end || tooLong) {
                int stop = i + 1;
                while (stop < text.length() && text.charAt(stop) == ' ') {
                    stop++;
                }
                parts.add(text.substring(start, stop));
                start = stop;
                i = stop - 1;
            }
        }
        if (start < text.length()) {
            parts.add(text.substring(start));
        }
        return parts;
    }

    private List<Piece> table(Block block, List<Container> previous) {
        String text = label(block, previous) + block.text();
        String[] rows = block.text().split("\n");
        // A Markdown table has its rows on successive lines with the rule under its head.
        boolean exact = rows.length + 1 == block.lines().end() - block.lines().start() + 1;
        int all = text.length() <= LONGEST ? tokens.applyAsInt(text) : Integer.MAX_VALUE;
        if (all <= sizes.whole()) {
            return List.of(new Piece(text, all, block.lines(), false, false, false));
        }
        if (rows.length < 3) {
            return split(text, sentences(text), block, false);
        }
        List<Piece> pieces = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int size = 0;
        int first = 0;
        for (int i = 0; i < rows.length; i++) {
            int more = tokens.applyAsInt(rows[i].length() > LONGEST ? rows[i].substring(0, LONGEST) : rows[i]);
            if (!open.isEmpty() && size + more > sizes.joined()) {
                pieces.addAll(rows(block, exact, open, first, i - 1));
                open.clear();
                // The head says what the cells mean.
                open.add(rows[0]);
                size = tokens.applyAsInt(rows[0]);
                first = i;
            }
            open.add(rows[i]);
            size += more;
        }
        pieces.addAll(rows(block, exact, open, first, rows.length - 1));
        return pieces;
    }

    private List<Piece> rows(Block block, boolean exact, List<String> rows, int first, int last) {
        String text = String.join("\n", rows);
        LineRange lines = exact
                ? new LineRange(block.lines().start() + (first == 0 ? 0 : first + 1), block.lines().start() + (last == 0 ? 0 : last + 1))
                : block.lines();
        if (text.length() <= LONGEST) {
            return List.of(new Piece(text, tokens.applyAsInt(text), lines, false, false, false));
        }
        return split(text, sentences(text), block, false).stream()
                .map(piece -> new Piece(piece.text(), piece.tokens(), lines, false, false, false)).toList();
    }

    private List<Piece> code(Block block, CodeBlock code, List<Container> previous) {
        String open = label(block, previous) + fence(code);
        String text = open + code.code() + "\n```";
        int all = text.length() <= LONGEST ? tokens.applyAsInt(text) : Integer.MAX_VALUE;
        if (all <= sizes.whole()) {
            return List.of(new Piece(text, all, block.lines(), false, true, false));
        }
        String[] lines = code.code().split("\n", -1);
        int range = block.lines().end() - block.lines().start() + 1;
        // Marks that were taken off, and a fence left open, shift the code against the page: then only the whole block is exact.
        int offset = lines.length == range - 2 ? 1 : lines.length == range ? 0 : -1;
        List<Piece> pieces = new ArrayList<>();
        int first = 0;
        int size = 0;
        int lastBlank = -1;
        for (int i = 0; i < lines.length; i++) {
            int more = tokens.applyAsInt(lines[i].length() > LONGEST ? lines[i].substring(0, LONGEST) : lines[i]) + 1;
            if (i > first && size + more > sizes.joined()) {
                int cut = lastBlank > first && lastBlank < i ? lastBlank + 1 : i;
                pieces.addAll(part(block, open, lines, first, cut, offset));
                first = cut;
                i = cut - 1;
                size = 0;
                lastBlank = -1;
                continue;
            }
            if (lines[i].isBlank() && size > sizes.joined() / 3) {
                lastBlank = i;
            }
            size += more;
        }
        pieces.addAll(part(block, open, lines, first, lines.length, offset));
        return pieces;
    }

    private static String fence(CodeBlock code) {
        FileHint file = code.file();
        boolean named = file != null && file.origin() == FileHint.Origin.METADATA;
        return "```" + code.language() + (named ? " title=\"" + Objects.requireNonNull(file).path() + "\"" : "") + "\n";
    }

    private List<Piece> part(Block block, String open, String[] lines, int from, int to, int offset) {
        LineRange range = offset < 0 ? block.lines()
                : new LineRange(block.lines().start() + offset + from, block.lines().start() + offset + Math.max(from, to - 1));
        String text = String.join("\n", List.of(lines).subList(from, to));
        if (text.isBlank()) {
            return List.of();
        }
        // However much a label takes, there must be room for code.
        int room = Math.max(sizes.whole() / 2, sizes.whole() - tokens.applyAsInt(open) - FENCE);
        return parts(text, room).stream()
                .map(part -> open + part + "\n```")
                .map(part -> new Piece(part, tokens.applyAsInt(part), range, false, true, false))
                .toList();
    }
}
