package community.likeminds.agent.project.analysis;

import community.likeminds.agent.processors.code.SourceCode;
import community.likeminds.agent.processors.code.SourceCode.ImportedName;
import community.likeminds.agent.processors.code.SourceCode.SymbolUse;
import community.likeminds.agent.project.analysis.IntegrationValidator.Missing;
import community.likeminds.agent.project.analysis.declarations.Answer;
import community.likeminds.agent.project.analysis.declarations.DeclarationGraph;
import community.likeminds.agent.project.analysis.declarations.DeclarationGraph.Loaded;
import community.likeminds.agent.project.analysis.declarations.Thing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares the names that files use with the names that packages publish. Made for one check. */
final class SymbolCheck {

    private static final Pattern LAST_NAME = Pattern.compile("([\\w$]+)\\s*\\??\\.\\s*$");

    private final SourceCode sourceCode;
    private final DeclarationGraph graph;
    private final List<String> packages;

    final List<Missing> missing = new ArrayList<>();
    final Set<String> notInstalled = new TreeSet<>();
    final Set<String> untyped = new TreeSet<>();
    final Set<String> read = new TreeSet<>();
    int names;
    /** Imports of the file that have another form now, {@code module#name}: what is done with them is looked at once they are corrected. */
    private final Set<String> changed = new TreeSet<>();

    SymbolCheck(SourceCode sourceCode, DeclarationGraph graph, List<String> packages) {
        this.sourceCode = sourceCode;
        this.graph = graph;
        this.packages = packages;
    }

    void file(Path folder, String path, String text) {
        changed.clear();
        List<ImportedName> imports = sourceCode.imports(path, text);
        for (ImportedName imported : imports) {
            if (ours(imported.module())) {
                imported(folder, path, text, imported, imports);
            }
        }
        for (SymbolUse use : sourceCode.uses(path, text, packages)) {
            module(folder, use.module()).ifPresent(module -> use(module, path, text, use));
        }
    }

    private boolean ours(String module) {
        return packages.stream().anyMatch(name -> module.equals(name) || module.startsWith(name + "/"));
    }

    private Optional<Thing> module(Path folder, String specifier) {
        Loaded loaded = graph.load(folder, specifier);
        switch (loaded.state()) {
            case READ -> read.add(specifier);
            case NOT_INSTALLED -> notInstalled.add(specifier);
            case UNTYPED -> untyped.add(specifier);
            case NOT_EXPORTED -> { }
        }
        return loaded.state() == Loaded.State.READ ? Optional.of(loaded.module()) : Optional.empty();
    }

    private void imported(Path folder, String path, String text, ImportedName imported, List<ImportedName> imports) {
        Loaded loaded = graph.load(folder, imported.module());
        if (loaded.state() == Loaded.State.NOT_EXPORTED) {
            notExported(path, text, imported.module(), loaded.offered());
            return;
        }
        Optional<Thing> module = module(folder, imported.module());
        boolean single = !imported.name().isEmpty() && !imported.name().equals("*");
        if (module.isEmpty() || !single) {
            return;
        }
        names++;
        if (graph.member(module.get(), imported.name()).isMissing()) {
            Optional<Missing> elsewhere = new ChangedExports(graph).find(folder, path, text, imported, imports, module.get());
            if (elsewhere.isPresent()) {
                changed.add(imported.module() + "#" + imported.name());
                if (!missing.contains(elsewhere.get())) {
                    missing.add(elsewhere.get());
                }
                return;
            }
            int start = inImport(text, imported.module(), imported.name().equals("default") ? imported.alias() : imported.name());
            if (start >= 0) {
                add(path, text, start, imported.name().equals("default") ? imported.alias() : imported.name(),
                        imported.name().equals("default") ? "default of " + imported.module() : imported.name(),
                        module.get());
            }
        }
    }

    private void notExported(String path, String text, String module, List<String> offered) {
        int start = text.indexOf(module);
        String name = offered.isEmpty() ? module : module.substring(0, baseLength(module));
        List<String> modules = offered.stream().filter(one -> !one.contains("*") && !one.endsWith(".json"))
                .map(one -> one.equals(".") ? name : name + one.substring(1)).toList();
        Suggestions suggestions = Suggestions.of(module, modules);
        missing.add(new Missing(path, line(text, Math.max(0, start)), Math.max(0, start), Math.max(0, start) + module.length(),
                module, module, suggestions.names(), suggestions.unambiguous()));
    }

