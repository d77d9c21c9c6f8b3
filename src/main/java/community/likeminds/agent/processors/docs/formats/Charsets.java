package community.likeminds.agent.processors.docs.formats;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns bytes into text: byte order mark, then what is declared, then UTF-8, then what old Western pages are written in. */
public final class Charsets {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int HEAD = 2048;
    private static final int SAMPLE = 8192;
    private static final Pattern META = Pattern.compile("(?i)<meta[^>]{0,200}?charset\\s{0,5}=\\s{0,5}[\"']?\\s{0,5}([\\w:.-]{2,40})");
    private static final Pattern XML = Pattern.compile("(?i)^<\\?xml[^>]{0,200}?encoding\\s{0,5}=\\s{0,5}[\"']([\\w:.-]{2,40})[\"']");

    private Charsets() {}

    /**
     * @param declared name that came with the bytes, or empty
     * @return the text without a byte order mark; what the charset does not know is replaced, and so is NUL, which databases do not store
     */
    public static String text(byte[] bytes, String declared) {
        return decoded(bytes, declared).replace('\0', '\uFFFD');
    }

    private static String decoded(byte[] bytes, String declared) {
        Mark mark = Mark.of(bytes);
        if (mark != Mark.NONE) {
            return new String(bytes, mark.length, bytes.length - mark.length, mark.charset());
        }
        Charset named = named(declared);
        return named == null || named.equals(StandardCharsets.UTF_8) ? guess(bytes) : new String(bytes, named);
    }

    /** As {@link #text}, where the page itself may name its charset. */
    public static String markup(byte[] bytes, String declared) {
        if (Mark.of(bytes) != Mark.NONE || named(declared) != null) {
            return text(bytes, declared);
        }
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        for (Pattern pattern : new Pattern[] {XML, META}) {
            Matcher matcher = pattern.matcher(head);
            if (matcher.find()) {
                String name = matcher.group(1).toLowerCase(Locale.ROOT);
                // A page that could be read so far is not in UTF-16, whatever it says.
                return text(bytes, name.startsWith("utf-16") ? "" : name);
            }
        }
        return text(bytes, "");
    }

    /** Whether the bytes are no text in any charset that this class knows. */
    public static boolean binary(byte[] bytes) {
        if (Mark.of(bytes) != Mark.NONE) {
            return false;
        }
        for (int i = 0; i < Math.min(bytes.length, SAMPLE); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the bytes are UTF-8 without an error. */
    public static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException otherwise) {
            return false;
        }
    }

    /** UTF-8 unless nothing in the text but its errors speaks for it. */
    private static String guess(byte[] bytes) {
        CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        boolean wide = false;
        boolean errors = false;
        while (true) {
            CoderResult result = strict.decode(in, out, true);
            out.flip();
            wide = wide || out.chars().anyMatch(c -> c > 127);
            out.clear();
            if (!result.isError()) {
                break;
            }
            errors = true;
            if (wide) {
                break;
            }
            in.position(Math.min(in.limit(), in.position() + result.length()));
            strict.reset();
        }
        // Latin-1 and its kin: every byte above 127 stands alone, which UTF-8 never has.
        return new String(bytes, !errors || wide ? StandardCharsets.UTF_8 : WESTERN);
    }

    private static @Nullable Charset named(String name) {
        try {
            Charset charset = name.isBlank() ? null : Charset.forName(name.strip());
            // What calls itself Latin-1 on the web is Windows-1252, as browsers read it.
            return charset != null && (charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII)) ? WESTERN : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private enum Mark {
        NONE(0, "UTF-8"),
        UTF_8(3, "UTF-8"),
        UTF_16_BE(2, "UTF-16BE"),
        UTF_16_LE(2, "UTF-16LE"),
        UTF_32_LE(4, "UTF-32LE"),
        UTF_32_BE(4, "UTF-32BE");

        private final int length;
        private final String name;

        Mark(int length, String name) {
            this.length = length;
            this.name = name;
        }

        Charset charset() {
            return Charset.forName(name);
        }

        static Mark of(byte[] bytes) {
            if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
                return UTF_8;
            }
            if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
                return UTF_32_LE;
            }
            if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
                return UTF_32_BE;
            }
            return starts(bytes, 0xFE, 0xFF) ? UTF_16_BE : starts(bytes, 0xFF, 0xFE) ? UTF_16_LE : NONE;
        }

        private static boolean starts(byte[] bytes, int... mark) {
            for (int i = 0; i < mark.length; i++) {
                if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
