package community.likeminds.agent.project.environment;

/** Real commands for the tests of other modules. */
public final class CommandsFixture {

    private static final ProcessCommands COMMANDS = new ProcessCommands();

    private CommandsFixture() {}

    public static Commands commands() {
        return COMMANDS;
    }
}
