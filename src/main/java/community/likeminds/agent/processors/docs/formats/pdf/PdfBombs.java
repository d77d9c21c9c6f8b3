package community.likeminds.agent.processors.docs.formats.pdf;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Looks how much a document's compressed parts unpack to, before anything holds them in memory. */
final class PdfBombs {

    private static final long MOST = 400L * 1024 * 1024;
    private static final byte[] MARK = {'s', 't', 'r', 'e', 'a', 'm'};

    private PdfBombs() {}

    static boolean tooLarge(byte[] bytes) {
        long total = 0;
        byte[] sink = new byte[64 * 1024];
        for (int at = find(bytes, 0); at >= 0; at = find(bytes, at)) {
            int start = at;
            while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
                start++;
            }
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(bytes, start, bytes.length - start);
                while (!inflater.finished() && !inflater.needsDictionary()) {
                    int read = inflater.inflate(sink);
                    total += read;
                    if (total > MOST) {
                        return true;
                    }
                    if (read == 0 && inflater.needsInput()) {
                        break;
                    }
                }
            } catch (DataFormatException otherwisePacked) {
                continue;
            } finally {
                inflater.end();
            }
        }
        return false;
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
