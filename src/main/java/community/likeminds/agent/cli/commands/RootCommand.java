package community.likeminds.agent.cli.commands;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code likeminds} itself: the global options and the list of commands. */
@Command(
        name = "likeminds",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = VersionProvider.class,
        usageHelpAutoWidth = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        commandListHeading = "%nCommands:%n",
        descriptionHeading = "%n",
        footerHeading = "%nExamples:%n")
public final class RootCommand implements Runnable {

    @Mixin
    private final GlobalOptions options;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private RootCommand(GlobalOptions options) {
        this.options = options;
    }

    /** The whole command line; nothing is started by it. */
    public static CommandLine commandLine(CommandSession session) {
        CommandLine line = new CommandLine(new RootCommand(session.options()));
        line.getCommandSpec()
                .usageMessage()
                .description("Reads an SDK's documentation, integrates it into a project, and proves the result.")
                .footer(
                        "  likeminds demo",
                        "  likeminds ingest ./docs",
                        "  likeminds ask \"How do I start a session?\"",
                        "  likeminds integrate ./my-app --docs ./docs --request \"Add the feed\"",
                        "",
                        "Exit status: 0 done and verified, 3 partly done, 4 refused or failed,",
                        "2 bad input, 1 internal error.");
        return line.addSubcommand(new DemoCommand(session))
                .addSubcommand(new IngestCommand(session))
                .addSubcommand(SourcesCommand.commandLine(session))
                .addSubcommand(new JobsCommand(session))
                .addSubcommand(new TasksCommand(session))
                .addSubcommand(new DeadLettersCommand(session))
                .addSubcommand(new SearchCommand(session))
                .addSubcommand(new AskCommand(session))
                .addSubcommand(new AnalyticsCommand(session))
                .addSubcommand(DocsCommand.line(session))
                .addSubcommand(CodeCommand.commandLine(session))
                .addSubcommand(new InspectCommand(session))
                .addSubcommand(new PlanCommand(session))
                .addSubcommand(new PlansCommand(session))
                .addSubcommand(new ApplyCommand(session))
                .addSubcommand(new IntegrateCommand(session))
                .addSubcommand(new RunsCommand(session))
                .addSubcommand(new ReportCommand(session))
                .addSubcommand(new ResumeCommand(session))
                .addSubcommand(new UndoCommand(session))
                .addSubcommand(new BackupCommand(session))
                .addSubcommand(new RestoreBackupCommand(session))
                .addSubcommand(new ServeCommand(session))
                .addSubcommand(OrganisationsCommand.commandLine(session))
                .addSubcommand(UsersCommand.commandLine(session))
                .addSubcommand(KeysCommand.commandLine(session))
                .addSubcommand(SecretsCommand.commandLine(session))
                .addSubcommand(ProjectsCommand.commandLine(session))
                .addSubcommand(new AuditCommand(session))
                .addSubcommand(new StatusCommand(session))
                .addSubcommand(new RolesCommand(session))
                .addSubcommand(ConfigCommand.commandLine(session))
                .addSubcommand(new BenchCommand(session))
                .addSubcommand(new CompletionCommand(session))
                .addSubcommand(new WarmUpCommand(session));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command is given.");
    }
}
