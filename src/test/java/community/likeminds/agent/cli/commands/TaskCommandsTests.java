package community.likeminds.agent.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.cli.CommandLineRun;
import community.likeminds.agent.cli.ExitCodes;
import org.junit.jupiter.api.Test;

/** Tasks and dead letters from the command line. */
class TaskCommandsTests {

    private final CommandLineRun cli = new CommandLineRun();

    @Test
    void tasksAreListedShownAndCancelled() {
        assertThat(cli.run("tasks")).isZero();
        assertThat(cli.out()).contains("one", "integration", "running", "Building 1 of 4", "two", "failed", "There is nothing there. Name another source.");
        assertThat(cli.run("tasks", "--type", "ingestion", "--json")).isZero();
        assertThat(cli.out()).contains("\"id\":\"two\"").doesNotContain("\"id\":\"one\"", "secret");
        assertThat(cli.run("tasks", "one")).isZero();
        assertThat(cli.out()).contains("step", "Add it");
        assertThat(cli.run("tasks", "one", "--json")).isZero();
        assertThat(cli.out()).contains("\"events\":[{", "\"title\":\"Add it\"");
        assertThat(cli.run("tasks", "--cancel", "one")).isZero();
        assertThat(cli.run("tasks", "--cancel", "two")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("has ended already");
        assertThat(cli.tasks.cancelled).containsExactly("one", "two");
        assertThat(cli.run("tasks", "three")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("There is no task 'three'.");
    }

    @Test
    void deadLettersAreListedShownSentAgainAndDiscarded() {
        assertThat(cli.run("dead-letters")).isZero();
        assertThat(cli.out()).contains("one", "task.ingestion", "It is broken.", "5 attempts");
        assertThat(cli.run("dead-letters", "one")).isZero();
        assertThat(cli.out()).contains("trace: t", "3f2a");
        assertThat(cli.run("dead-letters", "--json")).isZero();
        assertThat(cli.out()).contains("\"letters\":[{\"id\":\"one\"");
        assertThat(cli.run("dead-letters", "--redrive", "one")).isZero();
        assertThat(cli.run("dead-letters", "--discard", "one")).isZero();
        assertThat(cli.run("dead-letters", "--discard", "two")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("There is no dead letter 'two'.");
        assertThat(cli.letters.decided).containsExactly("redrive one", "discard one", "discard two");
    }
}
