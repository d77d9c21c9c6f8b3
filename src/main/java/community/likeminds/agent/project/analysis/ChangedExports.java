package community.likeminds.agent.project.analysis;

import community.likeminds.agent.processors.code.SourceCode.ImportedName;
import community.likeminds.agent.project.analysis.IntegrationValidator.Missing;
import community.likeminds.agent.project.analysis.declarations.DeclarationGraph;
import community.likeminds.agent.project.analysis.declarations.DeclarationGraph.Loaded;
import community.likeminds.agent.project.analysis.declarations.Thing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds an import that a module does not have under another form: named instead of default, default instead of named, in another module of the package. */
record ChangedExports(DeclarationGraph graph) {

    /** More modules than these are no list of entry points. */
    private static final int MOST_MODULES = 60;

    /**
     * @param all every import of the file
     * @param module what the specifier leads to, which does not have the name
     */
    Optional<Missing> find(Path folder, String path, String text, ImportedName wanted, List<ImportedName> all, Thing module) {
        Matcher statement = Pattern.compile("\\bimport\\s+([^;'\"]*?)\\s*\\bfrom\\s*['\"](" + Pattern.quote(wanted.module()) + ")['\"]").matcher(text);
        while (statement.find()) {
            String clause = statement.group(1);
            if (wanted.name().equals("default") && clause.startsWith(wanted.alias())) {
                return named(path, text, statement.start(1), clause, wanted, module);
            }
            if (Pattern.compile("[{,]\\s*" + Pattern.quote(wanted.name()) + "\\s*(?:[,}]|as\\b)").matcher(clause).find()) {
                return moved(folder, path, text, statement, wanted, all).or(() -> byDefault(path, text, statement.start(1), clause, wanted, module));
            }
        }
        return Optional.empty();
    }

    private Optional<Missing> named(String path, String text, int start, String clause, ImportedName wanted, Thing module) {
        String alias = wanted.alias();
        Suggestions near = Suggestions.of(alias, graph.names(module));
        boolean same = graph.names(module).contains(alias);
        if (!same && near.names().isEmpty()) {
            return Optional.empty();
        }
        String name = same ? alias : near.names().getFirst();
        String instead = name.equals(alias) ? "{ " + alias + " }" : "{ " + name + " as " + alias + " }";
        boolean certain = clause.equals(alias) && (same || near.unambiguous());
        return Optional.of(new Missing(path, line(text, start), start, start + alias.length(), "default of " + wanted.module(), alias, List.of(instead), certain));
    }

    /** A module with a default export alone has nothing else to be meant. */
    private Optional<Missing> byDefault(String path, String text, int start, String clause, ImportedName wanted, Thing module) {
        TreeSet<String> names = new TreeSet<>(graph.names(module));
        names.remove("default");
        boolean only = clause.matches("\\{\\s*" + Pattern.quote(wanted.name()) + "\\s*,?\\s*\\}");
        if (!only || !names.isEmpty() || !graph.member(module, "default").isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Missing(
                path, line(text, start), start, start + clause.length(), wanted.name() + " of " + wanted.module(), clause, List.of(wanted.name()), true));
    }

    private Optional<Missing> moved(Path folder, String path, String text, Matcher statement, ImportedName wanted, List<ImportedName> all) {
        List<String> modules = modules(folder, wanted.module()).stream().filter(other -> has(folder, other, wanted.name())).toList();
        if (modules.isEmpty()) {
            return Optional.empty();
        }
        List<String> siblings = all.stream().filter(one -> one.module().equals(wanted.module())).map(ImportedName::name).toList();
        boolean certain = modules.size() == 1 && siblings.stream().allMatch(name -> has(folder, modules.getFirst(), name));
        int start = statement.start(2);
        return Optional.of(new Missing(
                path, line(text, start), start, statement.end(2), certain ? wanted.module() : wanted.name() + " of " + wanted.module(), wanted.module(), modules, certain));
    }

    private boolean has(Path folder, String module, String name) {
        Loaded loaded = graph.load(folder, module);
        return loaded.state() == Loaded.State.READ && graph.member(loaded.module(), name).isPresent();
    }

    /** The other modules that the package exports. */
    private List<String> modules(Path folder, String module) {
        int slash = module.indexOf('/', module.startsWith("@") ? module.indexOf('/') + 1 : 0);
        String name = slash < 0 ? module : module.substring(0, slash);
        // Asking for what cannot be there makes the package say what is.
        Loaded loaded = graph.load(folder, name + "/\u0001");
        List<String> modules = new ArrayList<>();
        for (String one : loaded.offered()) {
            String other = one.equals(".") ? name : name + one.substring(1);
            if (!one.contains("*") && !one.endsWith(".json") && !other.equals(module)) {
                modules.add(other);
            }
        }
        return modules.size() > MOST_MODULES ? List.of() : modules;
    }

    private static int line(String text, int offset) {
        return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}
