package community.likeminds.agent.infrastructure.storage.objects;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;

/** Content whose end is only reached when it has the checksum that it was stored with. */
public final class VerifiedStream extends FilterInputStream {

    private final DigestInputStream content;
    private final String key;
    private final String sha256;
    private boolean verified;

    public VerifiedStream(InputStream content, String key, String sha256) {
        this(new DigestInputStream(content, Intake.digest()), key, sha256);
    }

    private VerifiedStream(DigestInputStream content, String key, String sha256) {
        super(content);
        this.content = content;
        this.key = key;
        this.sha256 = sha256;
    }

    @Override
    public int read() throws IOException {
        return checked(content.read());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return checked(content.read(bytes, offset, length));
    }

    private int checked(int read) throws IOException {
        if (read < 0 && !verified) {
            if (!HexFormat.of().formatHex(content.getMessageDigest().digest()).equals(sha256)) {
                throw new IOException("The object '" + key + "' is damaged: its checksum is not the one that it was stored with.");
            }
            verified = true;
        }
        return read;
    }

    /** Nothing is left out, or the checksum would not fit. */
    @Override
    public long skip(long count) throws IOException {
        long left = count;
        byte[] buffer = new byte[8 * 1024];
        while (left > 0) {
            int read = read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                break;
            }
            left -= read;
        }
        return count - left;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
