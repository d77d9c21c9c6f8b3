package community.likeminds.agent.processors.code.formats;

import java.util.ArrayList;
import java.util.List;

/** The lines of a YAML text. */
final class YamlLines {

    private final String text;
    private final List<Integer> starts = new ArrayList<>();
    private int first;
    private int last;

    YamlLines(String text) {
        this.text = text;
        int at = 0;
        while (at < text.length()) {
            starts.add(at);
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
        }
        last = starts.size();
        boolean content = false;
        for (int i = 0; i < starts.size(); i++) {
            String line = text.substring(start(i), end(i));
            if (line.startsWith("---") || line.startsWith("...")) {
                if (content) {
                    last = i;
                    break;
                }
                first = i + 1;
            } else if (line.startsWith("%") && !content) {
                first = i + 1;
            } else if (!line.isBlank() && !line.strip().startsWith("#")) {
                content = true;
            }
        }
    }

    /** The first line of the first document. */
    int first() {
        return first;
    }

    /** The line behind the first document. */
    int last() {
        return last;
    }

    int documentEnd() {
        return last < starts.size() ? start(last) : text.length();
    }

    int start(int line) {
        return line < starts.size() ? starts.get(line) : text.length();
    }

    /** Behind the last character that is not white space. */
    int end(int line) {
        int next = line + 1 < starts.size() ? starts.get(line + 1) : text.length();
        while (next > starts.get(line) && Character.isWhitespace(text.charAt(next - 1))) {
            next--;
        }
        return next;
    }

    /** The first character that is not white space. */
    int content(int line) {
        int at = start(line);
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    String bare(int line) {
        return blank(line) ? "" : text.substring(content(line), end(line));
    }

    boolean blank(int line) {
        return end(line) <= content(line);
    }

    boolean comment(int line) {
        return !blank(line) && text.charAt(content(line)) == '#';
    }

    boolean dash(int line) {
        return !blank(line) && dashAt(content(line));
    }

    boolean dashAt(int offset) {
        return text.startsWith("-", offset) && (offset + 1 >= text.length() || Character.isWhitespace(text.charAt(offset + 1)));
    }

    boolean nothing(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!blank(i) && !comment(i)) {
                return false;
            }
        }
        return true;
    }

    /** The line behind an entry or item: what is indented deeper belongs to it, as do the items right below a key. */
    int entryEnd(int line, int to, int column, boolean item) {
        int end = line + 1;
        int at = line + 1;
        while (at < to) {
            if (blank(at) || comment(at)) {
                boolean deeper = !blank(at) && content(at) - start(at) > column;
                end = deeper ? at + 1 : end;
                at++;
                continue;
            }
            int own = content(at) - start(at);
            if (own < column || own == column && (item || !dash(at))) {
                break;
            }
            at++;
            end = at;
        }
        return end;
    }
}
