package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.project.analysis.ClassIndex;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/** Finds the imports that a documented Java class leaves out: in its page's siblings, in the project, in published classes. */
final class JavaImports {

    private static final Pattern IMPORT = Pattern.compile("(?m)^\\s*import\\s+([\\w.]+\\.(\\w+))\\s*;");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])(@?)([A-Z]\\w*)");
    private static final Pattern TEXTS = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern DECLARED = Pattern.compile("\\b(?:class|interface|record|enum|@interface)\\s+(\\w+)");
    private static final Set<String> LANGUAGE = Set.of(
            "String", "Object", "Integer", "Long", "Double", "Float", "Boolean", "Byte", "Short", "Character", "Void", "Number", "Math", "System",
            "Override", "Deprecated", "SuppressWarnings", "FunctionalInterface", "SafeVarargs", "Exception", "RuntimeException", "Error",
            "IllegalArgumentException", "IllegalStateException", "NullPointerException", "UnsupportedOperationException", "Throwable", "Thread",
            "Runnable", "Iterable", "Comparable", "CharSequence", "StringBuilder", "Class", "Enum", "Record", "AutoCloseable", "InterruptedException",
            "T", "R", "K", "V", "E", "U");

    /** Spring's own annotations and commonest types: their simple names stand for nothing else in a Spring project. */
    static final Map<String, String> SPRING = Map.ofEntries(
            Map.entry("RestController", "org.springframework.web.bind.annotation"), Map.entry("GetMapping", "org.springframework.web.bind.annotation"),
            Map.entry("PostMapping", "org.springframework.web.bind.annotation"), Map.entry("PutMapping", "org.springframework.web.bind.annotation"),
            Map.entry("DeleteMapping", "org.springframework.web.bind.annotation"), Map.entry("PatchMapping", "org.springframework.web.bind.annotation"),
            Map.entry("RequestMapping", "org.springframework.web.bind.annotation"), Map.entry("RequestParam", "org.springframework.web.bind.annotation"),
            Map.entry("RequestBody", "org.springframework.web.bind.annotation"), Map.entry("PathVariable", "org.springframework.web.bind.annotation"),
            Map.entry("RequestHeader", "org.springframework.web.bind.annotation"), Map.entry("ResponseStatus", "org.springframework.web.bind.annotation"),
            Map.entry("Controller", "org.springframework.stereotype"), Map.entry("Service", "org.springframework.stereotype"),
            Map.entry("Component", "org.springframework.stereotype"), Map.entry("Repository", "org.springframework.stereotype"),
            Map.entry("Autowired", "org.springframework.beans.factory.annotation"), Map.entry("Value", "org.springframework.beans.factory.annotation"),
            Map.entry("Qualifier", "org.springframework.beans.factory.annotation"), Map.entry("Bean", "org.springframework.context.annotation"),
            Map.entry("Configuration", "org.springframework.context.annotation"), Map.entry("Primary", "org.springframework.context.annotation"),
            Map.entry("EnableScheduling", "org.springframework.scheduling.annotation"),
            Map.entry("Scheduled", "org.springframework.scheduling.annotation"),
            Map.entry("EnableAsync", "org.springframework.scheduling.annotation"),
            Map.entry("Async", "org.springframework.scheduling.annotation"),
            Map.entry("EnableCaching", "org.springframework.cache.annotation"),
            Map.entry("Cacheable", "org.springframework.cache.annotation"),
            Map.entry("CacheEvict", "org.springframework.cache.annotation"),
            Map.entry("EnableConfigurationProperties", "org.springframework.boot.context.properties"),
            Map.entry("ConfigurationProperties", "org.springframework.boot.context.properties"),
            Map.entry("ConfigurationPropertiesScan", "org.springframework.boot.context.properties"),
            Map.entry("ComponentScan", "org.springframework.context.annotation"),
            Map.entry("Import", "org.springframework.context.annotation"),
            Map.entry("Profile", "org.springframework.context.annotation"),
            Map.entry("Lazy", "org.springframework.context.annotation"),
            Map.entry("PropertySource", "org.springframework.context.annotation"),
            Map.entry("EventListener", "org.springframework.context.event"),
            Map.entry("Transactional", "org.springframework.transaction.annotation"),
            Map.entry("EnableTransactionManagement", "org.springframework.transaction.annotation"),
            Map.entry("ConditionalOnProperty", "org.springframework.boot.autoconfigure.condition"),
            Map.entry("ConditionalOnMissingBean", "org.springframework.boot.autoconfigure.condition"),
            Map.entry("ConditionalOnClass", "org.springframework.boot.autoconfigure.condition"),
            Map.entry("SpringBootApplication", "org.springframework.boot.autoconfigure"),
            Map.entry("CrossOrigin", "org.springframework.web.bind.annotation"),
            Map.entry("ExceptionHandler", "org.springframework.web.bind.annotation"),
            Map.entry("RestControllerAdvice", "org.springframework.web.bind.annotation"),
            Map.entry("ControllerAdvice", "org.springframework.web.bind.annotation"),
            Map.entry("ModelAttribute", "org.springframework.web.bind.annotation"),
            Map.entry("ResponseEntity", "org.springframework.http"),
            Map.entry("HttpStatus", "org.springframework.http"),
            Map.entry("MediaType", "org.springframework.http"),
            Map.entry("ApplicationRunner", "org.springframework.boot"),
            Map.entry("CommandLineRunner", "org.springframework.boot"),
            Map.entry("SpringApplication", "org.springframework.boot"));

    private final ProjectProfile project;
    private final Workspace files;
    private final GuideFinder finder;
    private final ClassIndex classes;
    private final boolean thorough;

    JavaImports(ProjectProfile project, Workspace files, GuideFinder finder, ClassIndex classes, boolean thorough) {
        this.thorough = thorough;
        this.project = project;
        this.files = files;
        this.finder = finder;
        this.classes = classes;
    }

    /**
     * @param imports qualified names, sorted
     * @param open simple names whose place cannot be told
     */
    record Found(List<String> imports, List<String> open) {}

    Found of(String code, List<String> artifacts, List<String> siblings) {
        Set<String> imports = new TreeSet<>();
        Map<String, Boolean> open = new HashMap<>();
        Matcher own = IMPORT.matcher(code);
        Set<String> known = new TreeSet<>(siblings);
        while (own.find()) {
            imports.add(own.group(1));
            known.add(own.group(2));
        }
        String bare = TEXTS.matcher(IMPORT.matcher(code).replaceAll("")).replaceAll(" ");
        DECLARED.matcher(bare).results().forEach(found -> known.add(found.group(1)));
        Matcher name = NAME.matcher(bare);
        while (name.find()) {
            String simple = name.group(2);
            // A name in capitals is a constant; a static import cannot be told from the text.
            if (!known.contains(simple) && !LANGUAGE.contains(simple) && !simple.matches("[A-Z][A-Z0-9_]+")) {
                open.merge(simple, !name.group(1).isEmpty(), Boolean::logicalOr);
            }
        }
        List<String> left = new ArrayList<>();
        open.forEach((simple, annotation) -> {
            String qualified = told(simple, annotation);
            if (qualified.isEmpty()) {
                left.add(simple);
            } else {
                imports.add(qualified);
            }
        });
        List<String> unknown = left.isEmpty() || !thorough ? List.of() : published(left, artifacts, imports);
        return new Found(List.copyOf(imports), unknown);
    }

    /** What the framework, the project or the documentation says, the project first; empty when none does. */
    private String told(String simple, boolean annotation) {
        for (String path : files.paths()) {
            if (path.endsWith(".java")) {
                Matcher matcher = IMPORT.matcher(files.text(path));
                while (matcher.find()) {
                    if (matcher.group(2).equals(simple)) {
                        return matcher.group(1);
                    }
                }
            }
        }
        String spring = SPRING.get(simple);
        if (spring != null && project.framework().equals("spring-boot")) {
            return spring + "." + simple;
        }
        Map<String, Integer> said = new HashMap<>();
        Pattern use = Pattern.compile((annotation ? "@" : "(?<![@\\w.])") + simple + "\\b");
        for (PageFacts page : finder.facts()) {
            for (Block block : page.page().blocks()) {
                if (block.kind() == Block.Kind.CODE && block.text().contains("." + simple + ";")) {
                    Matcher matcher = IMPORT.matcher(block.text());
                    while (matcher.find()) {
                        if (matcher.group(2).equals(simple)) {
                            boolean used = use.matcher(IMPORT.matcher(block.text()).replaceAll("")).find();
                            said.merge(matcher.group(1), used ? 10 : 1, Integer::sum);
                        }
                    }
                }
            }
        }
        int most = said.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<String> best = said.entrySet().stream().filter(one -> one.getValue() == most).map(Map.Entry::getKey).toList();
        return best.size() == 1 && (!annotation || most >= 10) ? best.getFirst() : "";
    }

    /** Asks about the build as it is planned: the new dependencies are on its class path. */
    private Map<String, List<String>> find(List<String> names, List<String> artifacts) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("likeminds-classes");
            Files.writeString(folder.resolve("pom.xml"), files.text(project.manifest()));
            boolean planned = project.ecosystem().equals("maven") && !files.text(project.manifest()).contains(Registry.OPEN);
            Path root = planned ? folder : Path.of(project.root());
            return classes.find(
                    new IntegrationValidator.Project(root, "", project.ecosystem(), project.packageManager(), Map.of()), Set.copyOf(names), artifacts);
        } catch (IOException error) {
            throw new UncheckedIOException("no temporary folder can be made", error);
        } finally {
            if (folder != null) {
                FileSystemUtils.deleteRecursively(folder.toFile());
            }
        }
    }

    private List<String> published(List<String> names, List<String> artifacts, Set<String> imports) {
        Map<String, List<String>> found = find(names, artifacts);
        List<String> unknown = new ArrayList<>();
        for (String name : names) {
            List<String> candidates = found.getOrDefault(name, List.of());
            if (candidates.size() == 1) {
                imports.add(candidates.getFirst());
            } else {
                unknown.add(candidates.isEmpty() ? name : name + " (" + String.join(" or ", candidates) + ")");
            }
        }
        return unknown;
    }
}
