package community.likeminds.agent.processors.docs.formats.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Looks how much a document's compressed parts unpack to, before anything holds them in memory. */
final class PdfBombs {

    private static final long MOST = 400L * 1024 * 1024;
    /** Times that a part is packed again, which no program does. */
    private static final int DEEPEST = 6;
    private static final byte[] MARK = {'s', 't', 'r', 'e', 'a', 'm'};

    private PdfBombs() {}

    static boolean tooLarge(byte[] bytes) {
        long total = 0;
        for (int at = find(bytes, 0); at >= 0; at = find(bytes, at)) {
            int start = at;
            while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
                start++;
            }
            total += unpacked(new ByteArrayInputStream(bytes, start, bytes.length - start), MOST - total, 0);
            if (total > MOST) {
                return true;
            }
        }
        return false;
    }

    /** How much a stream unpacks to, and what that unpacks to when it is packed again; more than the most means no more than that. */
    private static long unpacked(InputStream packed, long most, int depth) {
        long total = 0;
        byte[] sink = new byte[64 * 1024];
        try (PushbackInputStream in = new PushbackInputStream(new InflaterInputStream(packed, new Inflater(), 8 * 1024), 2)) {
            byte[] head = in.readNBytes(2);
            if (depth < DEEPEST && head.length == 2 && packed(head)) {
                in.unread(head);
                return unpacked(in, most, depth + 1);
            }
            total = head.length;
            for (int read = in.read(sink); read >= 0; read = in.read(sink)) {
                total += read;
                if (total > most) {
                    return total;
                }
            }
        } catch (IOException otherwisePackedOrDamaged) {
            return total;
        }
        return total;
    }

    /** Whether bytes are how zlib begins. */
    private static boolean packed(byte[] head) {
        return (head[0] & 0x0f) == 8 && ((head[0] & 0xff) << 8 | head[1] & 0xff) % 31 == 0;
    }

    /** The place behind the next mark of a stream's beginning, or -1. */
    private static int find(byte[] bytes, int from) {
        for (int i = Math.max(from, 3); i + MARK.length < bytes.length; i++) {
            if (bytes[i] == 's' && bytes[i - 1] != 'd' && java.util.Arrays.equals(bytes, i, i + MARK.length, MARK, 0, MARK.length)) {
                return i + MARK.length;
            }
        }
        return -1;
    }
}
