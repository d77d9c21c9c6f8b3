package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.infrastructure.messaging.DeadLetter;
import community.likeminds.agent.infrastructure.messaging.DeadLetters;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dead-letters}: what failed for good, until somebody decides. */
@Command(
        name = "dead-letters",
        description = "List messages that failed for good, show one, send one again, or throw one away.",
        footer = {
            "  likeminds dead-letters",
            "  likeminds dead-letters 3f2a… --json",
            "  likeminds dead-letters --redrive 3f2a…",
            "  likeminds dead-letters --discard 3f2a…"
        })
final class DeadLettersCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final int LISTED = 100;

    private final CommandSession session;

    @Parameters(arity = "0..1", paramLabel = "LETTER", description = "Show this one.")
    private @Nullable String id;

    @Option(names = "--redrive", paramLabel = "LETTER", description = "Send this one to its queue again.")
    private @Nullable String redrive;

    @Option(names = "--discard", paramLabel = "LETTER", description = "Throw this one away.")
    private @Nullable String discard;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    DeadLettersCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        DeadLetters letters = session.get(DeadLetters.class);
        if (redrive != null) {
            decided(letters.redrive(TenantId.DEFAULT, redrive), redrive, "is sent again.");
        } else if (discard != null) {
            decided(letters.discard(TenantId.DEFAULT, discard), discard, "is thrown away.");
        } else if (id != null) {
            show(letters.find(TenantId.DEFAULT, id).orElseThrow(() -> unknown(String.valueOf(id))));
        } else {
            list(letters.list(TenantId.DEFAULT, LISTED));
        }
        return ExitCodes.DONE;
    }

    private void decided(boolean found, String letter, String what) {
        if (!found) {
            throw unknown(letter);
        }
        session.err().println("The dead letter " + letter + " " + what);
    }

    private static AgentException unknown(String letter) {
        return AgentException.notFound(
                "dead-letter-unknown", "There is no dead letter '" + letter + "'.", "See them with: likeminds dead-letters.");
    }

    private void list(List<DeadLetter> found) {
        if (json) {
            session.out().println(Json.line(Map.of("letters", found)));
        } else if (found.isEmpty()) {
            session.out().println("There are no dead letters.");
        } else {
            found.forEach(this::line);
        }
    }

    private void show(DeadLetter letter) {
        if (json) {
            session.out().println(Json.line(letter));
        } else {
            line(letter);
            letter.headers().forEach((name, value) -> session.out().println("  " + session.style().dim(name + ": " + value)));
            session.out().println("  " + letter.body());
        }
    }

    private void line(DeadLetter letter) {
        session.out().printf(
                "%s  %s  %s%n  %s%n",
                session.style().bold(letter.id()), letter.queue(), session.style().yellow(letter.reason()),
                session.style().dim(letter.code() + ", " + letter.attempts() + (letter.attempts() == 1 ? " attempt, " : " attempts, ") + TIME.format(letter.diedAt())));
    }
}
