package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.GuideOutline;
import community.likeminds.agent.processors.docs.GuideOutline.Alternative;
import community.likeminds.agent.processors.docs.GuideOutline.Option;
import community.likeminds.agent.processors.docs.GuideOutline.Step;
import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the structure of a guide off its blocks. */
public final class Outlines {

    private static final Pattern NUMBERING = Pattern.compile("^(?:step\\s*)?\\d{1,3}\\s*[-.:)\\u2013\\u2014]*\\s+|^step\\s*\\d{1,3}\\s*[-.:)\\u2013\\u2014]*\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPTIONAL = Pattern.compile("(?i)[(\\[]\\s*optional\\s*[)\\]]|^optional\\b|\\boptional$");
    /** Sections with code that nobody follows step by step. */
    private static final Pattern ASIDE = Pattern.compile("(?i)^(?:next steps?|see also|further reading|troubleshooting|faqs?|reference|api(?: reference)?|changelog|what's next)\\b");
    private static final Pattern FILE = Pattern.compile("[\\w./@\\[\\]-]+\\.\\w{1,5}");

    /** Extensions of languages in which the same file is written. */
    private static final List<List<String>> LANGUAGES = List.of(
            List.of("js", "jsx", "ts", "tsx", "mjs", "cjs", "mts", "cts"), List.of("java", "kt", "groovy", "scala"), List.of("gradle", "kts"),
            List.of("properties", "yml", "yaml", "json", "toml"), List.of("css", "scss", "sass", "less"), List.of("swift", "m", "mm"));

    private Outlines() {}

    public static GuideOutline of(Page page) {
        List<Step> steps = marked(page);
        boolean stated = !steps.isEmpty();
        if (!stated) {
            steps = sections(page);
        }
        int[] stepOf = new int[page.blocks().size()];
        steps.stream().filter(step -> step.level() == 1).forEach(step -> step.blocks().forEach(block -> stepOf[block] = step.number()));
        return new GuideOutline(
                Prerequisites.of(page, steps), stated, steps, alternatives(page, stepOf), CodeStates.of(page, stepOf));
    }

    /** Steps that the page marks as such: an item of a numbered list with code, a component, a numbered heading. */
    private static List<Step> marked(Page page) {
        Map<String, List<Integer>> blocks = new LinkedHashMap<>();
        Map<String, Container> containers = new LinkedHashMap<>();
        Map<String, String> above = new LinkedHashMap<>();
        String last = "";
        for (int i = 0; i < page.blocks().size(); i++) {
            List<Container> steps = page.blocks().get(i).containers().stream().filter(one -> one.kind() == Container.Kind.STEP).toList();
            String outer = "";
            for (int depth = 0; depth < Math.min(2, steps.size()); depth++) {
                Container step = steps.get(depth);
                String key = outer + step.group() + "\0" + step.label();
                blocks.computeIfAbsent(key, none -> new ArrayList<>()).add(i);
                containers.putIfAbsent(key, step);
                above.putIfAbsent(key, outer);
                outer = key + "\0";
            }
        }
        List<Step> steps = new ArrayList<>();
        int number = 0;
        int inner = 0;
        for (Map.Entry<String, List<Integer>> one : blocks.entrySet()) {
            boolean nested = !String.valueOf(above.get(one.getKey())).isEmpty();
            number += nested ? 0 : 1;
            inner = nested && String.valueOf(above.get(one.getKey())).equals(last) ? inner + 1 : 1;
            last = nested ? String.valueOf(above.get(one.getKey())) : "";
            Container step = containers.get(one.getKey());
            steps.add(step(page, nested ? inner : number, nested ? 2 : 1, step == null ? "" : step.label(), one.getValue()));
        }
        return steps;
    }

    /** Sections of the level at which the page is divided that hold code. */
    private static List<Step> sections(Page page) {
        int level = page.blocks().stream().filter(block -> block.kind() == Block.Kind.HEADING && block.level() > 1).mapToInt(Block::level).min().orElse(0);
        List<Step> steps = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        String title = "";
        for (int i = 0; i <= page.blocks().size(); i++) {
            Block block = i < page.blocks().size() ? page.blocks().get(i) : null;
            boolean begins = block == null || block.kind() == Block.Kind.HEADING && block.level() <= level && block.level() > 0;
            if (begins) {
                boolean followed = open.stream().anyMatch(one -> page.blocks().get(one).kind() == Block.Kind.CODE)
                        && !ASIDE.matcher(title).find() && !Prerequisites.isTitle(title);
                if (followed && level > 0 && !title.isEmpty()) {
                    steps.add(step(page, steps.size() + 1, 1, title, open));
                }
                open = new ArrayList<>();
                title = block == null || block.level() < level ? "" : block.heading();
            }
            open.add(i);
        }
        return steps;
    }

    private static Step step(Page page, int number, int level, String label, List<Integer> blocks) {
        String title = OPTIONAL.matcher(NUMBERING.matcher(label).replaceFirst("")).replaceAll("").strip();
        return new Step(number, level, title, OPTIONAL.matcher(label).find(), lines(page, blocks), blocks);
    }

    private static LineRange lines(Page page, List<Integer> blocks) {
        return new LineRange(page.blocks().get(blocks.getFirst()).lines().start(), page.blocks().get(blocks.getLast()).lines().end());
    }

    private static List<Alternative> alternatives(Page page, int[] stepOf) {
        Map<String, Map<String, List<Integer>>> groups = new LinkedHashMap<>();
        for (int i = 0; i < page.blocks().size(); i++) {
            for (Container container : page.blocks().get(i).containers()) {
                if (container.kind() == Container.Kind.TAB) {
                    groups.computeIfAbsent(container.group(), key -> new LinkedHashMap<>())
                            .computeIfAbsent(container.label(), key -> new ArrayList<>()).add(i);
                }
            }
        }
        List<Alternative> found = new ArrayList<>();
        groups.forEach((group, tabs) -> {
            List<Integer> all = tabs.values().stream().flatMap(List::stream).sorted().toList();
            found.add(new Alternative(group, filesThatBelongTogether(tabs.keySet()), stepOf[all.getFirst()], lines(page, all),
                    tabs.entrySet().stream().map(tab -> new Option(tab.getKey(), tab.getValue())).toList()));
        });
        return found;
    }

    /** Different files, and not one file in several languages. */
    private static boolean filesThatBelongTogether(Set<String> labels) {
        List<String> files = labels.stream().filter(label -> FILE.matcher(label).matches()).map(Outlines::inAnyLanguage).toList();
        return labels.size() > 1 && files.size() == labels.size() && Set.copyOf(files).size() == files.size();
    }

    private static String inAnyLanguage(String file) {
        int dot = file.lastIndexOf('.');
        String extension = file.substring(dot + 1).toLowerCase(Locale.ROOT);
        return file.substring(0, dot) + "." + LANGUAGES.stream().filter(some -> some.contains(extension)).findFirst().map(some -> some.getFirst()).orElse(extension);
    }
}
