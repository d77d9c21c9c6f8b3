package community.likeminds.agent.project.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Append-only list of what a run is about to do. A record is forced to the disk before the deed, so a record that is torn
 * belongs to a deed that was never begun.
 */
final class Journal implements AutoCloseable {

    private final FileChannel channel;

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    static Journal create(Path file) throws IOException {
        Journal journal =
                new Journal(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        Disk.forceFolder(file.toAbsolutePath().getParent());
        return journal;
    }

    /** Opens a journal to go on with it; a torn record at its end is cut off. */
    static Journal reopen(Path file) throws IOException {
        if (!Files.exists(file)) {
            return create(file);
        }
        long whole = 0;
        for (List<String> fields : read(file)) {
            whole += line(fields.toArray(String[]::new)).getBytes(StandardCharsets.UTF_8).length;
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        channel.truncate(whole);
        channel.position(whole);
        return new Journal(channel);
    }

    void append(String... fields) throws IOException {
        ByteBuffer line = ByteBuffer.wrap(line(fields).getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            channel.write(line);
        }
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Every whole record, in order; a missing file has none. */
    static List<List<String>> read(Path file) throws IOException {
        List<List<String>> records = new ArrayList<>();
        if (!Files.exists(file)) {
            return records;
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (int start = 0, end; (end = text.indexOf('\n', start)) >= 0; start = end + 1) {
            String line = new String(
                    text.substring(start, end).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            int space = line.indexOf(' ');
            if (space < 0 || !line.substring(0, space).equals(checksum(line.substring(space + 1)))) {
                break;
            }
            List<String> fields = new ArrayList<>();
            for (String field : line.substring(space + 1).split("\t", -1)) {
                fields.add(unescape(field));
            }
            records.add(List.copyOf(fields));
        }
        return records;
    }

    /** Fields as one line with a checksum before it. */
    static String line(String... fields) {
        StringBuilder body = new StringBuilder();
        for (String field : fields) {
            body.append(body.isEmpty() ? "" : "\t").append(escape(field));
        }
        return checksum(body.toString()) + " " + body + "\n";
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }

    private static String escape(String field) {
        return field.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescape(String field) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c != '\\' || i + 1 == field.length()) {
                text.append(c);
                continue;
            }
            char next = field.charAt(++i);
            text.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
        }
        return text.toString();
    }
}
