package community.likeminds.agent.cli.terminal;

import community.likeminds.agent.shared.Progress;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/**
 * Shows progress: on a terminal one line that is redrawn, elsewhere a plain line for every stage and then one every ten
 * seconds, so that logs stay short.
 */
public final class ProgressLine implements Progress, AutoCloseable {

    private static final long REDRAW_NANOS = 80_000_000L;
    private static final long PLAIN_NANOS = 10_000_000_000L;
    private static final int BAR = 24;

    private final PrintStream err;
    private final boolean redrawn;
    private final int columns;
    private final Style style;
    private final LongSupplier clock;

    private String stage = "";
    private long shownAt;
    private boolean lineOpen;

    public ProgressLine(Terminal terminal, Style style) {
        this(terminal.err(), terminal.errIsTerminal(), terminal.columns(), style, System::nanoTime);
    }

    ProgressLine(PrintStream err, boolean redrawn, int columns, Style style, LongSupplier clock) {
        this.err = err;
        this.redrawn = redrawn;
        this.columns = columns;
        this.style = style;
        this.clock = clock;
    }

    @Override
    public synchronized void report(String newStage, long done, long total, String detail) {
        long now = clock.getAsLong();
        boolean newOne = !newStage.equals(stage);
        boolean last = total > 0 && done >= total;
        if (!newOne && now - shownAt < (redrawn ? REDRAW_NANOS : PLAIN_NANOS) && !(redrawn && last)) {
            return;
        }
        stage = newStage;
        shownAt = now;
        if (redrawn) {
            err.print(SafeStream.CLEAR_LINE + line(done, total, detail));
            err.flush();
            lineOpen = true;
        } else {
            err.println(plain(done, total));
        }
    }

    /** Takes the redrawn line away, so that results start on a clean one. */
    @Override
    public synchronized void close() {
        if (lineOpen) {
            err.print(SafeStream.CLEAR_LINE);
            err.flush();
            lineOpen = false;
        }
        stage = "";
    }

    private String plain(long done, long total) {
        if (total <= 0) {
            return done <= 0 ? stage + " …" : stage + " … " + done;
        }
        return stage + " … " + done + "/" + total;
    }

    private String line(long done, long total, String detail) {
        StringBuilder text = new StringBuilder(stage);
        int plainLength = stage.length();
        if (total > 0) {
            long shown = Math.clamp(done, 0, total);
            int filled = (int) (BAR * shown / total);
            String counts = " %d/%d %3d%%".formatted(shown, total, 100 * shown / total);
            text.append(' ')
                    .append(style.cyan("█".repeat(filled)))
                    .append(style.dim("░".repeat(BAR - filled)))
                    .append(counts);
            plainLength += 1 + BAR + counts.length();
        } else {
            String counts = done > 0 ? " " + done : " …";
            text.append(counts);
            plainLength += counts.length();
        }
        int room = columns - plainLength - 2;
        if (room > 8 && !detail.isEmpty()) {
            String oneLine = detail.replaceAll("\\s+", " ").strip();
            String cut = oneLine.length() <= room ? oneLine : "…" + oneLine.substring(oneLine.length() - room + 1);
            text.append(' ').append(style.dim(cut));
        }
        return text.toString();
    }
}
