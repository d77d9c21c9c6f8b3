package community.likeminds.agent.processors.docs.chunker;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.analyzer.PageParser;
import community.likeminds.agent.processors.docs.embedding.EmbeddedText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Cuts a page along its sections. Neighbours within a section are joined up to the size that the model represents well, a code block stays
 * whole while the model can read it, and prose stays with the code that it introduces.
 */
public final class Chunker {

    private static final int LONGEST_CONTEXT = 240;
    private static final int LEAD = 90;
    private static final int INTRODUCTION = 40;

    private final ToIntFunction<String> tokens;
    private final Sizes sizes;

    /**
     * Sizes in tokens.
     *
     * @param joined up to which neighbours are joined
     * @param whole up to which one passage stays whole
     * @param context most for where the passage stands
     */
    record Sizes(int joined, int whole, int context) {

        /** Larger passages are about several things, however much a model reads. */
        private static final Sizes BEST = new Sizes(380, 440, 70);

        static Sizes of(int maxTokens) {
            int all = BEST.whole() + BEST.context();
            return maxTokens >= all
                    ? BEST
                    : new Sizes(BEST.joined() * maxTokens / all, BEST.whole() * maxTokens / all, BEST.context() * maxTokens / all);
        }
    }

    /**
     * @param tokens counts the model's tokens of a text
     * @param maxTokens that the model reads
     */
    public Chunker(ToIntFunction<String> tokens, int maxTokens) {
        this.tokens = tokens;
        this.sizes = Sizes.of(maxTokens);
    }

    /** Chunks in the order of the page; a page without text has none. */
    public List<Chunk> chunk(Page page) {
        Pieces pieces = new Pieces(tokens, sizes);
        List<Chunk> chunks = new ArrayList<>();
        List<Piece> carried = new ArrayList<>();
        List<Piece> section = new ArrayList<>();
        List<String> headings = List.of();
        for (Block block : page.blocks()) {
            boolean starts = block.kind() == Block.Kind.HEADING || !block.headings().equals(headings);
            if (starts && !section.isEmpty()) {
                if (section.stream().allMatch(Piece::heading) || introduces(section, headings, block)) {
                    // A heading alone says nothing: it opens the next passage, and so does a line that only leads to its subsections.
                    carried.addAll(section);
                } else {
                    pack(page, headings, carried, section, chunks);
                    carried = new ArrayList<>();
                }
                section = new ArrayList<>();
            }
            headings = block.headings();
            section.addAll(pieces.of(block));
        }
        if (!section.isEmpty() || !carried.isEmpty()) {
            pack(page, headings, carried, section, chunks);
        }
        return chunks;
    }

    private static boolean introduces(List<Piece> section, List<String> headings, Block next) {
        boolean deeper = !headings.isEmpty() && next.headings().size() > headings.size()
                && next.headings().subList(0, headings.size()).equals(headings);
        return deeper && section.stream().noneMatch(Piece::code) && section.stream().mapToInt(Piece::tokens).sum() < INTRODUCTION;
    }

    private void pack(Page page, List<String> headings, List<Piece> carried, List<Piece> section, List<Chunk> chunks) {
        List<Piece> all = new ArrayList<>(carried);
        all.addAll(section);
        List<Piece> open = new ArrayList<>();
        int size = 0;
        for (int i = 0; i < all.size(); i++) {
            Piece piece = all.get(i);
            boolean onlyHeadings = open.stream().allMatch(Piece::heading);
            int with = size + piece.tokens();
            Piece next = i + 1 < all.size() ? all.get(i + 1) : null;
            // Prose that introduces code goes where the code goes.
            boolean leads = next != null && next.code() && !piece.code() && piece.tokens() < LEAD && with + next.tokens() > sizes.joined()
                    && piece.tokens() + next.tokens() <= sizes.whole();
            int most = piece.code() && size < LEAD ? sizes.whole() : sizes.joined();
            if (!onlyHeadings && (with > most || leads)) {
                chunks.add(chunk(page, headings, open));
                open = new ArrayList<>();
                size = 0;
            }
            open.add(piece);
            size += piece.tokens();
        }
        if (!open.isEmpty()) {
            chunks.add(chunk(page, headings, open));
        }
    }

    private Chunk chunk(Page page, List<String> headings, List<Piece> pieces) {
        int start = pieces.stream().mapToInt(piece -> piece.lines().start()).min().orElse(1);
        int end = pieces.stream().mapToInt(piece -> piece.lines().end()).max().orElse(start);
        String text = joined(pieces);
        String embedded = embedded(page, headings, pieces);
        return new Chunk(page.source(), page.path(), page.title(), headings, page.platform(), new LineRange(start, end), text, embedded,
                PageParser.sha256(embedded.getBytes(StandardCharsets.UTF_8)), page.facts(),
                PassageLinks.within(page, start, end));
    }

    /** The context stands for the headings. */
    private String embedded(Page page, List<String> headings, List<Piece> pieces) {
        StringBuilder embedded = new StringBuilder(context(page, headings));
        for (Piece piece : pieces) {
            String words = piece.heading() ? "" : piece.code() ? EmbeddedText.code(piece.text()) : EmbeddedText.prose(piece.text());
            if (!words.isEmpty()) {
                embedded.append('\n').append(words);
            }
        }
        return embedded.toString();
    }

    private static String joined(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            if (!text.isEmpty()) {
                text.append(piece.tight() ? "\n" : "\n\n");
            }
            text.append(piece.text());
        }
        return text.toString();
    }

    /** Where the passage stands, in words: platform, page and heading path. */
    private String context(Page page, List<String> headings) {
        List<String> path = new ArrayList<>();
        path.add(page.title());
        headings.stream().map(Chunker::withoutAnchor).filter(heading -> !path.contains(heading)).forEach(path::add);
        String context = path.stream().collect(Collectors.joining(" > "));
        if (context.length() > LONGEST_CONTEXT) {
            context = context.substring(0, LONGEST_CONTEXT);
        }
        String all = EmbeddedText.prose(page.platform().isEmpty() ? context : page.platform().replace('-', ' ') + ": " + context);
        while (all.length() > sizes.context() && tokens.applyAsInt(all) > sizes.context()) {
            all = all.substring(0, all.length() * 3 / 4);
        }
        return all;
    }

    private static String withoutAnchor(String heading) {
        int anchor = heading.endsWith("]") ? heading.lastIndexOf(" [#") : -1;
        return anchor > 0 ? heading.substring(0, anchor) : heading;
    }
}
