package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.processors.code.DocumentedCode;
import community.likeminds.agent.processors.code.SnippetParts;
import community.likeminds.agent.processors.code.SourceCode;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.FileHint;
import community.likeminds.agent.processors.docs.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script block of a guide, read.
 *
 * @param block as the page has it
 * @param code its code block
 * @param text its code without removed lines, with the imports of earlier blocks that it takes for granted
 * @param parts what the text consists of
 * @param citation where it stands
 * @param position of the block among the blocks of the page
 */
record Snippet(Block block, CodeBlock code, String text, SnippetParts parts, Citation citation, int position) {

    private static final Set<String> SERVERS = Set.of("express", "fastify", "Fastify", "Hono", "Koa", "NestFactory.create");

    /** Packages that belong to a platform or framework rather than to an SDK. */
    private static final Pattern FRAMEWORK = Pattern.compile(
            "react|react-dom|react-native|next|vue|nuxt|svelte|vite|express|fastify|koa|hono|typescript|webpack|rollup|astro|expo|preact|solid-js|expo-router|@hono/node-server|@solidjs/.*|"
                    + "@vitejs/.*|@sveltejs/.*|@angular/.*|@types/.*|@remix-run/.*|@nestjs/.*|react-router|react-router-dom|@react-navigation/.*|"
                    + "@tanstack/react-router|@react-native/.*|@preact/.*|@prefresh/.*|vue-router|dotenv|body-parser|node:.*|"
                    + "fs|path|http|https|url|util|crypto|os|stream|events|child_process|assert|zlib|net|process|buffer|virtual:.*");

    /** {@code app.register(import('plugin'), ...)}, {@code app.use(require('middleware')())}. */
    private static final Pattern REGISTERED = Pattern.compile("(\\.(?:register|use)\\(\\s*)(?:await\\s+)?(?:import|require)\\(\\s*['\"]([@\\w][^'\"]*)['\"]\\s*\\)");

    private static final Pattern APART = Pattern.compile("pageProps\\s*:\\s*\\{\\s*(\\w+(?:\\s*,\\s*\\w+)*)\\s*,\\s*\\.{3}pageProps\\s*,?\\s*\\}");

    private static final Pattern FILE_IN_COMMENT = Pattern.compile(
            "\\s*(?://|/\\*+|<!--)[^\\n]*?(?:\\b(?:file|in|called|named)\\b[^\\n]*?[\\s`'\":])((?:[\\w@.\\[\\]()-]+/)+[\\w.\\[\\]-]+\\.(?:[cm]?[jt]sx?|vue|svelte))(?=[\\s`'\"*]|$)");

    /** What a configuration loads by its name. */
    private static final Pattern LISTED = Pattern.compile("\\b(?:modules|buildModules|presets|integrations)\\s*:\\s*\\[([^\\]]*)\\]");

    private static final Pattern QUOTED = Pattern.compile("['\"]([^'\"\\s]+)['\"]");

    /** Directives such as {@code 'use client'} hold only at the very beginning of a file, comments aside. */
    private static final Pattern DIRECTIVES = Pattern.compile("(?:\\s*(?://[^\\n]*\\n\\s*)*(?:'use \\w+'|\"use \\w+\");?[ \\t]*\\n)+");

    /** @param shown the block's code as it fits the project */
    static Snippet of(
            Page page, Block block, CodeBlock shown, DocumentedCode reader, List<Snippet> earlier, PackageFinder packages, Set<String> installed) {
        CodeBlock code = hinted(shown);
        String own = imported(ofPageProps(kept(code).code()));
        SnippetParts parts = reader.describe(own, code.language());
        String imports = context(parts, earlier, packages, installed);
        Matcher directives = DIRECTIVES.matcher(own);
        int start = directives.lookingAt() ? directives.end() : 0;
        String text = own.substring(0, start) + imports + own.substring(start);
        return new Snippet(
                block, code, text, imports.isEmpty() ? parts : reader.describe(text, code.language()), page.cite(block), earlier.size());
    }

    /** What Next's application takes out of the properties of a page, read from them where it is used. */
    private static String ofPageProps(String code) {
        Matcher apart = APART.matcher(code);
        if (!apart.find()) {
            return code;
        }
        String text = apart.replaceFirst("pageProps");
        for (String name : apart.group(1).split("\\s*,\\s*")) {
            text = text.replaceAll("=\\{\\s*" + Pattern.quote(name.strip()) + "\\s*\\}", Matcher.quoteReplacement("={pageProps." + name.strip() + "}"));
        }
        return text;
    }

    /** A plugin that is imported where it is registered, imported like everything else. */
    private static String imported(String code) {
        Matcher found = REGISTERED.matcher(code);
        StringBuilder imports = new StringBuilder();
        String text = found.replaceAll(one -> {
            String module = one.group(2);
            String last = camel(module.substring(module.indexOf('/') + 1));
            boolean taken = last.equals("fastify") || Pattern.compile("\\b" + Pattern.quote(last) + "\\b").matcher(code.replace(module, "")).find();
            String local = taken ? camel(module) + (module.startsWith("@") ? "" : "Plugin") : last;
            imports.append("import ").append(local).append(" from '").append(module).append("';\n");
            return Matcher.quoteReplacement(one.group(1) + local);
        });
        return imports + text;
    }

