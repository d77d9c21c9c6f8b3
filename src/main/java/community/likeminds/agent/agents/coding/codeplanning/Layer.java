package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.requirementanalysis.Wish;
import java.util.regex.Pattern;

/** Which layer of an SDK a request wants: ready-made components, or data to show in components of its own. */
enum Layer {
    INTERFACE,
    DATA,
    EITHER;

    private static final Pattern READY_MADE = Pattern.compile(
            "\\b(?:ui[ -]?kit|ready[ -]made|pre-?built|drop-in|out of the box|(?:their|its|the) (?:ui |react |vue )?components?|widgets?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile(
            "\\b(?:data (?:sdk|layer|library|package)|headless|without (?:the|their|any) (?:ui|components?)|(?:own|custom) (?:ui|interface|components?)|low[ -]level|client only)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DATA_PATH = Pattern.compile("(?i)(?:^|/)(?:data|headless|client|core-api)(?:/|$)|headless");

    static Layer of(Wish wish) {
        // "Not the ready-made kit" wants the other one: the negated words are no wish.
        boolean bare = BARE.matcher(wish.text()).find();
        boolean ready = READY_MADE.matcher(wish.text()).find() && !wish.unwanted().contains("kit") && !wish.unwanted().contains("made");
        return bare ? DATA : ready ? INTERFACE : EITHER;
    }

    /** What a page's score gains or loses by it. */
    double fit(PageFacts page) {
        boolean data = DATA_PATH.matcher(page.page().path()).find();
        return switch (this) {
            case INTERFACE -> (page.showsInterface() ? 0.12 : -0.12) - (data ? 0.1 : 0);
            case DATA -> (page.showsInterface() ? -0.1 : 0.05) + (data ? 0.1 : 0);
            // Who names no layer wants to see something.
            case EITHER -> data ? -0.08 : 0;
        };
    }
}
