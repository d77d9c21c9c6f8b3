package community.likeminds.agent.agents.documentation.contextretrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** The beginning of a passage that fits: whole paragraphs, tables up to a row, never a part of a code block. */
final class Excerpt {

    private static final String MORE = "…";

    private Excerpt() {}

    /** Empty when not even the first paragraph fits. */
    static String of(String text, int most, ToIntFunction<String> tokens) {
        if (tokens.applyAsInt(text) <= most) {
            return text.strip();
        }
        StringBuilder kept = new StringBuilder();
        for (String part : parts(text)) {
            String with = kept.isEmpty() ? part : kept + "\n\n" + part;
            if (tokens.applyAsInt(with + "\n" + MORE) > most) {
                break;
            }
            kept.setLength(0);
            kept.append(with);
        }
        boolean says = kept.toString().lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#"));
        return says ? kept + "\n\n" + MORE : "";
    }

    /** Paragraphs; a code block with its empty lines is one. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        boolean code = false;
        for (String line : text.strip().split("\n", -1)) {
            if (line.startsWith("```")) {
                code = !code;
            }
            if (line.isBlank() && !code) {
                add(parts, open);
            } else {
                open.append(open.isEmpty() ? "" : "\n").append(line);
            }
        }
        add(parts, open);
        return parts;
    }

    private static void add(List<String> parts, StringBuilder open) {
        if (!open.isEmpty()) {
            parts.add(open.toString());
            open.setLength(0);
        }
    }
}
