package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review.Level;
import community.likeminds.agent.agents.documentation.review.PackageMentions.Mention;
import community.likeminds.agent.processors.code.SourceCode;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import community.likeminds.agent.project.analysis.IntegrationValidator.Missing;
import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the names that snippets use with the types that their packages publish. */
final class SymbolCheck {

    private static final int MOST_PACKAGES = 6;
    private static final Pattern HISTORY = Pattern.compile("(?i).*(?:migrat|upgrad|changelog|release|legacy|deprecat|breaking|version_?s|(?:^|[/_-])v\\d).*");
    private static final Pattern TYPE = Pattern.compile("(?<![\\w.$'\"`/])([A-Z][A-Za-z0-9]{3,})\\.[A-Za-z]");
    private static final Pattern NAMED = Pattern.compile("(?:from|require\\(|import)\\s*['\"]([^'\"]+)['\"]");

    private final DocumentProcessor processor;
    private final IntegrationValidator validator;
    private final SourceCode sourceCode;
    private final Progress progress;

    SymbolCheck(DocumentProcessor processor, IntegrationValidator validator, SourceCode sourceCode, Progress progress) {
        this.processor = processor;
        this.validator = validator;
        this.sourceCode = sourceCode;
        this.progress = progress;
    }

    /** @param assumed lines before the text that the page does not have */
    record Snippet(PageText page, Block block, String text, int assumed) {}

    /** @param published packages that the registry has */
    List<Draft> of(List<PageText> pages, List<Mention> mentions, Set<String> published, List<String> notChecked) {
        List<String> own = own(mentions, published);
        if (own.isEmpty()) {
            return List.of();
        }
        Path folder = folder();
        try {
            List<String> ready = new ArrayList<>();
            for (String name : own) {
                progress.report("Fetching published types", ready.size(), own.size(), name);
                if (fetch(name, folder, notChecked)) {
                    ready.add(name);
                }
            }
            return compare(folder, pages, ready, usual(mentions, ready), notChecked);
        } finally {
            delete(folder);
        }
    }

