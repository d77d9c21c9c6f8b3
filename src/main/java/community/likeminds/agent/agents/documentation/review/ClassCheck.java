package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review.Level;
import community.likeminds.agent.agents.documentation.review.PackageMentions.Mention;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares the types that snippets in Java and Kotlin import with those that the documented artifacts publish in the same package. */
final class ClassCheck {

    /** Maven starts a machine of its own for every artifact. */
    private static final int MOST_ARTIFACTS = 6;
    /** A package of fewer types may be split over artifacts that are not read. */
    private static final int FEWEST_TYPES = 3;
    private static final int MOST_CANDIDATES = 3;
    private static final Pattern HISTORY = Pattern.compile("(?i).*(?:migrat|upgrad|changelog|release|legacy|deprecat|breaking|(?:^|[/_-])v\\d).*");
    private static final Pattern IMPORT = Pattern.compile("^\\s*import\\s+(?:static\\s+)?((?:[a-z_][\\w]*\\.)+)([A-Z]\\w*)(?:\\.[\\w.*]+)?\\s*(?:as\\s+\\w+\\s*)?;?\\s*(?://.*)?$");
    private static final Set<String> LANGUAGES = Set.of("java", "kotlin", "kt", "kts", "");

    private final DocumentProcessor processor;
    private final Progress progress;

    ClassCheck(DocumentProcessor processor, Progress progress) {
        this.processor = processor;
        this.progress = progress;
    }

    /** @param published {@code group:artifact} that the repository has */
    List<Draft> of(List<PageText> pages, List<Mention> mentions, Set<String> published, List<String> notChecked) {
        List<String> own = own(mentions, published);
        if (own.isEmpty()) {
            return List.of();
        }
        PublishedClasses classes = new PublishedClasses();
        int done = 0;
        for (String artifact : own) {
            progress.report("Fetching published classes", done++, own.size(), artifact);
            try {
                classes.add(processor.open("maven:" + artifact, Progress.NONE).root());
            } catch (AgentException failed) {
                notChecked.add("The published classes of " + artifact + " were not read: " + failed.fact());
            }
        }
        List<Draft> found = new ArrayList<>();
        for (PageText page : pages) {
            if (!HISTORY.matcher(page.path()).matches() && !HISTORY.matcher(page.page().title()).matches()) {
                page.code().forEach(block -> check(page, block, classes, found));
            }
        }
        return found;
    }

    /** The artifacts that pages install most, of the group that they install most from. */
    private static List<String> own(List<Mention> mentions, Set<String> published) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Integer> groups = new TreeMap<>();
        mentions.stream().filter(one -> one.ecosystem().equals("maven")).forEach(one -> {
            counts.merge(one.name(), 1, Integer::sum);
            groups.merge(group(one.name()), 1, Integer::sum);
        });
        int most = groups.values().stream().max(Integer::compare).orElse(0);
        return counts.entrySet().stream()
                .filter(one -> published.contains(one.getKey()) && 2 * groups.getOrDefault(group(one.getKey()), 0) >= most)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_ARTIFACTS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String group(String artifact) {
        return artifact.substring(0, artifact.indexOf(':'));
    }

    private static void check(PageText page, Block block, PublishedClasses classes, List<Draft> found) {
        CodeBlock code = block.code();
        if (code == null || !code.removed().isEmpty() || !LANGUAGES.contains(code.language().toLowerCase(Locale.ROOT))) {
            return;
        }
        String[] lines = code.code().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher one = IMPORT.matcher(lines[i]);
            if (!one.matches()) {
                continue;
            }
            String packageName = one.group(1).substring(0, one.group(1).length() - 1);
            String name = one.group(2);
            Set<String> there = classes.of(packageName);
            if (there.size() >= FEWEST_TYPES && !there.contains(name)) {
                List<String> near = Nearest.of(name, there, MOST_CANDIDATES);
                List<String> candidates = Stream.concat(classes.named(name).stream(), near.stream().map(type -> packageName + "." + type))
                        .distinct().limit(MOST_CANDIDATES).toList();
                found.add(Draft.of(FindingKind.SYMBOL_MISSING, Level.WARNING, page, SnippetLines.onPage(page, block, lines, i + 1), packageName + "." + name,
                                "The snippet imports " + packageName + "." + name + ", which the published artifact does not have in that package.",
                                candidates.isEmpty() ? "Use what the artifact publishes, or name the version that has it." : "Use the nearest published name.")
                        .withCandidates(candidates));
            }
        }
    }
}
