package community.likeminds.agent.processors.code.formats;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element, a comment or a declaration of a markup text with its offsets. */
final class Element {

    /** An attribute with the offsets of its name's beginning and its value's end. */
    record Attribute(String name, String value, int start, int end) {}

    private final String text;
    private final String name;
    private final @Nullable Element parent;
    private final List<Element> children = new ArrayList<>();
    private final List<Attribute> attributes = new ArrayList<>();
    final int start;
    int nameEnd;
    int open;
    int close;
    int end;
    boolean empty;

    Element(String text, String name, @Nullable Element parent, int start) {
        this.text = text;
        this.name = name;
        this.parent = parent;
        this.start = start;
    }

    String name() {
        return name;
    }

    @Nullable Element parent() {
        return parent;
    }

    List<Element> children() {
        return children;
    }

    List<Attribute> attributes() {
        return attributes;
    }

    boolean comment() {
        return name.startsWith("!--");
    }

    /** A block of a template's own language. */
    boolean block() {
        return name.startsWith("{");
    }

    /** A document type, a processing instruction, character data. */
    boolean declaration() {
        return name.startsWith("!") || name.startsWith("?");
    }

    String attribute(String wanted) {
        return attributes.stream().filter(one -> one.name().equals(wanted)).map(Attribute::value).findFirst().orElse("");
    }

    String content() {
        return empty ? "" : text.substring(open, close);
    }

    String textOf(String child) {
        return children.stream().filter(one -> one.name.equals(child)).map(one -> one.content().strip()).findFirst().orElse("");
    }
}
