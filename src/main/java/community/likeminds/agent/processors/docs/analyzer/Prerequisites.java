package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.GuideOutline.Prerequisite;
import community.likeminds.agent.processors.docs.GuideOutline.Step;
import community.likeminds.agent.processors.docs.GuideOutline.Version;
import community.likeminds.agent.processors.docs.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a guide asks for before its first step: in sections of their own, and in sentences that say so. */
final class Prerequisites {

    private static final Pattern TITLE = Pattern.compile(
            "(?i)^(?:\\d{1,2}[.)]\\s*)?(?:pre-?\\s?requisites?|(?:system |minimum |technical )?requirements|before (?:you|we) (?:begin|start|get started)|what you(?:'ll| will)? need|you will need)\\b.{0,40}$");
    private static final Pattern SENTENCE = Pattern.compile(
            "(?i)^(?:before (?:you )?(?:begin|start|follow|continu|integrat|proceed)\\w*|this (?:guide|tutorial|page|article) (?:assumes|requires)|(?:please )?(?:make sure|ensure)(?: that)? you(?:r| have|'ve)?\\b"
                    + "|to follow (?:this|along)|you(?:'ll| will| must)? need (?:to have|an?|the)\\b|requires? )");
    private static final Pattern ACCESS = Pattern.compile(
            "(?i)\\b(?:accounts?|sign(?:ed)? up|api[ -]?keys?|access tokens?|client (?:ids?|secrets?)|secret keys?|publishable keys?|credentials?|licen[cs]e keys?|subscription|dashboard|project id|app id)\\b");
    private static final Pattern VERSION = Pattern.compile(
            "(?<![\\w./-])([A-Z][\\w+#]*(?:\\.(?:js|JS|NET|io))?(?: (?:Studio|Native|SDK|Boot|API|JS|CLI|Gradle|Gateway|Router|level|Kit))*|npm|node|yarn|pnpm|pip|iOS|macOS|minSdk(?:Version)?|compileSdk(?:Version)?|targetSdk(?:Version)?)"
                    + "(?:\\s+(?:SDK|JS))?[\\s,:]+(?:\\(?(?:API )?(?:version|level|v\\.?)?\\s*)(>=?\\s?|at least\\s|minimum\\s|\\^|~)?v?(\\d{1,4}(?:\\.\\d{1,4}){0,3}(?:\\.x)?)(?![\\w])"
                    + "(\\s?\\+|\\)?,? (?:or|and) (?:later|higher|above|newer|greater|up\\b|over))?");
    /** Words that stand before a number and are no tools. */
    private static final Set<String> NO_TOOLS = Set.of("step", "the", "version", "in", "on", "section", "chapter", "figure", "table", "at", "a", "an", "of", "to", "with", "page", "part", "day", "option", "level");
    private static final int MOST = 60;
    private static final int LONGEST = 600;

    private Prerequisites() {}

    static boolean isTitle(String heading) {
        return TITLE.matcher(heading).find();
    }

    static List<Prerequisite> of(Page page, List<Step> steps) {
        int first = steps.isEmpty() ? page.blocks().size() : steps.getFirst().blocks().getFirst();
        List<Prerequisite> found = new ArrayList<>();
        boolean announced = false;
        for (int i = 0; i < page.blocks().size() && found.size() < MOST; i++) {
            Block block = page.blocks().get(i);
            boolean section = block.headings().stream().anyMatch(Prerequisites::isTitle);
            if (block.kind() != Block.Kind.PROSE && block.kind() != Block.Kind.TABLE || block.text().length() > LONGEST
                    || in(block, Container.Kind.MODEL_INSTRUCTIONS) || in(block, Container.Kind.DETAILS)) {
                announced &= block.kind() != Block.Kind.HEADING;
                continue;
            }
            String text = block.text().strip();
            boolean says = i < first && SENTENCE.matcher(text).find();
            boolean item = in(block, Container.Kind.LIST_ITEM) || in(block, Container.Kind.STEP);
            if (section || says || announced && item) {
                boolean introduces = text.endsWith(":") && !item;
                if (!introduces) {
                    found.add(new Prerequisite(text, block.lines(), versions(text), ACCESS.matcher(text).find(), block.links()));
                }
                announced = says && introduces || announced && item;
            } else {
                announced = false;
            }
        }
        return found;
    }

    private static boolean in(Block block, Container.Kind kind) {
        return block.containers().stream().anyMatch(one -> one.kind() == kind);
    }

    static List<Version> versions(String text) {
        List<Version> versions = new ArrayList<>();
        Matcher matcher = VERSION.matcher(text.replace("`", ""));
        while (matcher.find()) {
            if (!NO_TOOLS.contains(matcher.group(1).toLowerCase(Locale.ROOT))) {
                String sign = matcher.group(2) == null ? "" : matcher.group(2).strip();
                versions.add(new Version(matcher.group(1), matcher.group(3), !sign.isEmpty() && !sign.equals("~") || matcher.group(4) != null));
            }
        }
        return versions;
    }
}
