package community.likeminds.agent.processors.docs.sources;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacked bytes that are counted where they come into being, below every reader that might keep them. */
final class CountedInput extends FilterInputStream {

    private static final int STEP = 16_384;

    private final Unpacking unpacking;
    private long allowed = Long.MAX_VALUE;

    CountedInput(InputStream in, Unpacking unpacking) {
        super(in);
        this.unpacking = unpacking;
    }

    /** @param bytes that may be read from here on until the next call: an entry and the header of the next one */
    void allow(long bytes) {
        allowed = bytes;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = in.read(buffer, from, Math.min(length, STEP));
        count(Math.max(0, read));
        return read;
    }

    /** In small steps, so that a bomb is noticed before it has been gone through. */
    @Override
    public long skip(long wanted) throws IOException {
        long skipped = in.skip(Math.min(wanted, STEP));
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws IOException {
        unpacking.count(bytes);
        allowed -= bytes;
        if (allowed < 0) {
            throw new Unpacking.TooLargeException("the header of an entry is longer than any name");
        }
    }
}
