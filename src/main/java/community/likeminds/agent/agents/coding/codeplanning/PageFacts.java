package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.requirementanalysis.Words;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.Coordinates;
import community.likeminds.agent.processors.docs.Installs;
import community.likeminds.agent.processors.docs.Page;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the choice of a guide needs to know of a page.
 *
 * @param page the page
 * @param name its title and path, for patterns
 * @param title normalised words of its title and file name
 * @param head normalised words of its path, headings and packages
 * @param words how often each normalised word stands in its body
 * @param packages packages that it installs or imports
 * @param ecosystems ecosystems that it has install commands or code for
 * @param hasCode whether it shows any code
 * @param showsInterface whether it shows ready-made components of an interface in use
 */
record PageFacts(
        Page page,
        String name,
        Set<String> title,
        Set<String> head,
        Map<String, Integer> words,
        Set<String> packages,
        Set<String> ecosystems,
        boolean hasCode,
        boolean showsInterface) {

    private static final Pattern IMPORTED = Pattern.compile("(?:from\\s+|require\\(\\s*|import\\s+)['\"]((?:@[\\w.-]+/)?[a-zA-Z][\\w.-]*)");

    private static final Pattern COMPONENT = Pattern.compile("<[A-Z][\\w.]*(?:\\s+[\\w@:{]|\\s*/?>)");

    /** Whether some code of the page holds a text in quotes. */
    boolean shows(String literal) {
        return page.blocks().stream().anyMatch(block -> block.kind() == Block.Kind.CODE
                && (block.text().contains('"' + literal + '"') || block.text().contains("'" + literal + "'")));
    }

    /** Words of the folders that it stands in. */
    Set<String> folders() {
        int slash = page.path().lastIndexOf('/');
        return slash < 0 ? Set.of() : Set.copyOf(Words.spread(page.path().substring(0, slash).replace('_', ' ')));
    }

    boolean installs(String ecosystem) {
        return ecosystems.contains(ecosystem);
    }

    /** The packages that belong to no framework. */
    List<String> sdks() {
        return packages.stream().filter(name -> !Snippet.framework(name)).toList();
    }

    static PageFacts of(Page page) {
        Set<String> head = new HashSet<>(Words.spread(page.path().replace('_', ' ')));
        Map<String, Integer> words = new HashMap<>();
        Set<String> packages = new LinkedHashSet<>();
        Set<String> ecosystems = new HashSet<>();
        boolean hasCode = false;
        for (Block block : page.blocks()) {
            switch (block.kind()) {
                case HEADING -> head.addAll(Words.spread(block.text()));
                case CODE -> {
                    hasCode = true;
                    readCode(block, packages, ecosystems);
                    count(block.text(), words);
                }
                case PROSE, TABLE -> count(block.text(), words);
            }
        }
        packages.forEach(name -> head.addAll(Words.spread(name)));
        if (ecosystems.isEmpty() && page.blocks().stream().anyMatch(block -> block.code() != null && block.code().language().equals("html") && PageMarkup.loads(block))) {
            // A guide for pages themselves holds for whatever project serves them.
            ecosystems.add("npm");
        }
        if (page.blocks().stream().anyMatch(PageFacts::tags)) {
            ecosystems.add("static");
        }
        String file = page.path().substring(page.path().lastIndexOf('/') + 1);
        // A README speaks for its folder.
        String named = file.toLowerCase(java.util.Locale.ROOT).startsWith("readme") || file.startsWith("index.") ? page.path() : file;
        Set<String> title = new HashSet<>(Words.spread(page.title() + " " + named));
        return new PageFacts(page, page.title() + " " + page.path().replace('_', ' '), title, head, words, packages, ecosystems, hasCode, showsInterface(page));
    }

    private static boolean tags(Block block) {
        CodeBlock code = block.code();
        return code != null && code.language().matches("html|markup|") && !MarkupSnippet.of(code.code()).parts().isEmpty();
    }

    private static boolean showsInterface(Page page) {
        return page.blocks().stream().anyMatch(block -> block.kind() == Block.Kind.CODE && Role.of(block) == Role.SCRIPT && COMPONENT.matcher(block.text()).find());
    }

    private static void count(String text, Map<String, Integer> words) {
        for (String word : Words.spread(text)) {
            if (!Words.isStop(word)) {
                words.merge(word, 1, Integer::sum);
            }
        }
    }

    private static void readCode(Block block, Set<String> packages, Set<String> ecosystems) {
        CodeBlock code = block.code();
        if (code == null) {
            return;
        }
        for (Installs.Package one : Installs.of(code.code())) {
            packages.add(one.name());
            ecosystems.add(one.ecosystem());
        }
        switch (Role.of(block)) {
            case MAVEN_DEPENDENCY -> {
                Coordinates.maven(code.code()).forEach(one -> packages.add(one.name()));
                ecosystems.addAll(List.of("maven", "gradle"));
            }
            case GRADLE_DEPENDENCY -> {
                Coordinates.gradle(code.code()).forEach(one -> packages.add(one.name()));
                ecosystems.addAll(List.of("maven", "gradle"));
            }
            case SCRIPT -> {
                ecosystems.add("npm");
                Matcher imported = IMPORTED.matcher(code.code());
                while (imported.find()) {
                    packages.add(imported.group(1));
                }
            }
            default -> {
                switch (code.language()) {
                    case "python", "py" -> ecosystems.add("python");
                    case "go", "golang" -> ecosystems.add("go");
                    case "dart" -> ecosystems.add("pub");
                    case "rust" -> ecosystems.add("cargo");
                    case "ruby", "rb" -> ecosystems.add("gem");
                    case "php" -> ecosystems.add("composer");
                    case "swift", "objc", "objective-c" -> ecosystems.addAll(List.of("cocoapods", "swiftpm"));
                    case "java", "kotlin" -> ecosystems.addAll(List.of("maven", "gradle"));
                    default -> {
                        // No ecosystem can be told from the language alone.
                    }
                }
            }
        }
    }
}
