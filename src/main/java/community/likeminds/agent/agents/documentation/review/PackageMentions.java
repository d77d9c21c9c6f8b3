package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.processors.code.SourceCode;
import community.likeminds.agent.processors.code.SourceCode.ImportedName;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.Coordinates;
import community.likeminds.agent.processors.docs.Installs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the packages that snippets install, declare and import. */
final class PackageMentions {

    private static final Set<String> SHELLS =
            Set.of("", "bash", "sh", "shell", "zsh", "console", "terminal", "powershell", "npm", "yarn", "pnpm", "shellscript", "cmd", "text");
    private static final Set<String> BUILDS = Set.of("", "gradle", "groovy", "kotlin", "kts", "xml", "pom", "java");
    private static final Pattern NPM_NAME = Pattern.compile("(?:@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~][a-z0-9._~-]*");
    /** Modules of Node.js and names that bundlers and examples use in place of packages. */
    private static final Set<String> BUILT_IN = Set.of("assert", "buffer", "child_process", "cluster", "crypto", "dns", "events", "fs", "http", "http2",
            "https", "module", "net", "os", "path", "perf_hooks", "process", "punycode", "querystring", "readline", "stream", "string_decoder",
            "timers", "tls", "tty", "url", "util", "v8", "vm", "worker_threads", "zlib", "async_hooks", "src", "app", "components", "lib", "test");
    private static final Pattern EXAMPLE =
            Pattern.compile("(?i).*(?:^|[/@._-])(?:my|your|foo|bar|baz|example|some|path|placeholder|acme|xyz|custom|org|scope|package|name)(?:[/._-]|$).*|@/.*");

    private static final Pattern EXAMPLE_GROUP = Pattern.compile("(?i).*(?:example|your|mycompany|acme|foobar).*");

    private PackageMentions() {}

    /**
     * @param line on the page, from 1
     * @param ecosystem {@code npm}, {@code maven}, {@code python}, {@code pub}, ...
     * @param name of the package without sub-path
     * @param installed whether an install command or a build file names it; else it is imported
     * @param ownRepository whether the page names repositories of its own
     */
    record Mention(PageText page, int line, String ecosystem, String name, boolean installed, boolean ownRepository) {}

    static List<Mention> of(PageText page, SourceCode sourceCode) {
        List<Mention> found = new ArrayList<>();
        boolean repository = page.lines().stream().anyMatch(line -> line.contains("jitpack") || line.contains("<repository>") || line.contains("registry=")
                || line.contains("maven {") || line.contains("maven{") || line.contains("maven(") || line.contains("npm.pkg.github"));
        for (Block block : page.code()) {
            CodeBlock code = block.code();
            if (code == null) {
                continue;
            }
            String language = code.language().toLowerCase(Locale.ROOT);
            if (SHELLS.contains(language)) {
                for (Installs.Package one : Installs.of(code.code())) {
                    boolean real = !one.ecosystem().equals("npm") || NPM_NAME.matcher(one.name()).matches() && !EXAMPLE.matcher(one.name()).matches();
                    if (real) {
                        found.add(new Mention(page, line(page, block, one.name()), one.ecosystem(), one.name(), true, repository));
                    }
                }
            }
            if (BUILDS.contains(language)) {
                List<Coordinates> all = new ArrayList<>(Coordinates.maven(code.code()));
                all.addAll(Coordinates.gradle(code.code()));
                for (Coordinates one : all) {
                    if (one.name().matches("[\\w.-]+:[\\w.-]+") && !EXAMPLE_GROUP.matcher(one.group()).matches()) {
                        found.add(new Mention(page, line(page, block, one.artifact()), "maven", one.name(), true, repository));
                    }
                }
            }
            if (SnippetLanguage.of(language).filter(known -> known == SnippetLanguage.SCRIPT).isPresent()) {
                imports(page, block, code, sourceCode, found);
            }
        }
        return found;
    }

    private static void imports(PageText page, Block block, CodeBlock code, SourceCode sourceCode, List<Mention> found) {
        Set<String> seen = new HashSet<>();
        for (ImportedName one : sourceCode.imports("x.tsx", Fragment.withoutEllipses(code.code()))) {
            String name = packageOf(one.module());
            if (NPM_NAME.matcher(name).matches() && !BUILT_IN.contains(name) && !EXAMPLE.matcher(name).matches() && seen.add(one.module())) {
                found.add(new Mention(page, line(page, block, one.module()), "npm", name, false, false));
            }
        }
    }

    /** Name of the package that a module's specifier begins with. */
    static String packageOf(String module) {
        int slash = module.indexOf('/', module.startsWith("@") ? module.indexOf('/') + 1 : 0);
        return slash < 0 ? module : module.substring(0, slash);
    }

    private static int line(PageText page, Block block, String text) {
        for (int line = block.lines().start(); line <= Math.min(block.lines().end(), page.lines().size()); line++) {
            if (page.lines().get(line - 1).contains(text)) {
                return line;
            }
        }
        return block.lines().start();
    }
}
