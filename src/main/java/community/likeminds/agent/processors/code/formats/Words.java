package community.likeminds.agent.processors.code.formats;

import community.likeminds.agent.processors.code.outline.Piece;
import java.util.List;

/** The words of a text, for comparing pieces whatever their white space. */
final class Words {

    private Words() {}

    static String of(String text, String separators) {
        StringBuilder words = new StringBuilder();
        for (String word : text.split(separators)) {
            if (!word.isEmpty()) {
                words.append(word).append('\u0000');
            }
        }
        return words.toString();
    }

    static Piece.Inside leaf(String shape) {
        return new Piece.Inside(shape, shape, List.of());
    }
}
