package community.likeminds.agent.project.environment;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads a program's output line by line and remembers its end, without terminal codes. */
final class OutputTail {

    private static final int KEPT = 200_000;
    private static final int LONGEST_LINE = 16_384;
    private static final Pattern TERMINAL_CODES = Pattern.compile(
            "\\u001b(?:\\[[0-9;?<=>!]*[ -/]*[@-~]|\\][^\\u0007\\u001b]*(?:\\u0007|\\u001b\\\\)?|[PX^_][^\\u001b]*\\u001b\\\\|[ -/]*[0-~])"
                    + "|[\\u0000-\\u0008\\u000b-\\u001f\\u007f]");

    private final StringBuilder text = new StringBuilder();
    private final Consumer<String> lines;

    OutputTail(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Reads to the end. A carriage return ends a line as well: progress bars write over themselves. */
    void drain(InputStream stream) throws IOException {
        StringBuilder line = new StringBuilder();
        char[] buffer = new char[8192];
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            for (int read; (read = reader.read(buffer)) >= 0; ) {
                for (int i = 0; i < read; i++) {
                    char c = buffer[i];
                    if (c != '\n' && c != '\r') {
                        line.append(c);
                    }
                    if (c == '\n' || c == '\r' && !line.isEmpty() || line.length() >= LONGEST_LINE) {
                        add(line.toString());
                        line.setLength(0);
                    }
                }
            }
        } finally {
            if (!line.isEmpty()) {
                add(line.toString());
            }
        }
    }

    static String plain(String raw) {
        return TERMINAL_CODES.matcher(raw).replaceAll("");
    }

    private void add(String raw) {
        String line = plain(raw);
        synchronized (text) {
            text.append(line).append('\n');
            if (text.length() > KEPT + LONGEST_LINE) {
                text.delete(0, text.length() - KEPT);
            }
        }
        lines.accept(line);
    }

    String text() {
        synchronized (text) {
            return text.length() <= KEPT ? text.toString() : text.substring(text.length() - KEPT);
        }
    }
}
