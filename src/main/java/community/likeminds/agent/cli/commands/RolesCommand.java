package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.RoleDescription;
import community.likeminds.agent.cli.output.Json;
import java.util.List;
import java.util.Map;
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
        footer = {"  likeminds roles", "  likeminds roles --json", "  likeminds serve --roles document-processor,code-processor"})
final class RolesCommand implements Callable<Integer> {

    private final CommandSession session;

    @Option(names = "--json", description = "Print the roles as JSON.")
    private boolean json;

    RolesCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
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
}