    private static int baseLength(String module) {
        int slash = module.indexOf('/', module.startsWith("@") ? module.indexOf('/') + 1 : 0);
        return slash < 0 ? module.length() : slash;
    }

    private void use(Thing module, String path, String text, SymbolUse use) {
        Thing thing = module;
        if (!use.name().equals("*")) {
            Answer base = graph.member(module, use.name());
            if (base.isMissing() && changed.contains(use.module() + "#" + use.name())) {
                return;
            }
            if (base.isMissing()) {
                if (use.member().isEmpty() && text.startsWith(use.name(), use.start())) {
                    add(path, text, use.start(), use.name(), use.name(), module);
                }
                return;
            }
            thing = base.thing();
        }
        List<String> members = use.member().isEmpty() ? List.of() : List.of(use.member().split("\\."));
        int[] starts = starts(text, use, members);
        StringBuilder symbol = new StringBuilder(use.name().equals("*") ? use.module()
                : use.name().equals("default") && !members.isEmpty() ? localName(text, starts[0]) : use.name());
        for (int i = 0; i < members.size(); i++) {
            names++;
            symbol.append('.').append(members.get(i));
            Answer answer = graph.member(thing, members.get(i));
            if (answer.isMissing()) {
                if (starts[i] >= 0) {
                    add(path, text, starts[i], members.get(i), symbol.toString(), thing);
                }
                return;
            }
            thing = answer.thing();
        }
        boolean constructed = members.isEmpty() && text.substring(0, use.start()).stripTrailing().endsWith("new");
        chain(constructed ? graph.construct(thing) : graph.call(thing), path, text, use.end(), symbol.toString());
    }

    /** Follows {@code .a().b()} after a call as far as return types say what it is called on. */
    private void chain(Thing first, String path, String text, int end, String symbol) {
        Thing thing = first;
        StringBuilder shown = new StringBuilder(symbol).append("()");
        for (CallChain.Link link : CallChain.after(text, end)) {
            Answer answer = graph.member(thing, link.name());
            shown.append('.').append(link.name());
            if (answer.isMissing() && !Suggestions.of(link.name(), graph.names(thing)).names().isEmpty()) {
                add(path, text, link.start(), link.name(), shown.toString(), thing);
            }
            if (!answer.isPresent() || !link.called()) {
                return;
            }
            names++;
            shown.append("()");
            thing = graph.call(answer.thing());
        }
    }

    /** What the text calls a default import whose member is read at an offset. */
    private static String localName(String text, int member) {
        Matcher name = LAST_NAME.matcher(text.substring(Math.max(0, member - 200), Math.max(0, member)));
        return name.find() ? name.group(1) : "default";
    }

    /** Offsets of every member of a dotted use, of which only the last is given. */
    private static int[] starts(String text, SymbolUse use, List<String> members) {
        int[] starts = new int[members.size()];
        int at = use.start();
        for (int i = members.size() - 1; i >= 0; i--) {
            starts[i] = at;
            if (i > 0) {
                int dot = text.lastIndexOf('.', at - 1);
                at = dot < 0 ? -1 : text.lastIndexOf(members.get(i - 1), dot - 1);
            }
        }
        return starts;
    }

    private void add(String path, String text, int start, String wrong, String symbol, Thing where) {
        Suggestions suggestions = Suggestions.of(wrong, graph.names(where));
        Missing one = new Missing(path, line(text, start), start, start + wrong.length(), symbol, wrong,
                suggestions.names(), suggestions.unambiguous());
        if (!missing.contains(one)) {
            missing.add(one);
        }
    }

    /** Offset of a name in the import or re-export of a module, or -1. */
    private static int inImport(String text, String module, String name) {
        Matcher statement = Pattern.compile(
                "\\b(?:import|export)\\b([^;'\"]*?)\\bfrom\\s*['\"]" + Pattern.quote(module) + "['\"]").matcher(text);
        while (statement.find()) {
            Matcher found = Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])").matcher(statement.group(1));
            if (found.find()) {
                return statement.start(1) + found.start();
            }
        }
        Matcher required = Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])[^;]*?require\\(\\s*['\"]"
                + Pattern.quote(module) + "['\"]").matcher(text);
        return required.find() ? required.start() : -1;
    }

    private static int line(String text, int offset) {
        return 1 + (int) text.substring(0, Math.min(offset, text.length())).chars().filter(c -> c == '\n').count();
    }
}
