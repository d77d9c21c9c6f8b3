package community.likeminds.agent.agents.coding.requirementanalysis;

import community.likeminds.agent.processors.code.CodeFile;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a file sets up what it imports: by the names that set-up calls have in every library. */
final class Initialisation {

    private static final Pattern CALL = Pattern.compile(
            "(?i)(?:init|initiali[sz]e|configure|setup|start|boot|bootstrap|install|register|create|connect|builder|newbuilder|getinstance|newinstance|of|from|authorize|new|default)"
                    + "|(?:init|create|make|configure|setup|define|load|build|register|get)(?-i:[A-Z_])\\w*");
    private static final Pattern MADE = Pattern.compile("\\w*(?:Client|SDK|Sdk|Api|API|App|Instance|Server|Service|Manager|Engine|Provider|Plugin)");

    private Initialisation() {}

    /** The line of the first place that sets up what an import brings, or 0. */
    static int line(CodeFile file, CodeFile.Import imported) {
        String local = imported.alias().isEmpty() ? simple(imported) : imported.alias();
        for (CodeFile.Call call : file.calls()) {
            boolean own = call.callee().equals(local) && call.receiver().isEmpty()
                    && (whole(imported) || !below(imported) && local.equalsIgnoreCase(lastPart(imported.module())) || CALL.matcher(local).matches() || MADE.matcher(local).matches());
            boolean member = call.receiver().equals(local) && !local.isEmpty() && (CALL.matcher(call.callee()).matches() || MADE.matcher(call.callee()).matches());
            if (own || member) {
                return call.line();
            }
        }
        for (CodeFile.Use use : file.uses()) {
            if (use.module().equals(imported.module()) && (use.name() + use.member()).endsWith("Provider")) {
                return use.line();
            }
        }
        return 0;
    }

    /** Whether the package itself is what the name stands for; what a path below it gives is one of its parts. */
    private static boolean whole(CodeFile.Import imported) {
        return !below(imported) && Set.of("default", "*", "").contains(imported.name());
    }

    private static boolean below(CodeFile.Import imported) {
        return imported.module().chars().filter(c -> c == '/').count() > (imported.module().startsWith("@") ? 1 : 0);
    }

    private static String lastPart(String module) {
        return module.substring(Math.max(module.lastIndexOf('.'), module.lastIndexOf('/')) + 1);
    }

    private static String simple(CodeFile.Import imported) {
        String name = imported.name().isEmpty() || imported.name().equals("*") ? imported.module() : imported.name();
        return lastPart(name);
    }
}
