package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ConfigurationCheck;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.Settings;
import community.likeminds.agent.cli.output.Json;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code config check}: the effective configuration, and a sentence for everything that would stop a start. */
@Command(
        name = "check",
        description = {
            "Print the settings that a server would start with, secrets left out, and what is missing or contradicts itself.",
            "The exit status is 2 when the server would refuse to start."
        },
        footer = {"  likeminds config check", "  likeminds config check --roles processors"})
final class ConfigCheckCommand implements Callable<Integer> {

    private final CommandSession session;

    @Option(names = "--roles", paramLabel = "ROLES", defaultValue = "", description = "As 'serve' would be given them (default: as configured).")
    private String roles = "";

    @Option(names = "--json", description = "Print settings and problems as JSON.")
    private boolean json;

    ConfigCheckCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ConfigurationCheck check = session.starter()
                .configuration(new Settings(session.data(), session.options().verbose(), new Settings.Server(0, List.of(), roles, false)));
        if (json) {
            session.out().println(Json.line(check));
        } else {
            int width = check.settings().stream().mapToInt(setting -> setting.name().length()).max().orElse(0);
            check.settings().forEach(setting -> session.out()
                    .println(("%-" + width + "s  %s  ").formatted(setting.name(), setting.value())
                            + session.style().dim("(" + setting.origin() + ")")));
            check.problems().forEach(problem ->
                    session.out().println(session.style().yellow("! ") + problem.fact() + " " + problem.remedy()));
            if (check.problems().isEmpty()) {
                session.out().println(session.style().green("✓") + " A server would start with this.");
            }
        }
        return check.problems().isEmpty() ? ExitCodes.DONE : ExitCodes.BAD_INPUT;
    }
}
