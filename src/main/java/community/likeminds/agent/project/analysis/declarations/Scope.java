package community.likeminds.agent.project.analysis.declarations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a module or a namespace declares, imports and exports. Filled by its reader, then only read. */
final class Scope {

    final Path file;
    final @Nullable Scope outer;
    final Map<String, List<Declaration>> declared = new LinkedHashMap<>();
    final Map<String, Reference> imports = new HashMap<>();
    final Map<String, Reference> exports = new LinkedHashMap<>();
    final List<String> stars = new ArrayList<>();
    final Map<String, Scope> ambientModules = new HashMap<>();
    /** Name after {@code export =}, dotted. */
    String exportEquals = "";
    boolean isModule;
    /** Whether exports are listed, so that what is declared besides is not exported. */
    boolean listsExports;
    /** Whether parts of the text could not be read, so that a name that is not found may still be there. */
    boolean uncertain;

    Scope(Path file, @Nullable Scope outer) {
        this.file = file;
        this.outer = outer;
    }

    /**
     * Where a name comes from.
     *
     * @param module specifier, or empty for this scope
     * @param name name there, {@code *} for the module itself, {@code export=} for what a {@code require} gives
     */
    record Reference(String module, String name) {}

    void declare(Declaration declaration) {
        declared.computeIfAbsent(declaration.name(), key -> new ArrayList<>()).add(declaration);
    }
}
