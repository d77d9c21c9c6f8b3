package community.likeminds.agent.processors.code.languages;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.SyntaxTree;
import community.likeminds.agent.processors.code.outline.Gaps;
import community.likeminds.agent.processors.code.outline.Outline;
import community.likeminds.agent.processors.code.outline.Slot;
import community.likeminds.agent.processors.code.outline.Source;
import java.util.BitSet;

/** Cuts source code into pieces by its syntax tree and the table of its language. */
final class TreeReader implements Outline.Reader {

    private final Table table;
    private final boolean lenient;

    TreeReader(Table table) {
        this(table, false);
    }

    /** @param lenient whether a file's own values stay without a conflict, as in files that only declare things */
    TreeReader(Table table, boolean lenient) {
        this.table = table;
        this.lenient = lenient;
    }

    @Override
    public Outline read(String text, boolean snippet) {
        String code = snippet ? Gaps.commented(text, table.comment) : text;
        SyntaxTree tree = SyntaxTree.parse(table.language, code);
        Source source = new Source(code, table.unit, snippet ? frozen(tree) : new BitSet());
        TreeCut cut = new TreeCut(table, source, snippet);
        Slot root = new Slot("file", table.rootKind, Slot.Layout.LINES, 0, code.length(), cut.pieces(tree.root(), true));
        int wrong = wrong(tree);
        return new Outline(source, root, wrong < 0 ? "" : "line " + SyntaxTree.line(code, wrong) + ".");
    }

    @Override
    public boolean valid(String text) {
        return wrong(SyntaxTree.parse(table.language, text)) < 0;
    }

    @Override
    public boolean covers(String target, String shown) {
        return table.covers.test(target, shown);
    }

    @Override
    public boolean lenient() {
        return lenient;
    }

    /** Offset of the first thing that is not of the language, or -1. */
    private int wrong(SyntaxTree tree) {
        if (table.reserved.isEmpty() && tree.valid()) {
            return -1;
        }
        int[] first = {-1};
        tree.root().walk(node -> {
            boolean error = node.missing() || node.type().equals("ERROR")
                    || node.children().isEmpty() && node.type().equals("simple_identifier") && table.reserved.contains(node.text());
            first[0] = error && first[0] < 0 ? node.start() : first[0];
        });
        return first[0];
    }

    /** Starts of lines that lie inside a literal. */
    private BitSet frozen(SyntaxTree tree) {
        BitSet starts = new BitSet();
        if (table.literals.isEmpty()) {
            return starts;
        }
        String text = tree.text();
        for (SyntaxNode literal : tree.root().all(table.literals.toArray(String[]::new))) {
            for (int at = text.indexOf('\n', literal.start()); at >= 0 && at < literal.end(); at = text.indexOf('\n', at + 1)) {
                starts.set(at + 1);
            }
        }
        return starts;
    }
}
