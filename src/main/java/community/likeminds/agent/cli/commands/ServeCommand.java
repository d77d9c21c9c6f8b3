package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.Services;
import community.likeminds.agent.cli.Settings;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: the same use cases over REST. */
@Command(
        name = "serve",
        description = {
            "Serve the REST API on this machine's loopback interface.",
            "Only projects below the given folders can be changed over it.",
            "One process runs every role, or some of them when all stores are servers that the others use as well."
        },
        footer = {"  likeminds serve", "  likeminds serve --local --port 9000 --projects ~/work", "  likeminds serve --projects /srv/own --projects-of acme=/srv/acme", "  likeminds serve --port 9100 --roles processors,code-vectors"})
final class ServeCommand implements Callable<Integer> {

    private final CommandSession session;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8787", description = "Port (default: 8787).")
    private int port;

    @Option(
            names = "--projects",
            paramLabel = "DIR",
            description = "Folder with projects; may be repeated (default: the current folder).")
    private List<Path> projects = new ArrayList<>();

    @Option(
            names = "--projects-of",
            paramLabel = "ORGANISATION=DIR",
            description = "Folder with projects of another organisation; may be repeated. Without one it reaches only what was registered for it.")
    private Map<String, Path> organisationProjects = new TreeMap<>();

    @Option(
            names = "--roles",
            paramLabel = "ROLES",
            defaultValue = "",
            description = "Roles or groups of roles that this process runs, separated by commas; 'likeminds roles' lists them (default: all).")
    private String roles = "";

    @Option(
            names = "--local",
            description = "Nobody has to sign in: everybody who uses this machine may do everything over it.")
    private boolean local;

    ServeCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Path> folders = (projects.isEmpty() ? List.of(Path.of(".")) : projects)
                .stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
        requireFree(port);
        Map<String, Path> others = new TreeMap<>();
        organisationProjects.forEach((id, folder) -> others.put(new TenantId(id).value(), folder.toAbsolutePath().normalize()));
        Services services = session.services(new Settings.Server(port, folders, others, roles, local));
        String address = "http://127.0.0.1:" + services.port();
        session.out().println(session.style().bold("LikeMinds Integration Agent: " + address));
        session.out().println("  API description  " + address + "/api/v1/openapi");
        session.out().println("  Try it           " + address + "/api/v1/docs");
        session.out().println("  Health           " + address + "/actuator/health");
        session.out().println("  Metrics          " + address + "/actuator/prometheus");
        FirstAdmin.link(services, address)
                .ifPresent(link -> session.out().println("  First admin      " + link + "\n                   (works once, within an hour)"));
        folders.forEach(folder -> session.out().println("  Projects below   " + folder));
        others.forEach((id, folder) -> session.out().println("  Of " + id + "  below   " + folder));
        session.out().println("Ctrl-C ends it.");
        session.out().flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // Ctrl-C is how a server is meant to end.
            session.err().println("The server ends.");
        }
        return ExitCodes.DONE;
    }

    /** Asked before the server starts, which takes seconds and reports a taken port in many lines. */
    static void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException | IllegalArgumentException failure) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT,
                    "port-in-use",
                    "The port " + port + " cannot be used (" + failure.getMessage() + ").",
                    "Choose another one with --port.",
                    failure);
        }
    }
}
