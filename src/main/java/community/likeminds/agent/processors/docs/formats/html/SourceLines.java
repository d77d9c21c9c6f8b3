package community.likeminds.agent.processors.docs.formats.html;

import java.util.Arrays;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Knows the line of every place in a text; lines end with a line feed, a carriage return or both. */
final class SourceLines {

    private final int[] starts;
    private final String text;

    SourceLines(String text) {
        this.text = text;
        int[] found = new int[Math.max(16, text.length() / 30)];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n')) {
                found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
                found[count++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, count);
    }

    /** Line of a place, from 1. */
    int at(int position) {
        int found = Arrays.binarySearch(starts, Math.max(0, Math.min(position, text.length())));
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** First line of a node, 1 when the page does not hold it itself. */
    int start(Node node) {
        return node.sourceRange().isTracked() ? at(node.sourceRange().startPos()) : 1;
    }

    /** Last line of a node. */
    int end(Node node) {
        int end = node.sourceRange().isTracked() ? node.sourceRange().endPos() : 0;
        if (node instanceof Element element && element.endSourceRange().isTracked()) {
            end = Math.max(end, element.endSourceRange().endPos());
        }
        return at(Math.max(0, end - 1));
    }
}
