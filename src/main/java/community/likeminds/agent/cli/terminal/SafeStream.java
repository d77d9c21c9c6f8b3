package community.likeminds.agent.cli.terminal;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stream to a terminal. Documentation, plans and sources of strangers are printed on it, and what they hold must not steer the terminal or turn
 * text around: control characters and directional overrides become visible; only what {@link Style} and {@link ProgressLine} write passes.
 */
final class SafeStream extends PrintStream {

    /** Clears a line that progress is shown on; only at the start of what is printed, where it can hide nothing that came with it. */
    static final String CLEAR_LINE = "\r\u001b[K";

    private static final Pattern UNSAFE = Pattern.compile(
            "(?<own>\u001b\\[(?:0|1|2|31|32|33|36)m)|(?<end>\r(?=\n))|[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]");

    SafeStream(OutputStream out) {
        super(out, true, StandardCharsets.UTF_8);
    }

    @Override
    public void print(String text) {
        boolean clears = text != null && text.startsWith(CLEAR_LINE);
        String rest = clears ? text.substring(CLEAR_LINE.length()) : String.valueOf(text);
        super.print((clears ? CLEAR_LINE : "") + safe(rest));
    }

    @Override
    public void println(String text) {
        print(text + System.lineSeparator());
        flush();
    }

    /** The text with every character that would steer a terminal made visible. */
    static String safe(String text) {
        Matcher found = UNSAFE.matcher(text);
        return !found.find() ? text : found.replaceAll(one -> Matcher.quoteReplacement(
                one.group("own") != null || one.group("end") != null ? one.group() : visible(one.group().charAt(0))));
    }

    private static String visible(char control) {
        return control < 0x20 ? String.valueOf((char) (0x2400 + control)) : control == 0x7f ? "\u2421" : "<U+%04X>".formatted((int) control);
    }
}
