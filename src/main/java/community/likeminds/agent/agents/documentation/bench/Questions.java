package community.likeminds.agent.agents.documentation.bench;

import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads questions with the pages that answer them. */
final class Questions {

    /**
     * @param expected pages that answer it; none when the documentation has no answer
     */
    record Question(String text, String platform, List<String> expected) {}

    private Questions() {}

    static List<Question> read(String file) {
        JsonMapper json = JsonMapper.builder().build();
        List<Question> questions = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of(file), StandardCharsets.UTF_8)) {
                if (!line.isBlank()) {
                    questions.add(question(json.readTree(line)));
                }
            }
        } catch (IOException | JacksonException failure) {
            throw invalid("The questions in " + file + " cannot be read: " + failure.getMessage() + ".");
        }
        if (questions.isEmpty()) {
            throw invalid("There are no questions in " + file + ".");
        }
        return questions;
    }

    private static Question question(JsonNode node) {
        List<String> expected = StreamSupport.stream(node.path("expected").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        return new Question(node.path("question").asString(""), node.path("platform").asString(""), expected);
    }

    private static AgentException invalid(String fact) {
        return AgentException.badInput(
                "questions-invalid", fact, "Write one JSON object a line, with question, platform and expected.");
    }
}