    /** The packages of the publisher that the snippets import from most, and of those that come near it. */
    private static List<String> own(List<Mention> mentions, Set<String> published) {
        Map<String, Integer> publishers = new HashMap<>();
        Map<String, Integer> packages = new TreeMap<>();
        for (Mention one : mentions) {
            if (one.ecosystem().equals("npm")) {
                publishers.merge(publisher(one.name()), 1, Integer::sum);
                packages.merge(one.name(), 1, Integer::sum);
            }
        }
        int most = publishers.values().stream().max(Integer::compare).orElse(0);
        return packages.entrySet().stream()
                .filter(one -> published.contains(one.getKey()) && 2 * publishers.getOrDefault(publisher(one.getKey()), 0) >= most)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_PACKAGES).map(Map.Entry::getKey).toList();
    }

    private static String publisher(String name) {
        return name.startsWith("@") ? name.substring(0, name.indexOf('/')) : name;
    }

    private boolean fetch(String name, Path folder, List<String> notChecked) {
        try {
            Path root = processor.open("npm:" + name, progress).root();
            copy(root, folder.resolve("node_modules").resolve(name));
            return true;
        } catch (AgentException failed) {
            notChecked.add("The published types of " + name + " were not read: " + failed.fact());
            return false;
        }
    }

    private List<Draft> compare(
            Path folder, List<PageText> pages, List<String> packages, Map<String, String> usual, List<String> notChecked) {
        Map<String, Snippet> snippets = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (PageText page : pages) {
            if (!page.isMarkdown() || HISTORY.matcher(page.path()).matches() || HISTORY.matcher(page.page().title()).matches()) {
                continue;
            }
            for (Block block : page.code()) {
                CodeBlock code = block.code();
                boolean script = code != null && SnippetLanguage.of(code.language()).filter(one -> one == SnippetLanguage.SCRIPT).isPresent();
                if (code == null || !script || !code.removed().isEmpty()) {
                    continue;
                }
                String text = Fragment.withoutEllipses(code.code());
                String path = "snippet" + snippets.size() + ".tsx";
                String assumed = uses(text, packages) ? "" : assumed(text, usual.getOrDefault(NameCheck.sdk(page), usual.getOrDefault(place(page), "")));
                if ((uses(text, packages) || !assumed.isEmpty()) && sourceCode.check(path, assumed + text).isEmpty()) {
                    snippets.put(path, new Snippet(page, block, text, assumed.isEmpty() ? 0 : 1));
                    texts.put(path, assumed + text);
                }
            }
        }
        progress.report("Comparing with published types", 0, texts.size(), "");
        IntegrationValidator.Symbols symbols =
                validator.symbols(new Project(folder, "", "npm", "npm", Map.of()), texts, packages);
        if (symbols.check().status() == IntegrationValidator.Status.NOT_POSSIBLE && !packages.isEmpty()) {
            notChecked.add("Snippets were not compared with published types: " + symbols.check().detail());
        }
        DeprecatedCheck deprecated = new DeprecatedCheck(
                packages.stream().collect(Collectors.toMap(name -> name, name -> DeprecatedNames.of(folder.resolve("node_modules").resolve(name)))));
        List<Draft> found = new ArrayList<>();
        symbols.missing().stream().filter(one -> one.line() > snippet(snippets, one).assumed()).forEach(one -> found.add(draft(snippet(snippets, one), one)));
        snippets.values().forEach(one -> found.addAll(deprecated.of(one)));
        return found;
    }

    private static Snippet snippet(Map<String, Snippet> snippets, Missing missing) {
        return java.util.Objects.requireNonNull(snippets.get(missing.path()));
    }

    /** Where a page stands: one without any import does not tell its SDK itself. */
    private static String place(PageText page) {
        return page.top() + "|" + page.page().platform();
    }

    /** The package that is named most, by SDK and by place. */
    private static Map<String, String> usual(List<Mention> mentions, List<String> packages) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        mentions.stream().filter(one -> packages.contains(one.name()))
                .forEach(one -> Set.of(NameCheck.sdk(one.page()), place(one.page()))
                        .forEach(pages -> counts.computeIfAbsent(pages, key -> new TreeMap<>()).merge(one.name(), 1, Integer::sum)));
        Map<String, String> usual = new HashMap<>();
        counts.forEach((sdk, some) -> usual.put(sdk, java.util.Collections.max(some.entrySet(), Map.Entry.comparingByValue()).getKey()));
        return usual;
    }

    /** An import of the types whose members a snippet without imports uses, on one line; what the package does not export does no harm. */
    private static String assumed(String text, String name) {
        if (name.isEmpty() || text.contains("import ") || text.contains("require(")) {
            return "";
        }
        Set<String> types = new TreeSet<>();
        Matcher type = TYPE.matcher(text);
        while (type.find()) {
            types.add(type.group(1));
        }
        types.removeIf(one -> Pattern.compile("\\b(?:class|const|let|var|function|interface|type|enum)\\s+" + one + "\\b").matcher(text).find());
        return types.isEmpty() ? "" : "import { " + String.join(", ", types) + " } from '" + name + "';\n";
    }

    private static boolean uses(String code, List<String> packages) {
        Matcher named = NAMED.matcher(code);
        while (named.find()) {
            if (packages.contains(PackageMentions.packageOf(named.group(1)))) {
                return true;
            }
        }
        return false;
    }

    private static Draft draft(Snippet snippet, Missing missing) {
        int line = SnippetLines.onPage(snippet.page(), snippet.block(), snippet.text(), missing.line() - snippet.assumed());
        return Draft.of(FindingKind.SYMBOL_MISSING, missing.unambiguous() ? Level.ERROR : Level.WARNING, snippet.page(), line, missing.symbol(),
                        "The snippet uses " + missing.symbol() + ", which the published package does not have.",
                        missing.candidates().isEmpty() ? "Use what the package publishes, or name the version that has it." : "Use the nearest published name.")
                .withCandidates(missing.candidates());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("published-types-").toRealPath();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
