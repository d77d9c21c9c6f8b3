package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** How a project's own development server is started on a given port of the loopback interface. */
final class PreviewServer {

    private static final Duration LONGEST = Duration.ofHours(12);

    private PreviewServer() {}

    /** @throws AgentException {@code preview-unknown} when the project names no server of its own */
    static Commands.Command command(ProjectProfile profile, int port) {
        Path folder = Path.of(profile.root()).resolve(profile.app());
        String manager = profile.packageManager().isEmpty() ? "npm" : profile.packageManager();
        List<String> arguments = new ArrayList<>(List.of(manager, "run", script(profile, folder)));
        if (profile.framework().startsWith("vite")) {
            separator(arguments, manager);
            arguments.addAll(List.of("--host", "127.0.0.1", "--port", String.valueOf(port), "--strictPort"));
        } else if (profile.framework().startsWith("next")) {
            separator(arguments, manager);
            arguments.addAll(List.of("--hostname", "127.0.0.1", "--port", String.valueOf(port)));
        }
        return new Commands.Command(
                folder, arguments, Map.of("PORT", String.valueOf(port), "BROWSER", "none"), LONGEST, line -> {});
    }

    private static void separator(List<String> arguments, String manager) {
        if (manager.equals("npm")) {
            arguments.add("--");
        }
    }

    private static String script(ProjectProfile profile, Path folder) {
        if (profile.ecosystem().equals("npm")) {
            try {
                JsonNode scripts = Json.read(Files.readString(folder.resolve("package.json"))).path("scripts");
                for (String name : List.of("dev", "start", "preview")) {
                    if (scripts.path(name).isString()) {
                        return name;
                    }
                }
            } catch (IOException | JacksonException e) {
                throw unknown(e);
            }
        }
        throw unknown(null);
    }

    private static AgentException unknown(@org.jspecify.annotations.Nullable Throwable cause) {
        return new AgentException(
                AgentException.Kind.REFUSED,
                "preview-unknown",
                "The project names no development server.",
                "Add a script 'dev' or 'start' to its package.json.",
                cause);
    }

    /** The port that Vite's users expect when it is free, else any free one. */
    static int freePort() {
        return isFree(5173) ? 5173 : anyFree();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
