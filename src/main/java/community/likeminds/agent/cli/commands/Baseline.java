package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.output.Sarif;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads which findings are known already, out of what an earlier check left. */
final class Baseline {

    private Baseline() {}

    static Set<String> fingerprints(Path file) {
        JsonNode root;
        try {
            root = Json.read(Files.readString(file));
        } catch (IOException | JacksonException unreadable) {
            throw bad(file, unreadable);
        }
        boolean ours = root.path("findings").isArray();
        if (!ours && !root.path("runs").isArray()) {
            throw bad(file, null);
        }
        Set<String> known = new HashSet<>();
        root.path("findings").forEach(finding -> known.add(finding.path("fingerprint").asString("")));
        root.path("runs").forEach(run -> run.path("results")
                .forEach(result -> known.add(result.path("partialFingerprints").path(Sarif.FINGERPRINT).asString(""))));
        known.remove("");
        return known;
    }

    private static AgentException bad(Path file, @org.jspecify.annotations.Nullable Exception cause) {
        return new AgentException(
                AgentException.Kind.BAD_INPUT,
                "baseline-invalid",
                "The baseline '" + file + "' cannot be read as findings.",
                "Make one with: likeminds docs check SOURCE --json > FILE.",
                cause);
    }
}
