package community.likeminds.agent.vector.core.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes the parts of a snapshot, one after the other, and remembers their checksums. */
final class SnapshotWriter implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ZipOutputStream zip;
    private final Map<String, Manifest.Part> parts = new LinkedHashMap<>();

    SnapshotWriter(Path file) throws IOException {
        this.zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8);
    }

    /** A part that is being written. */
    final class Part implements AutoCloseable {

        private final String name;
        private final DigestOutputStream out;
        private long size;

        private Part(String name) throws IOException {
            this.name = name;
            this.out = new DigestOutputStream(keepOpen(zip), sha256());
            zip.putNextEntry(new ZipEntry(name));
        }

        void line(Object value) {
            byte[] json = JSON.writeValueAsBytes(value);
            try {
                out.write(json);
                out.write('\n');
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            size += json.length + 1;
        }

        void text(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.write(bytes);
            size += bytes.length;
        }

        @Override
        public void close() throws IOException {
            zip.closeEntry();
            parts.put(name, new Manifest.Part(size, HexFormat.of().formatHex(out.getMessageDigest().digest())));
        }
    }

    Part part(String name) throws IOException {
        return new Part(name);
    }

    Map<String, Manifest.Part> parts() {
        return parts;
    }

    void manifest(Manifest manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(JSON.writeValueAsBytes(manifest));
        zip.closeEntry();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static OutputStream keepOpen(OutputStream out) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }
        };
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
