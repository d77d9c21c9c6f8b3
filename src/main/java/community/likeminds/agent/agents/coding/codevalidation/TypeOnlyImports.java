package community.likeminds.agent.agents.coding.codevalidation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks imports of types as such where the project's settings require it. */
final class TypeOnlyImports implements Repair {

    private static final Pattern TYPE = Pattern.compile("'([\\w$]+)' is a type and must be imported using a type-only import.*");

    @Override
    public Optional<Mended> mend(Broken broken) {
        for (Diagnostic one : Diagnostic.of(broken.output(), broken.texts().keySet())) {
            Matcher type = TYPE.matcher(one.message());
            String text = broken.texts().getOrDefault(one.path(), "");
            Optional<ImportStatement> statement = ImportStatement.at(text, one.line());
            if (!type.matches() || statement.isEmpty() || !broken.added(one.path(), one.lineOf(text))) {
                continue;
            }
            String name = type.group(1);
            String clause = statement.get().clause();
            String marked = clause.contains("{")
                    ? clause.replaceFirst("([{,]\\s*)((?:[\\w$]+\\s+as\\s+)?" + Pattern.quote(name) + "(?![\\w$]))", "$1type $2")
                    : "type " + clause;
            if (!marked.equals(clause)) {
                int at = text.indexOf(clause, statement.get().start());
                return Optional.of(Mended.of(one.path(), text.substring(0, at) + marked + text.substring(at + clause.length()),
                        one.told() + " The import of " + name + " is marked as one of a type now."));
            }
        }
        return Optional.empty();
    }
}
