package community.likeminds.agent.processors.code.analyzer;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The comments of a text, and which of them documents what follows. Grammars hang comments into odd places, so their place in the text counts. */
final class Comments {

    private static final Pattern MARKS = Pattern.compile("^\\s*(?:/\\*\\*?!?|\\*/|\\*|///?!?|//!|#+!?|<!--|--)[ \\t]?");
    private static final Pattern END = Pattern.compile("\\s*(?:\\*+/|-->)\\s*$");
    private static final Pattern DIRECTIVE =
            Pattern.compile("(?i)^(?:eslint|prettier|ts-|@ts-|noinspection|noqa|pylint|type:|swiftlint|ktlint|nolint|go:|mark:|pragma|rubocop|ignore:|region|endregion).*");

    private final String text;
    private final Map<Integer, SyntaxNode> byEnd = new HashMap<>();

    Comments(String text, List<SyntaxNode> comments) {
        this.text = text;
        for (SyntaxNode comment : comments) {
            int end = comment.end();
            while (end > comment.start() && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            byEnd.put(end, comment);
        }
    }

    /** The comments directly above an offset, in their order; empty when something or an empty line is between. */
    List<SyntaxNode> above(int offset) {
        List<SyntaxNode> found = new ArrayList<>();
        int at = offset;
        while (true) {
            int end = at;
            int feeds = 0;
            while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
                feeds += text.charAt(end - 1) == '\n' ? 1 : 0;
                end--;
            }
            SyntaxNode comment = byEnd.get(end);
            if (comment == null || !firstOnLine(comment.start())) {
                return found;
            }
            boolean block = comment.text().startsWith("/*");
            if (feeds > (block && comment.text().startsWith("/**") && found.isEmpty() ? 2 : 1) || block && !found.isEmpty()) {
                return found;
            }
            found.addFirst(comment);
            at = comment.start();
            if (block) {
                return found;
            }
        }
    }

    private boolean firstOnLine(int start) {
        for (int i = start - 1; i >= 0 && text.charAt(i) != '\n'; i--) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** What comments say, without their marks. */
    static String plain(List<SyntaxNode> comments) {
        StringBuilder plain = new StringBuilder();
        comments.forEach(comment -> comment.text().lines().forEach(line -> {
            String bare = END.matcher(MARKS.matcher(END.matcher(line).replaceFirst("")).replaceFirst("")).replaceFirst("").stripTrailing();
            if (!DIRECTIVE.matcher(bare.strip()).matches()) {
                plain.append(bare).append('\n');
            }
        }));
        String said = plain.toString().strip();
        return said.chars().anyMatch(Character::isLetter) ? said : "";
    }

    /** What a string that documents says, without quotes and indentation. */
    static String docstring(String literal) {
        return literal.replaceFirst("^[rRuUbBfF]*(\"\"\"|'''|\"|')", "").replaceFirst("(\"\"\"|'''|\"|')$", "").stripIndent().strip()
                .lines().map(String::strip).reduce((a, b) -> a + "\n" + b).orElse("");
    }
}
