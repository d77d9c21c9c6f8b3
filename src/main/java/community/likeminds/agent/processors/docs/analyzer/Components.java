package community.likeminds.agent.processors.docs.analyzer;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the tags and directives of the documentation generators mean. */
final class Components {

    enum Meaning {
        TABS,
        CODE_GROUP,
        TAB,
        STEPS,
        STEP,
        ADMONITION,
        DETAILS,
        /** Holds for some platforms only. */
        PLATFORM,
        SUMMARY,
        CODE,
        TABLE,
        HEADING,
        /** Neither it nor what it holds is text. */
        SKIP,
        /** Part of a line of text. */
        INLINE,
        /** Ends a paragraph, otherwise without meaning. */
        PLAIN,
        UNKNOWN
    }

    private static final Set<String> TABS = Set.of(
            "tabs", "tabgroup", "tab-group", "tabset", "tabs.root", "codetabs", "code-tabs", "tabbed", "tabview", "tabbedcontent",
            "languagetabs", "platformtabs");
    private static final Set<String> GROUPS = Set.of(
            "codegroup", "code-group", "multicodeblock", "multilangcodeblock", "codeblocktabs", "codeswitcher", "codeblockgroup",
            "codeblocks", "codesamples", "codeexamples", "requestexample", "responseexample", "codesnippets", "codetabsgroup");
    private static final Set<String> TAB = Set.of(
            "tabitem", "tab-item", "tab", "tabs.tab", "tabs.item", "tabpanel", "tab-panel", "tabs.panel", "tabscontent",
            "tabs.content", "codetab", "codeblocktab", "tab.panel", "tabs-item");
    private static final Set<String> STEPS = Set.of("steps", "stepper", "stepgroup", "steps.root", "steplist", "stepslist");
    private static final Set<String> STEP =
            Set.of("step", "steps.step", "stepperstep", "steps.item", "stepitem", "stepper.step", "step-item");
    private static final Set<String> ADMONITIONS = Set.of(
            "note", "callout", "warning", "tip", "info", "danger", "caution", "important", "alert", "admonition", "aside", "check",
            "hint", "warn", "notice", "attention", "success", "error", "remark", "example", "question", "bug", "quote",
            "abstract", "failure", "blockquote", "tldr", "seealso", "deprecated", "experimental", "minversion");
    private static final Set<String> TYPED = Set.of("callout", "alert", "admonition", "aside", "hint", "notice");
    private static final Set<String> DETAILS = Set.of(
            "details", "accordion", "expandable", "collapsible", "spoiler", "accordionitem", "accordion.item", "disclosure",
            "collapse", "expansionpanel", "toggle", "expandablesection", "collapsiblesection");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i", "img", "input", "ins",
            "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
            "picture", "source", "wbr", "link", "badge", "icon", "apilink", "anchor");
    private static final Set<String> PLAIN = Set.of(
            "p", "div", "section", "article", "header", "footer", "main", "nav", "center", "ul", "ol", "li", "dl", "dt", "dd",
            "figure", "figcaption", "hr", "html", "body", "head", "title", "meta", "form", "fieldset", "iframe", "video", "audio",
            "button", "tbody", "thead", "tr", "td", "th", "template", "cards", "cardgroup", "columns", "frame");
    private static final Set<String> SWITCHES = Set.of(
            "if", "show", "showif", "showfor", "when", "only", "unless", "platformsection", "platform", "platformonly", "forplatform", "framework", "frameworkonly",
            "frameworksection", "sdksection", "sdkonly", "inlinefilter", "filter", "conditional", "condition", "hide", "hidefor");
    private static final Map<String, Meaning> MEANINGS = meanings();

    private Components() {}

    private static Map<String, Meaning> meanings() {
        Map<String, Meaning> all = new java.util.HashMap<>();
        PLAIN.forEach(name -> all.put(name, Meaning.PLAIN));
        INLINE.forEach(name -> all.put(name, Meaning.INLINE));
        TABS.forEach(name -> all.put(name, Meaning.TABS));
        GROUPS.forEach(name -> all.put(name, Meaning.CODE_GROUP));
        TAB.forEach(name -> all.put(name, Meaning.TAB));
        STEPS.forEach(name -> all.put(name, Meaning.STEPS));
        STEP.forEach(name -> all.put(name, Meaning.STEP));
        ADMONITIONS.forEach(name -> all.put(name, Meaning.ADMONITION));
        DETAILS.forEach(name -> all.put(name, Meaning.DETAILS));
        SWITCHES.forEach(name -> all.put(name, Meaning.PLATFORM));
        all.put("summary", Meaning.SUMMARY);
        all.put("pre", Meaning.CODE);
        all.put("table", Meaning.TABLE);
        for (String skipped : new String[] {"script", "style", "svg", "noscript", "tabstrigger", "tabs.trigger"}) {
            all.put(skipped, Meaning.SKIP);
        }
        for (int level = 1; level <= 6; level++) {
            all.put("h" + level, Meaning.HEADING);
        }
        return Map.copyOf(all);
    }

    static Meaning of(String key) {
        return MEANINGS.getOrDefault(key, Meaning.UNKNOWN);
    }

    /** The meaning of a tag, which an unknown component's name or attributes may tell: {@code <Guide.Step>}, {@code <Option isStep>}. */
    static Meaning of(Tag tag) {
        Meaning meaning = of(tag.key());
        if (meaning != Meaning.UNKNOWN || !tag.component()) {
            return meaning;
        }
        String flag = tag.attributes().getOrDefault("isStep", tag.attributes().getOrDefault("is-step", "false"));
        return !flag.contains("false") || tag.key().endsWith(".step") ? Meaning.STEP : Meaning.UNKNOWN;
    }

    static boolean isAdmonition(String name) {
        return ADMONITIONS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The admonition's kind: its type where the component has one, else its name. */
    static String admonition(Tag tag) {
        String key = tag.key();
        if (TYPED.contains(key)) {
            String type = tag.text("type", "variant", "kind", "severity", "intent", "status", "style", "level", "color");
            return type.isEmpty() || type.length() > 30 ? key : type.toLowerCase(Locale.ROOT);
        }
        return key;
    }
}
