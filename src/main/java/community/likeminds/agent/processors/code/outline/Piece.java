package community.likeminds.agent.processors.code.outline;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A piece of a text that can be found in another text, kept, merged into or added. */
public final class Piece {

    /**
     * What a piece consists of.
     *
     * @param head its tokens outside of its slots
     * @param shape all its tokens, looked for when somebody asks
     * @param slots the parts of it that hold pieces
     */
    public record Inside(String head, Supplier<String> shape, List<Slot> slots) {

        public Inside {
            slots = List.copyOf(slots);
        }

        public Inside(String head, String shape, List<Slot> slots) {
            this(head, () -> shape, slots);
        }
    }

    /**
     * @param start offset of its first character
     * @param end offset behind its last one
     * @param from the same with the comments above it
     * @param to the same with the comment behind it
     */
    public record Span(int start, int end, int from, int to) {}

    /** What may begin a comment in some language, and what formats leave out of shapes. */
    private static final String COMMENT = "/#<-*%";

    private static final String IGNORED = ";,\"'`";

    private final Source source;
    private Role role;
    private final String key;
    private final Span span;
    private final Supplier<Inside> reader;
    private String family = "";
    private String prefix = "";
    private int bare;
    private boolean grouped;
    private int groupEnd;
    private String uses = "";
    private boolean gap;
    private boolean element;
    private @Nullable Inside inside;
    private @Nullable String shape;

    /** @param key its name among its neighbours, or empty when only its text tells it */
    public Piece(Source source, Role role, String key, Span span, Supplier<Inside> reader) {
        this.source = source;
        this.role = role;
        this.key = key;
        this.span = span;
        this.reader = reader;
        this.bare = span.from();
    }

    /** A mark for code that is left out. */
    public static Piece gap(Source source, Span span) {
        Piece piece = new Piece(source, Role.PLAIN, "", span, () -> new Inside("", "", List.of()));
        piece.gap = true;
        return piece;
    }

    /** The same piece with a looser name, by which it is found when there is one such piece on either side. */
    public Piece family(String name) {
        this.family = name;
        return this;
    }

    /** The same piece as one that may stand in a group or, behind a prefix, alone; it begins at an offset without that prefix. */
    public Piece grouped(String before, int start, boolean inGroup) {
        this.prefix = before;
        this.bare = start;
        this.grouped = inGroup;
        return this;
    }

    /** The same piece with the name that it brings in; something that is added has to use it. */
    public Piece uses(String name) {
        this.uses = name;
        return this;
    }

    /** The same piece as one that may stand deeper in a file, or be put around others that it holds. */
    public Piece element(boolean so) {
        this.element = so;
        return this;
    }

    boolean element() {
        return element;
    }

    /** Whether it leaves out code; known when its tokens were read. */
    boolean lazy() {
        return !shape().isEmpty() && source.gapIn(span.start(), span.end()) || source.gapIn(span.start(), span.end());
    }

    /** The same piece, set apart from its neighbours by blank lines. */
    public Piece paragraph() {
        this.role = new Role(role.name(), role.order(), true);
        return this;
    }

    /** Whether it has a role of a name. */
    public boolean is(String name) {
        return role.name().equals(name);
    }

    Source source() {
        return source;
    }

    Role role() {
        return role;
    }

    String key() {
        return key;
    }

    String family() {
        return family;
    }

    String prefix() {
        return prefix;
    }

    /** Where it begins without its prefix. */
    int bare() {
        return bare;
    }

    boolean grouped() {
        return grouped;
    }

    /** The same piece, in a group that ends at an offset. */
    public Piece groupEnd(int offset) {
        this.groupEnd = offset;
        return this;
    }

    /** Where the group ends that it stands in. */
    int groupEnd() {
        return grouped ? groupEnd : to();
    }

    String name() {
        return uses;
    }

    boolean gap() {
        return gap;
    }

    public int start() {
        return span.start();
    }

    public int end() {
        return span.end();
    }

    int from() {
        return span.from();
    }

    public int to() {
        return span.to();
    }

    private Inside inside() {
        Inside known = inside;
        if (known == null) {
            known = reader.get();
            inside = known;
        }
        return known;
    }

    String head() {
        return inside().head();
    }

    String shape() {
        String known = shape;
        if (known == null) {
            known = inside().shape().get();
            shape = known;
        }
        return known;
    }

    /** Whether two pieces have the same shape; most that have not are told by their texts, without a look at the tree. */
    boolean same(Piece other) {
        return shape != null && other.shape != null ? shape.equals(other.shape) : mayBe(other) && shape().equals(other.shape());
    }

    /** Whether nothing but what shapes leave out differs before the first sign that may begin a comment. */
    private boolean mayBe(Piece other) {
        String left = source.text();
        String right = other.source.text();
        int i = skip(left, span.start(), span.end());
        int j = skip(right, other.span.start(), other.span.end());
        while (i < span.end() && j < other.span.end()) {
            char one = left.charAt(i);
            char two = right.charAt(j);
            if (COMMENT.indexOf(one) >= 0 || COMMENT.indexOf(two) >= 0) {
                return true;
            }
            if (one != two) {
                return false;
            }
            i = skip(left, i + 1, span.end());
            j = skip(right, j + 1, other.span.end());
        }
        return true;
    }

    private static int skip(String text, int from, int end) {
        int at = from;
        while (at < end && (Character.isWhitespace(text.charAt(at)) || IGNORED.indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    List<Slot> slots() {
        return inside().slots();
    }

    String text() {
        return source.text().substring(span.start(), span.end());
    }

    /** The first line of its text, for messages. */
    public String title() {
        String text = text().strip();
        int line = text.indexOf('\n');
        String first = line < 0 ? text : text.substring(0, line).strip();
        return "`" + (first.length() > 80 ? first.substring(0, 80) + " ..." : first) + "`";
    }

    @Override
    public String toString() {
        return role.name() + " " + title();
    }
}
