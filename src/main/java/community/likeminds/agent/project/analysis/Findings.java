package community.likeminds.agent.project.analysis;

import community.likeminds.agent.shared.Redaction;
import java.util.Collection;
import java.util.List;

/** Shapes of what a check has to say. */
final class Findings {

    private static final int LINES = 60;
    private static final int CHARACTERS = 6_000;

    private Findings() {}

    /** The end of an output, values of secrets masked. */
    static String tail(String output, Collection<String> secrets) {
        List<String> lines = output.stripTrailing().lines().toList();
        String tail = String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        return masked(tail.length() <= CHARACTERS ? tail : tail.substring(tail.length() - CHARACTERS), secrets);
    }

    static String masked(String text, Collection<String> secrets) {
        return new Redaction(secrets).text(text);
    }

    static String oneLine(String text, int longest) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }
}
