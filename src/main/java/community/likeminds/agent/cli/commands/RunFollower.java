package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.PlannedStep;
import community.likeminds.agent.agents.coding.RunEvent;
import community.likeminds.agent.agents.coding.RunObserver;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.output.StepPrinter;
import community.likeminds.agent.cli.terminal.ProgressLine;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Follows a run from the command line: asks about its steps, or prints its events as one JSON object a line. Besides the types of
 * {@link RunEvent} there are {@code progress} ({@code stage}, {@code done}, {@code total}, {@code detail}) and {@code error}
 * ({@code code}, {@code fact}, {@code remedy}).
 */
final class RunFollower {

    private final CommandSession session;
    private final boolean asking;
    private final boolean events;

    RunFollower(CommandSession session, boolean asking, boolean events) {
        this.session = session;
        this.asking = asking;
        this.events = events;
    }

    /** Shows progress only. */
    static RunFollower quiet(CommandSession session) {
        return new RunFollower(session, false, false);
    }

    /** Whether standard output belongs to the events. */
    boolean events() {
        return events;
    }

    RunObserver on(ProgressLine progress) {
        return new RunObserver() {
            @Override
            public void report(String stage, long done, long total, String detail) {
                if (events) {
                    Map<String, Object> event = new LinkedHashMap<>();
                    event.put("type", "progress");
                    event.put("stage", stage);
                    event.put("done", done);
                    event.put("total", total);
                    event.put("detail", detail);
                    line(event);
                } else {
                    progress.report(stage, done, total, detail);
                }
            }

            @Override
            public void event(RunEvent event) {
                if (events) {
                    line(event);
                }
            }

            @Override
            public Decision approve(PlannedStep step, String diff) {
                if (!asking) {
                    return Decision.ALL;
                }
                progress.close();
                return ask(step, diff);
            }
        };
    }

    void error(String code, String fact, String remedy) {
        if (events) {
            Map<String, Object> event = new LinkedHashMap<>();
            event.put("type", "error");
            event.put("code", code);
            event.put("fact", fact);
            event.put("remedy", remedy);
            line(event);
        }
    }

    /** Progress may come from several threads. */
    private synchronized void line(Object event) {
        session.out().println(Json.line(event));
        session.out().flush();
    }

    private RunObserver.Decision ask(PlannedStep step, String diff) {
        new StepPrinter(session.err(), session.errStyle()).print(step, diff);
        while (true) {
            String answer = session.terminal().ask("Apply this step? [y]es, [n]o, [a]ll that follow, [q]uit: ").toLowerCase(Locale.ROOT);
            switch (answer) {
                case "y", "yes" -> {
                    return RunObserver.Decision.YES;
                }
                case "n", "no" -> {
                    return RunObserver.Decision.NO;
                }
                case "a", "all" -> {
                    return RunObserver.Decision.ALL;
                }
                // The end of the input is no consent.
                case "q", "quit", "" -> {
                    return RunObserver.Decision.QUIT;
                }
                default -> session.err().println("Answer with y, n, a or q.");
            }
        }
    }
}
