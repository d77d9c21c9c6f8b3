package community.likeminds.agent.infrastructure.storage.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first {@value #LENGTH} bytes of an object's file: one line of text, filled up with spaces. */
record ObjectHeader(String sha256, long size, String contentType) {

    static final int LENGTH = 256;

    private static final String MAGIC = "likeminds-object-1";

    byte[] bytes() {
        byte[] block = new byte[LENGTH];
        Arrays.fill(block, (byte) ' ');
        byte[] line = (MAGIC + " " + sha256 + " " + size + " " + contentType).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(line, 0, block, 0, line.length);
        block[LENGTH - 1] = '\n';
        return block;
    }

    static ObjectHeader read(InputStream in) throws IOException {
        String[] parts = new String(in.readNBytes(LENGTH), StandardCharsets.US_ASCII).strip().split(" ", 4);
        if (parts.length < 4 || !parts[0].equals(MAGIC)) {
            throw new IOException("a file there is no object of this program");
        }
        return new ObjectHeader(parts[1], Long.parseLong(parts[2]), parts[3]);
    }
}
