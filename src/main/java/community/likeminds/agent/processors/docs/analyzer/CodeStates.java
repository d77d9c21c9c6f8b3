package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.FileHint;
import community.likeminds.agent.processors.docs.GuideOutline.CodeState;
import community.likeminds.agent.processors.docs.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the states that a guide's code goes through: what a later block shows again, with more to it. */
final class CodeStates {

    /** Fewer lines than that say too little to be recognised. */
    private static final int FEWEST_LINES = 3;
    private static final double SHOWN_AGAIN = 0.8;
    private static final int MOST = 400;

    private CodeStates() {}

    private record Shown(int block, CodeBlock code, Set<String> lines, Map<String, String> tabs) {

        String file() {
            FileHint hint = code.file();
            return hint == null ? "" : hint.path();
        }
    }

    static List<CodeState> of(Page page, int[] stepOf) {
        List<Shown> shown = new ArrayList<>();
        for (int i = 0; i < page.blocks().size() && shown.size() < MOST; i++) {
            Block block = page.blocks().get(i);
            boolean aside = block.containers().stream().anyMatch(one -> one.kind() == Container.Kind.MODEL_INSTRUCTIONS);
            if (block.code() != null && !aside) {
                shown.add(new Shown(i, block.code(), lines(block.code()), tabs(block)));
            }
        }
        List<CodeState> states = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Shown one = shown.get(i);
            states.add(new CodeState(one.block(), page.blocks().get(one.block()).lines(), one.code().language(), one.file(), stepOf[one.block()], later(shown, i)));
        }
        return states;
    }

    private static int later(List<Shown> shown, int index) {
        Shown early = shown.get(index);
        if (early.lines().size() < FEWEST_LINES) {
            return -1;
        }
        for (Shown late : shown.subList(index + 1, shown.size())) {
            boolean comparable = late.code().language().equals(early.code().language()) && !excludeEachOther(early, late)
                    && (early.file().isEmpty() || late.file().isEmpty() || early.file().equals(late.file()));
            if (comparable && late.lines().size() >= early.lines().size()) {
                long again = early.lines().stream().filter(late.lines()::contains).count();
                if (again >= SHOWN_AGAIN * early.lines().size()) {
                    return late.block();
                }
            }
        }
        return -1;
    }

    /** Tabs of one set are alternatives: nobody gets from one to the other. */
    private static boolean excludeEachOther(Shown one, Shown other) {
        return one.tabs().entrySet().stream().anyMatch(tab -> other.tabs().containsKey(tab.getKey()) && !tab.getValue().equals(other.tabs().get(tab.getKey())));
    }

    private static Map<String, String> tabs(Block block) {
        Map<String, String> tabs = new HashMap<>();
        block.containers().stream().filter(one -> one.kind() == Container.Kind.TAB).forEach(one -> tabs.put(one.group(), one.label()));
        return tabs;
    }

    /** The lines that say something: no brackets on their own, no comments, nothing that is to be removed. */
    private static Set<String> lines(CodeBlock code) {
        Set<String> lines = new HashSet<>();
        int number = 0;
        for (String line : code.code().split("\n", -1)) {
            number++;
            String plain = line.strip();
            boolean comment = plain.startsWith("//") || plain.startsWith("#") || plain.startsWith("/*") || plain.startsWith("*") || plain.startsWith("<!--");
            if (plain.length() > 2 && !comment && !plain.contains("...") && plain.chars().anyMatch(Character::isLetter) && !code.removed().contains(number)) {
                lines.add(plain);
            }
        }
        return lines;
    }
}
