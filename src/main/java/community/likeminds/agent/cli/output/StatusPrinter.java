package community.likeminds.agent.cli.output;

import community.likeminds.agent.cli.terminal.Style;
import community.likeminds.agent.infrastructure.remote.SystemStatus;
import java.io.PrintStream;
import java.util.TreeMap;

/** The installation in one screen: what is unwell last, where people look. */
public final class StatusPrinter {

    private final PrintStream out;
    private final Style style;

    public StatusPrinter(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    public void print(SystemStatus status) {
        if (!status.processes().isEmpty()) {
            out.println(style.bold("Processes"));
            for (SystemStatus.ProcessState process : status.processes()) {
                out.printf("  %s %s  %s%n", mark(process.ready(), "waits"), process.address(), String.join(", ", process.roles()));
            }
        }
        out.println(style.bold("Servers and stores"));
        for (SystemStatus.StoreState store : status.stores()) {
            out.printf("  %s %s (%s)%n", mark(store.ready(), "away "), store.adapter(), store.store());
        }
        out.println(style.bold("Work"));
        if (status.tasks().isEmpty()) {
            out.println("  Nothing waits and nothing runs.");
        }
        for (SystemStatus.Unfinished one : status.tasks()) {
            out.printf("  %,d %s %s, the oldest since %s%n", one.count(), one.type(), one.state(), since(one.oldestSeconds()));
        }
        new TreeMap<>(status.deadLetters()).forEach((queue, count) -> out.printf("  %,d dead letters of %s%n", count, queue));
        for (SystemStatus.LatestTask task : status.latest()) {
            String subject = task.subject().isEmpty() ? "" : " " + task.subject();
            out.println(style.dim("  " + task.id() + "  " + task.type() + subject + "  " + task.state() + (task.failure().isEmpty() ? "" : "  " + task.failure())));
        }
        if (status.unwell().isEmpty()) {
            out.println(style.green("All is well."));
        } else {
            out.println(style.bold("Unwell"));
            status.unwell().forEach(one -> out.println("  " + style.yellow(one)));
        }
    }

    private String mark(boolean well, String otherwise) {
        return well ? style.green("well ") : style.yellow(otherwise);
    }

    private static String since(long seconds) {
        return seconds < 120 ? seconds + " s" : seconds < 7_200 ? seconds / 60 + " min" : seconds / 3_600 + " h";
    }
}
