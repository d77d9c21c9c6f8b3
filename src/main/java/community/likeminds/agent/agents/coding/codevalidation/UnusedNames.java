package community.likeminds.agent.agents.coding.codevalidation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out imports and names of variables that strict rules of the project call unused, where the run brought them. */
final class UnusedNames implements Repair {

    private static final Pattern UNUSED = Pattern.compile("'([\\w$]+)' is (?:declared but (?:its value is )?never (?:read|used)|defined but never used).*");
    private static final Pattern ALL_UNUSED = Pattern.compile("All imports in import declaration are unused.*");
    private static final Pattern DECLARED = Pattern.compile("^(\\s*)(?:const|let|var)\\s+([\\w$]+)(?:\\s*:[^=]+)?\\s*=\\s*(.+)$");

    @Override
    public Optional<Mended> mend(Broken broken) {
        for (Diagnostic one : Diagnostic.of(broken.output(), broken.texts().keySet())) {
            String text = broken.texts().getOrDefault(one.path(), "");
            Optional<ImportStatement> statement = ImportStatement.at(text, one.line());
            Matcher unused = UNUSED.matcher(one.message());
            if (ALL_UNUSED.matcher(one.message()).matches() && statement.isPresent() && broken.added(one.path(), one.lineOf(text))) {
                String without = text.substring(0, statement.get().start()) + text.substring(statement.get().end());
                return Optional.of(Mended.of(one.path(), without, one.told() + " The import was taken out."));
            }
            if (!unused.matches() || !broken.added(one.path(), one.lineOf(text))) {
                continue;
            }
            String name = unused.group(1);
            if (statement.isPresent() && statement.get().brings(name)) {
                return Optional.of(Mended.of(one.path(), statement.get().without(text, name), one.told() + " The import of " + name + " was taken out."));
            }
            Matcher declared = DECLARED.matcher(one.lineOf(text));
            // What the call does matters even when nobody reads what it gives.
            if (declared.matches() && declared.group(2).equals(name) && declared.group(3).matches("(?:await\\s+|new\\s+)?[\\w$.]+\\s*[(<].*")) {
                String line = declared.group(1) + declared.group(3);
                return Optional.of(Mended.of(one.path(), replaced(text, one.line(), line), one.told() + " The call stays, its unused name was taken out."));
            }
        }
        return Optional.empty();
    }

    private static String replaced(String text, int line, String by) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        int end = text.indexOf('\n', start);
        int stop = end < 0 ? text.length() : end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
        return text.substring(0, start) + by.replace("\r", "") + text.substring(stop);
    }
}
