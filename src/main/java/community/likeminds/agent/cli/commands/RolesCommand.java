package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.RoleDescription;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.registry.ServiceInstance;
import community.likeminds.agent.registry.ServiceRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code roles}: what a process can run. */
@Command(
        name = "roles",
        description = {
            "List what a server process can run, what each needs of others, and which stores it shares.",
            "Groups: all, processors, vectors, project."
        },
        footer = {"  likeminds roles", "  likeminds roles --status", "  likeminds roles --json", "  likeminds serve --roles document-processor,code-processor"})
final class RolesCommand implements Callable<Integer> {

    private final CommandSession session;

    @Option(names = "--json", description = "Print the roles as JSON.")
    private boolean json;

    RolesCommand(CommandSession session) {
        this.session = session;
    }

    @Option(names = "--status", description = "Say which processes run which roles now, and what they lack.")
    private boolean status;

    @Override
    public Integer call() {
        if (status) {
            return status();
        }
        List<RoleDescription> roles = session.starter().roles();
        if (json) {
            session.out().println(Json.line(Map.of("roles", roles)));
            return ExitCodes.DONE;
        }
        int width = roles.stream().mapToInt(role -> role.name().length()).max().orElse(0);
        for (RoleDescription role : roles) {
            session.out().printf("%s  %s%n", session.style().bold(("%-" + width + "s").formatted(role.name())), role.purpose());
            String indent = " ".repeat(width + 2);
            if (!role.needs().isEmpty()) {
                session.out().println(indent + session.style().dim("needs " + String.join(", ", role.needs())));
            }
            session.out().println(indent + session.style().dim("shares " + String.join(", ", role.stores())));
        }
        return ExitCodes.DONE;
    }

    /** As the registry knows it; one process with all roles is not registered. */
    private int status() {
        List<ServiceInstance> processes = session.get(ServiceRegistry.class).all();
        if (json) {
            session.out().println(Json.line(Map.of("processes", processes)));
            return ExitCodes.DONE;
        }
        if (processes.isEmpty()) {
            session.out().println("No process that runs only some roles is known to the registry.");
        }
        for (ServiceInstance process : processes) {
            session.out().println((process.ready() ? session.style().green("ready  ") : session.style().yellow("waits  "))
                    + session.style().bold(process.address().toString()) + "  " + String.join(", ", new TreeSet<>(process.roles())));
            process.missing().forEach(missing -> session.out().println("       " + session.style().dim("lacks " + missing)));
            process.heldBack().forEach(call -> session.out().println("       " + session.style().yellow("holds back calls of " + call)));
        }
        return ExitCodes.DONE;
    }
}
