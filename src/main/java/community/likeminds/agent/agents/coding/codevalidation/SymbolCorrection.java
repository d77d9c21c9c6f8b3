package community.likeminds.agent.agents.coding.codevalidation;

import community.likeminds.agent.agents.coding.codeplanning.AssumedVersions;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Missing;
import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Compares names with the published package and corrects those that it decides.
 *
 * @param pages where the documentation asked for a file, in brackets with a space before it, or empty
 */
record SymbolCorrection(IntegrationValidator validator, Project project, List<String> packages, UnaryOperator<String> pages) {

    Check check(Changed changed, List<String> findings, List<String> corrections) {
        IntegrationValidator.Symbols symbols = validator.symbols(project, changed.texts(), packages);
        Map<String, List<Missing>> certain = new LinkedHashMap<>();
        for (Missing one : symbols.missing()) {
            if (one.unambiguous() && !one.candidates().isEmpty()) {
                certain.computeIfAbsent(one.path(), path -> new ArrayList<>()).add(one);
                findings.add("The documentation" + pages.apply(one.path()) + " says " + one.symbol() + ", the published package" + version(changed.texts().getOrDefault(one.path(), "")) + " has " + one.candidates().getFirst()
                        + " instead: corrected in " + one.path() + ".");
                corrections.add(one.symbol() + " became " + one.candidates().getFirst() + " in " + one.path() + ".");
            } else {
                findings.add("The documentation" + pages.apply(one.path()) + " says " + one.symbol() + ", which the published package" + version(changed.texts().getOrDefault(one.path(), "")) + " does not have"
                        + (one.candidates().isEmpty() ? "." : "; the nearest names are " + String.join(", ", one.candidates()) + "."));
            }
        }
        if (certain.isEmpty()) {
            return symbols.check();
        }
        Map<String, String> texts = changed.texts();
        certain.forEach((path, missing) -> changed.write(path, corrected(texts.getOrDefault(path, ""), missing)));
        return validator.symbols(project, changed.texts(), packages).check();
    }

    /** The installed versions of the packages that a text imports, in brackets with a space before them. */
    private String version(String text) {
        AssumedVersions versions = new AssumedVersions(project.root(), project.app());
        List<String> said = packages.stream().filter(name -> text.contains("'" + name) || text.contains("\"" + name))
                .flatMap(name -> versions.installed(name).map(version -> name + " " + version).stream()).sorted().toList();
        return said.isEmpty() ? "" : " (" + String.join(", ", said) + ")";
    }

    private static String corrected(String text, List<Missing> missing) {
        StringBuilder corrected = new StringBuilder(text);
        missing.stream().sorted((a, b) -> Integer.compare(b.start(), a.start()))
                .forEach(one -> corrected.replace(one.start(), one.end(), one.candidates().getFirst()));
        return corrected.toString();
    }
}
