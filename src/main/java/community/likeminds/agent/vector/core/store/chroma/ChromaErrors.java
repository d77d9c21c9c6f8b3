package community.likeminds.agent.vector.core.store.chroma;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import community.likeminds.agent.vector.core.WrongDimension;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What can go wrong with a Chroma server. */
final class ChromaErrors {

    private static final Pattern DIMENSIONS = Pattern.compile("dimension of (\\d+), got (\\d+)");
    private static final int GONE = 410;

    private final URI server;

    ChromaErrors(URI server) {
        this.server = server;
    }

    AgentException unreachable(Exception cause) {
        return new AgentException(
                Kind.UNAVAILABLE,
                "chroma-unreachable",
                "No Chroma server answers at " + server + ".",
                "Start it, or set likeminds.vectors.chroma.url to where it is.",
                cause);
    }

    AgentException tooSlow(Duration limit, Exception cause) {
        return new AgentException(
                Kind.UNAVAILABLE,
                "chroma-too-slow",
                "The Chroma server at " + server + " did not answer within " + limit.toSeconds() + " seconds.",
                "Look at its log and its load, then run the command again.",
                cause);
    }

    AgentException notUnderstood(String why) {
        return new AgentException(
                Kind.UNAVAILABLE,
                "chroma-not-understood",
                "What answers at " + server + " is no Chroma server with the HTTP API v2: " + why + ".",
                "Use Chroma 1.0 or newer, or set likeminds.vectors.chroma.url to where it is.");
    }

    /** An answer that is neither a success nor one that its caller expects. */
    AgentException refused(String request, int status, JsonNode body) {
        String message = body.path("message").asString("");
        Matcher dimensions = DIMENSIONS.matcher(message);
        if (dimensions.find()) {
            return WrongDimension.of(Integer.parseInt(dimensions.group(1)), Integer.parseInt(dimensions.group(2)));
        }
        if (status == 401 || status == 403) {
            return new AgentException(
                    Kind.UNAVAILABLE,
                    "chroma-forbidden",
                    "The Chroma server at " + server + " refuses this installation.",
                    "Set likeminds.vectors.chroma.token to a token that it knows.");
        }
        if (status == GONE || status == 404 || status == 405) {
            return notUnderstood("it answers " + status + " to " + request);
        }
        return new AgentException(
                Kind.UNAVAILABLE,
                "chroma-failed",
                "The Chroma server at " + server + " answered " + status + " to " + request + (message.isEmpty() ? "." : ": " + message + "."),
                "Look at its log, then run the command again.");
    }
}
