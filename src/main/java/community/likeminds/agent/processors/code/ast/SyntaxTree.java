package community.likeminds.agent.processors.code.ast;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;

/**
 * A text and its syntax tree. The native tree is copied into Java objects and freed at once, so a tree may be kept, shared
 * between threads and compared without any care for native memory; unless it is read in a {@link TreeScope}.
 */
public record SyntaxTree(Language language, String text, SyntaxNode root) {

    private static final Map<Language, TSLanguage> GRAMMARS = new EnumMap<>(Language.class);

    /** Parses a text; a text with errors gives a tree with {@link #errors()}. */
    public static SyntaxTree parse(Language language, String text) {
        TreeScope scope = TreeScope.current();
        if (scope != null) {
            return new SyntaxTree(language, text, scope.read(language, text));
        }
        return NativeTrees.loaded()
                .map(trees -> new SyntaxTree(language, text, trees.read(language, text)))
                .orElseGet(() -> parseByBinding(language, text));
    }

    /** Whether a text is of the language; cheaper than {@link #parse} with {@link #valid}, because nothing is copied. */
    public static boolean parses(Language language, String text) {
        TreeScope scope = TreeScope.current();
        if (scope != null) {
            return new SyntaxTree(language, text, scope.read(language, text)).valid();
        }
        return NativeTrees.loaded()
                .map(trees -> trees.parses(language, text))
                .orElseGet(() -> parseByBinding(language, text).valid());
    }

    /** The same through the binding's own objects: slower, and right on every platform. */
    static SyntaxTree parseByBinding(Language language, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
        try (TSParser parser = new TSParser()) {
            parser.setLanguage(grammar(language));
            try (TSTree tree = parser.parse(
                    new byte[Math.min(Math.max(bytes.length, 64), 1 << 16)],
                    null,
                    (buffer, offset, point) -> {
                        int count = Math.min(buffer.length, bytes.length - offset);
                        if (count <= 0) {
                            return 0;
                        }
                        System.arraycopy(bytes, offset, buffer, 0, count);
                        return count;
                    },
                    TSInputEncoding.TSInputEncodingUTF16LE)) {
                try (TSTreeCursor cursor = new TSTreeCursor(tree.getRootNode())) {
                    return new SyntaxTree(language, text, copy(text, cursor));
                }
            }
        }
    }

    static TSLanguage grammar(Language language) {
        synchronized (GRAMMARS) {
            return GRAMMARS.computeIfAbsent(language, Language::grammar);
        }
    }

    private static SyntaxNode copy(String text, TSTreeCursor cursor) {
        SyntaxNode root = node(text, cursor);
        Deque<SyntaxNode> above = new ArrayDeque<>();
        above.push(root);
        boolean down = cursor.gotoFirstChild();
        while (down) {
            SyntaxNode node = node(text, cursor);
            above.element().add(node);
            if (cursor.gotoFirstChild()) {
                above.push(node);
                continue;
            }
            while (!cursor.gotoNextSibling()) {
                cursor.gotoParent();
                above.pop();
                if (above.isEmpty()) {
                    return root;
                }
            }
        }
        return root;
    }

    private static SyntaxNode node(String text, TSTreeCursor cursor) {
        TSNode at = cursor.currentNode();
        String field = cursor.currentFieldName();
        int start = Math.min(at.getStartByte() / 2, text.length());
        int end = Math.min(at.getEndByte() / 2, text.length());
        return new SyntaxNode(
                text, at.getType(), field == null ? "" : field, at.isNamed(), at.isMissing(), start, end);
    }

    public boolean valid() {
        return root.below() != null && !root.below().damaged() || errors().isEmpty();
    }

    /** Nodes where the text is not of the language, in the order of the text. */
    public List<SyntaxNode> errors() {
        List<SyntaxNode> found = new ArrayList<>();
        root.walk(node -> {
            if (node.missing() || node.type().equals("ERROR")) {
                found.add(node);
            }
        });
        return found;
    }

    /** Line of an offset, from 1. */
    public static int line(String text, int offset) {
        int line = 1;
        for (int i = 0; i < offset && i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }
}
