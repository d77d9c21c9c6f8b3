package community.likeminds.agent.cli.commands;

import java.util.List;

/**
 * The commands by name, in the order of the help text. A command line that names one needs no other: to load all of them and to
 * read their options from annotations takes as long as many a command.
 */
final class Commands {

    static final List<String> NAMES = List.of(
            "demo", "ingest", "sources", "jobs", "tasks", "dead-letters", "search", "ask", "analytics", "docs",
            "code", "inspect", "plan", "plans", "apply", "integrate", "runs", "report", "resume", "undo", "backup",
            "restore", "serve", "organisations", "users", "keys", "secrets", "projects", "audit", "status", "roles",
            "config", "bench", "completion", "warm-up");

    private Commands() {}

    /** Every command. */
    static List<Object> all(CommandSession session) {
        return NAMES.stream().map(name -> command(name, session)).toList();
    }

    /** The one command that the arguments name; every command when they name none, or ask the product itself for help. */
    static List<Object> named(CommandSession session, List<String> arguments) {
        String name = name(arguments);
        return NAMES.contains(name) ? List.of(command(name, session)) : all(session);
    }

    private static Object command(String name, CommandSession session) {
        return switch (name) {
            case "demo" -> new DemoCommand(session);
            case "ingest" -> new IngestCommand(session);
            case "sources" -> SourcesCommand.commandLine(session);
            case "jobs" -> new JobsCommand(session);
            case "tasks" -> new TasksCommand(session);
            case "dead-letters" -> new DeadLettersCommand(session);
            case "search" -> new SearchCommand(session);
            case "ask" -> new AskCommand(session);
            case "analytics" -> new AnalyticsCommand(session);
            case "docs" -> DocsCommand.line(session);
            case "code" -> CodeCommand.commandLine(session);
            case "inspect" -> new InspectCommand(session);
            case "plan" -> new PlanCommand(session);
            case "plans" -> new PlansCommand(session);
            case "apply" -> new ApplyCommand(session);
            case "integrate" -> new IntegrateCommand(session);
            case "runs" -> new RunsCommand(session);
            case "report" -> new ReportCommand(session);
            case "resume" -> new ResumeCommand(session);
            case "undo" -> new UndoCommand(session);
            case "backup" -> new BackupCommand(session);
            case "restore" -> new RestoreBackupCommand(session);
            case "serve" -> new ServeCommand(session);
            case "organisations" -> OrganisationsCommand.commandLine(session);
            case "users" -> UsersCommand.commandLine(session);
            case "keys" -> KeysCommand.commandLine(session);
            case "secrets" -> SecretsCommand.commandLine(session);
            case "projects" -> ProjectsCommand.commandLine(session);
            case "audit" -> new AuditCommand(session);
            case "status" -> new StatusCommand(session);
            case "roles" -> new RolesCommand(session);
            case "config" -> ConfigCommand.commandLine(session);
            case "bench" -> new BenchCommand(session);
            case "completion" -> new CompletionCommand(session);
            case "warm-up" -> new WarmUpCommand(session);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The first word, behind global options alone; empty when there is none. */
    private static String name(List<String> arguments) {
        boolean value = false;
        for (String argument : arguments) {
            if (value) {
                value = false;
            } else if (argument.equals("--data")) {
                value = true;
            } else if (!argument.startsWith("--data=") && !List.of("-v", "--verbose", "--no-color").contains(argument)) {
                return argument;
            }
        }
        return "";
    }
}
