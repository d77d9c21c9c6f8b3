package community.likeminds.agent.processors.code.manifests;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element of an XML text with its offsets; comments and attributes stay in the text only. */
final class XmlElement {

    private final String name;
    private final int start;
    private int contentStart;
    private int contentEnd;
    private int end;
    private final List<XmlElement> children = new ArrayList<>();

    private XmlElement(String name, int start) {
        this.name = name;
        this.start = start;
    }

    String name() {
        return name;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int contentStart() {
        return contentStart;
    }

    int contentEnd() {
        return contentEnd;
    }

    List<XmlElement> children() {
        return children;
    }

    @Nullable XmlElement child(String wanted) {
        return children.stream().filter(one -> one.name.equals(wanted)).findFirst().orElse(null);
    }

    String textOf(String wanted, String source) {
        XmlElement child = child(wanted);
        return child == null ? "" : source.substring(child.contentStart, child.contentEnd).strip();
    }

    /** The root element of a text, or null when its tags do not match. */
    static @Nullable XmlElement parse(String text) {
        List<XmlElement> open = new ArrayList<>();
        XmlElement root = null;
        int at = text.indexOf('<');
        while (at >= 0) {
            int next;
            if (text.startsWith("<!--", at)) {
                next = after(text, "-->", at);
            } else if (text.startsWith("<![CDATA[", at)) {
                next = after(text, "]]>", at);
            } else if (text.startsWith("<?", at) || text.startsWith("<!", at)) {
                next = after(text, ">", at);
            } else if (text.startsWith("</", at)) {
                next = after(text, ">", at);
                if (next < 0 || open.isEmpty()) {
                    return null;
                }
                XmlElement closed = open.removeLast();
                if (!text.substring(at + 2, next - 1).strip().equals(closed.name)) {
                    return null;
                }
                closed.contentEnd = at;
                closed.end = next;
            } else {
                next = after(text, ">", at);
                if (next < 0) {
                    return null;
                }
                String tag = text.substring(at + 1, next - 1);
                XmlElement element = new XmlElement(tag.replaceFirst("/$", "").strip().split("\\s", 2)[0], at);
                element.contentStart = next;
                element.contentEnd = next;
                element.end = next;
                if (open.isEmpty() && root == null) {
                    root = element;
                } else if (!open.isEmpty()) {
                    open.getLast().children.add(element);
                } else {
                    return null;
                }
                if (!tag.endsWith("/")) {
                    open.add(element);
                }
            }
            if (next < 0) {
                return null;
            }
            at = text.indexOf('<', next);
        }
        return open.isEmpty() ? root : null;
    }

    private static int after(String text, String mark, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? -1 : at + mark.length();
    }
}
