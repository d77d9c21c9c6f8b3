package community.likeminds.agent.project.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a page's events say went wrong. */
final class PageNotes {

    /** Requests outside fail by design: the browser reaches this machine only. */
    private static final Pattern OUTSIDE = Pattern.compile(
            "Failed to fetch|NetworkError|Network Error|ERR_NAME_NOT_RESOLVED|net::ERR_|Load failed|AxiosError|fetch failed|ServiceWorker|WebSocket|(?i:timed? ?out|offline|socket)");
    /** A key that was left open is told as such; it is not what the check is about. */
    private static final Pattern KEYS = Pattern.compile(
            "(?i)\\b(?:api|app|client|publishable|public|license|site|access|project)[ _-]?(?:key|id|token|secret)\\b|\\btoken\\b|credential|unauthori[sz]ed|forbidden|\\b40[13]\\b");

    private final String address;
    private final List<String> errors = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    PageNotes(String address) {
        this.address = address;
    }

    void take(String method, JsonNode event) {
        switch (method) {
            case "Runtime.exceptionThrown" -> exception(event.path("exceptionDetails"));
            case "Runtime.consoleAPICalled" -> console(event);
            case "Network.responseReceived" -> response(event.path("response"));
            default -> { }
        }
    }

    private void exception(JsonNode details) {
        String text = details.path("text").asString("") + " " + details.path("exception").path("description").asString(details.path("exception").path("value").asString(""));
        if (!OUTSIDE.matcher(text).find()) {
            add(errors, text.lines().findFirst().orElse(text));
        }
    }

    private void console(JsonNode call) {
        String type = call.path("type").asString("");
        if (!type.equals("error") && !type.equals("assert")) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode argument : call.path("args")) {
            JsonNode value = argument.path("value");
            text.append(value.isMissingNode() || value.isContainer() ? argument.path("description").asString("") : value.asString("")).append(' ');
        }
        String line = text.toString().strip().replaceAll("%[sdoOic]", "");
        if (OUTSIDE.matcher(line).find() || KEYS.matcher(line).find()) {
            add(said, line);
        } else if (!line.isBlank()) {
            add(errors, "console.error: " + line);
        }
    }

    private void response(JsonNode response) {
        int status = response.path("status").asInt(0);
        String url = response.path("url").asString("");
        if (status >= 500 && url.startsWith(address)) {
            add(errors, "The server answers /" + url.substring(address.length()) + " with the status " + status + ".");
        }
    }

    private static void add(List<String> list, String text) {
        String line = Findings.oneLine(text, 240);
        if (list.size() < 50 && !list.contains(line)) {
            list.add(line);
        }
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    /** What the page said that is no fault of it here. */
    List<String> said() {
        return List.copyOf(said);
    }
}
