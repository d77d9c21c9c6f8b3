package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A file of questions, one JSON object a line. */
final class BatchFile {

    private BatchFile() {}

    /**
     * @param id as in the file, text or number
     * @param question what is asked
     * @param platform or empty
     */
    record Entry(Object id, String question, String platform) {}

    /** Reads all lines before anything is answered, so that a bad line stops the run before it prints half a result. */
    static List<Entry> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new AgentException(
                    AgentException.Kind.BAD_INPUT,
                    "batch-unreadable",
                    "The file " + file + " cannot be read.",
                    "Name a readable UTF-8 file with one JSON object a line.",
                    e);
        }
        List<Entry> entries = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            if (!lines.get(index).isBlank()) {
                entries.add(entry(file, index + 1, lines.get(index)));
            }
        }
        return entries;
    }

    private static Entry entry(Path file, int number, String line) {
        JsonNode node;
        try {
            node = Json.read(line);
        } catch (JacksonException e) {
            throw bad(file, number, "is no JSON object", e);
        }
        JsonNode id = node.path("id");
        JsonNode question = node.path("question");
        if (!question.isString() || question.stringValue().isBlank()) {
            throw bad(file, number, "has no question", null);
        }
        if (!id.isString() && !id.isNumber()) {
            throw bad(file, number, "has no id", null);
        }
        return new Entry(
                id.isString() ? id.stringValue() : id.numberValue(),
                question.stringValue(),
                node.path("platform").asString(""));
    }

    private static AgentException bad(
            Path file, int number, String what, @org.jspecify.annotations.Nullable Throwable cause) {
        return new AgentException(
                AgentException.Kind.BAD_INPUT,
                "batch-invalid",
                "Line " + number + " of " + file + " " + what + ".",
                "Write every line as {\"id\": …, \"question\": …, \"platform\": …}.",
                cause);
    }
}
