package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sections of the chosen guide whose code is no step of what is asked for: said with the reason, so that nobody takes them for done. */
final class NotFollowed {

    /** More sections than these are the page's reference, which its table of contents shows better. */
    private static final int MOST = 6;

    /** Why the code of a section is not followed. */
    enum Reason {
        LATER("no part of the set-up"),
        OPTIONAL("optional, and the request does not ask for it"),
        UNWANTED("the request leaves it out"),
        CONDITION("on a condition that does not hold here"),
        FOLDED("an aside of the page"),
        VARIANT("another way to do what a step before it does"),
        EXAMPLE("an example of its use, of which nothing belongs into a file by itself");

        private final String says;

        Reason(String says) {
            this.says = says;
        }
    }

    private record Section(String heading, Reason reason) {}

    private @Nullable Block first;
    private final Map<Section, int[]> sections = new LinkedHashMap<>();

    /** Takes note of code that could be applied to a project. */
    void add(Block block, Reason reason) {
        if (first == null && reason != Reason.UNWANTED && Role.of(block) == Role.SCRIPT) {
            first = block;
        }
        int[] lines = sections.computeIfAbsent(new Section(block.heading(), reason), key -> new int[] {block.lines().start(), block.lines().end()});
        lines[1] = Math.max(lines[1], block.lines().end());
    }

    /** The first script that is no step, but for what the request leaves out. */
    Optional<Block> first() {
        return Optional.ofNullable(first);
    }

    /** One sentence for each reason. */
    List<String> sentences(Page page) {
        List<String> sentences = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            List<String> shown = sections.entrySet().stream().filter(one -> one.getKey().reason() == reason)
                    .map(one -> "\"" + (one.getKey().heading().isEmpty() ? page.title() : one.getKey().heading()) + "\" (lines " + one.getValue()[0] + "-" + one.getValue()[1] + ")").toList();
            if (!shown.isEmpty()) {
                String more = shown.size() > MOST ? " and " + (shown.size() - MOST) + " more" : "";
                sentences.add("Not applied from " + page.path() + ": " + String.join(", ", shown.subList(0, Math.min(MOST, shown.size()))) + more + "; " + reason.says + ".");
            }
        }
        return sentences;
    }
}
