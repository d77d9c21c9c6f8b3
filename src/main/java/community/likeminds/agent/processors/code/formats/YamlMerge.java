package community.likeminds.agent.processors.code.formats;

import community.likeminds.agent.processors.code.StructuralEdits.Edit;
import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.ast.SyntaxTree;
import community.likeminds.agent.processors.code.manifests.YamlFile;
import community.likeminds.agent.processors.code.outline.OutlineMerge;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Merges YAML: settings with dotted keys key by key, everything else by its outline. */
public final class YamlMerge {

    private static final Pattern DOTTED = Pattern.compile("(?m)^[ ]*[A-Za-z][\\w-]*\\.[\\w.-]+[ ]*:(?:[ \\t]|\\r?$)");
    private static final Pattern PROPERTY = Pattern.compile("(?m)^[\\w.-]+[ \\t]*=");
    private static final Pattern RELAXED = Pattern.compile("(?m)^(?:spring|server|management|logging|quarkus|micronaut)[ ]*:");
    private static final Pattern BLOCK = Pattern.compile("(?m)^([ ]*(?:- )?)([\\w.-]+):[ ]*\\n((?:\\1[ ]*- [^\\n:{\\[#]*[^\\s:{\\[#][ ]*(?:\\n|\\z))+)");
    private static final Pattern BRACKETS = Pattern.compile("(?m)^([ ]*)([\\w.-]+):[ ]*\\[([^\\]\\[{}#\\n]+)\\][ ]*$");

    private YamlMerge() {}

    public static Edit merge(String file, String snippet) {
        if (PROPERTY.matcher(snippet).find() || DOTTED.matcher(snippet).find() || DOTTED.matcher(file).find()) {
            return YamlFile.merge(file, snippet);
        }
        UnaryOperator<String> keys = RELAXED.matcher(file).find() ? YamlMerge::relaxed : UnaryOperator.identity();
        String shown = aligned(file, snippet.replace("\r\n", "\n"));
        Edit edit = OutlineMerge.merge(new YamlReader(keys, false), file, shown);
        if (!edit.changed() || SyntaxTree.parses(Language.YAML, edit.text()) || !SyntaxTree.parses(Language.YAML, file)) {
            return edit;
        }
        Edit exact = OutlineMerge.merge(new YamlReader(keys, true), file, shown);
        return exact.changed() && SyntaxTree.parses(Language.YAML, exact.text()) ? exact
                : new Edit(file, List.of(), edit.leftOut(), edit.satisfied(), "The merged file would not parse.");
    }

    private static String relaxed(String key) {
        return key.toLowerCase(java.util.Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** A list is written as the file writes that of the same name: in brackets or on lines. */
    private static String aligned(String file, String snippet) {
        String lines = BLOCK.matcher(snippet).replaceAll(found -> Matcher.quoteReplacement(
                written(file, found.group(2), "\\[") && !written(file, found.group(2), "(?:#.*)?\\r?$") ? bracketed(found) : found.group()));
        return BRACKETS.matcher(lines).replaceAll(found -> Matcher.quoteReplacement(
                written(file, found.group(2), "(?:#.*)?\\r?$") && !written(file, found.group(2), "\\[") ? lined(found) : found.group()));
    }

    private static boolean written(String file, String key, String value) {
        return Pattern.compile("(?m)^[ ]*(?:- )?" + Pattern.quote(key) + ":[ ]*" + value).matcher(file).find();
    }

    private static String bracketed(MatchResult list) {
        return list.group(1) + list.group(2) + ": [" + list.group(3).lines().map(line -> line.strip().substring(1).strip()).collect(Collectors.joining(", "))
                + "]\n";
    }

    private static String lined(MatchResult list) {
        return list.group(1) + list.group(2) + ":" + List.of(list.group(3).split(",")).stream()
                .map(one -> "\n" + list.group(1) + "  - " + one.strip()).collect(Collectors.joining());
    }
}