    private static String camel(String text) {
        StringBuilder name = new StringBuilder();
        for (String word : text.split("[^A-Za-z0-9]+")) {
            name.append(name.isEmpty() || word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }

    /** A block that no hint belongs to may say in a sentence of its first line what its file is called. */
    private static CodeBlock hinted(CodeBlock code) {
        Matcher said = FILE_IN_COMMENT.matcher(code.code());
        return !code.files().isEmpty() || !said.lookingAt() ? code
                : new CodeBlock(code.language(), code.code(), code.metadata(), List.of(new FileHint(said.group(1), FileHint.Origin.COMMENT)), code.highlighted(), code.removed());
    }

    /** Whether the code says of itself that it runs in browsers. */
    boolean client() {
        Matcher directives = DIRECTIVES.matcher(text);
        return directives.lookingAt() && directives.group().contains("use client");
    }

    /** The code without the lines that the page marks as removed. */
    static CodeBlock kept(CodeBlock code) {
        if (code.removed().isEmpty()) {
            return code;
        }
        StringBuilder kept = new StringBuilder();
        int number = 0;
        for (String line : code.code().lines().toList()) {
            if (!code.removed().contains(++number)) {
                kept.append(line).append('\n');
            }
        }
        return new CodeBlock(code.language(), kept.toString(), code.metadata(), code.files(), List.of(), List.of());
    }

    /** Imports for the names that a block uses without importing them: of earlier blocks, else of any page. */
    private static String context(SnippetParts parts, List<Snippet> earlier, PackageFinder packages, Set<String> installed) {
        StringBuilder imports = new StringBuilder();
        Set<String> open = new TreeSet<>(parts.missing());
        for (Snippet one : earlier) {
            for (SourceCode.ImportedName name : one.parts().imports()) {
                String local = name.alias().isEmpty() ? name.name() : name.alias();
                if (!name.module().startsWith(".") && open.remove(local)) {
                    imports.append(statement(name, local));
                }
            }
        }
        for (String name : open) {
            String module = Character.isUpperCase(name.charAt(0)) || name.length() > 6 ? packages.moduleOf(name, installed) : "";
            if (!module.isEmpty()) {
                imports.append("import { ").append(name).append(" } from '").append(module).append("';\n");
            }
        }
        return imports.toString();
    }

    static String statement(SourceCode.ImportedName one, String local) {
        String what = switch (one.name()) {
            case "default" -> local;
            case "*" -> "* as " + local;
            default -> one.name().equals(local) ? "{ " + local + " }" : "{ " + one.name() + " as " + local + " }";
        };
        return "import " + (one.typeOnly() ? "type " : "") + what + " from '" + one.module() + "';\n";
    }

    /** Name of the package of a module specifier, or empty for relative, aliased and built-in ones. */
    static String packageOf(String module) {
        if (module.startsWith(".") || module.startsWith("/") || module.startsWith("@/") || module.startsWith("~") || module.startsWith("#") || module.startsWith("$") || module.contains(":")) {
            return "";
        }
        String[] segments = module.split("/");
        return module.startsWith("@") && segments.length > 1 ? segments[0] + "/" + segments[1] : segments[0];
    }

    static boolean framework(String name) {
        return name.isEmpty() || FRAMEWORK.matcher(name).matches();
    }

    /** Packages of the SDK that the snippet imports, sub-paths cut off. */
    Set<String> packages() {
        Set<String> names = new TreeSet<>();
        for (SourceCode.ImportedName one : parts.imports()) {
            String name = packageOf(one.module());
            if (!framework(name)) {
                names.add(name);
            }
        }
        if (parts.exportsConfig()) {
            LISTED.matcher(code.code()).results().flatMap(list -> QUOTED.matcher(list.group(1)).results()).map(quoted -> packageOf(quoted.group(1)))
                    .filter(name -> !framework(name)).forEach(names::add);
        }
        return names;
    }

    boolean imports(String name) {
        return parts.imports().stream().anyMatch(one -> packageOf(one.module()).equals(name));
    }

    boolean serverCall() {
        return parts.calls().stream().anyMatch(call -> SERVERS.contains(call.receiverMaker()));
    }

    /** Whether it calls upon something that it does not make, so that the project has to say what it is. */
    boolean callsUnknown() {
        return parts.calls().stream().anyMatch(call -> call.receiverMaker().isEmpty() && !call.receiver().isEmpty());
    }

    /** Whether a wrapper goes around {@code children}, as in a layout. */
    boolean wrapsChildren() {
        return parts.wrappers().stream().anyMatch(SnippetParts.Element::aroundChildren);
    }

    /** Whether something of it is put to use in the file that it belongs to. */
    boolean takesPlace() {
        return !parts.wrappers().isEmpty() || !parts.leaves().isEmpty() || !parts.calls().isEmpty();
    }

    /** Name of the component that a whole file is about, or empty. */
    String component() {
        return parts.wholeFile() ? parts.component() : "";
    }

    /** SDK names that stand in a project once the snippet is applied. */
    List<String> marks() {
        List<String> names = new ArrayList<>();
        parts.wrappers().forEach(one -> names.add(one.tag()));
        parts.leaves().forEach(one -> names.add(one.tag()));
        parts.made().stream().filter(SnippetParts.Made::topLevel).forEach(one -> names.add(one.exported()));
        return names.stream().distinct().toList();
    }
}
