package community.likeminds.agent.processors.code.formats;

import java.util.List;
import java.util.stream.Collectors;

/** The blocks of a component file or of a documented component: scripts, markup, styles. */
public final class ComponentBlocks {

    private final String text;
    private final MarkupParser parser;

    private ComponentBlocks(String text) {
        this.text = text;
        this.parser = new MarkupParser(text, MarkupKind.TEMPLATE);
    }

    public static ComponentBlocks of(String text) {
        return new ComponentBlocks(text);
    }

    /** Why the text is no component, or empty. */
    public String error() {
        return parser.error();
    }

    private List<Element> named(String name) {
        return parser.root().children().stream().filter(one -> one.name().equals(name)).toList();
    }

    /** Whether there is nothing but code, without a tag that begins a block. */
    public boolean plain() {
        return !text.stripLeading().startsWith("<") || named("script").isEmpty() && named("template").isEmpty() && named("style").isEmpty()
                && !text.strip().endsWith(">") || !parser.error().isEmpty();
    }

    private List<Element> scripts() {
        List<Element> all = named("script");
        List<Element> setup = all.stream().filter(one -> one.attributes().stream().anyMatch(each -> each.name().equals("setup"))).toList();
        return setup.isEmpty() ? all : setup;
    }

    public String script() {
        return scripts().isEmpty() ? "" : scripts().getFirst().content();
    }

    /** The opening tag of the script. */
    public String scriptTag() {
        return text.substring(scripts().getFirst().start, scripts().getFirst().open);
    }

    /** Whether the script is set-up code of Vue. */
    public boolean setup() {
        return named("script").stream().anyMatch(one -> one.attributes().stream().anyMatch(each -> each.name().equals("setup")));
    }

    /** Whether the script declares a component's options. */
    public boolean options() {
        return !named("script").isEmpty() && !setup() && script().contains("export default");
    }

    /** What is shown: the content of Vue's template, elsewhere all that is neither script nor style. */
    public String markup(boolean vue) {
        if (vue) {
            return named("template").stream().map(Element::content).collect(Collectors.joining("\n"));
        }
        StringBuilder rest = new StringBuilder(text);
        parser.root().children().reversed().stream().filter(one -> one.name().equals("script") || one.name().equals("style"))
                .forEach(one -> rest.delete(one.start, one.end));
        return rest.toString();
    }

    /** Style blocks with their tags. */
    public List<String> styleBlocks() {
        return named("style").stream().map(one -> text.substring(one.start, one.end)).toList();
    }

    public String styles() {
        return String.join("\n", styleBlocks());
    }
}
