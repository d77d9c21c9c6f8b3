package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.processors.docs.ReadResult.LeftOut;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Writes an archive's entries into a folder within limits; counts what was really read, because an archive may lie about sizes. */
final class Unpacking {

    static final long LARGEST_TOTAL = 500L * 1024 * 1024;
    static final int MOST_ENTRIES = 50_000;
    /** Text seldom shrinks to less than a thirtieth; small archives of little text may. */
    static final int STRONGEST_COMPRESSION = 200;
    private static final long HARMLESS = 32L * 1024 * 1024;

    /** The archive as a whole goes beyond a limit; the message is the reason, without its full stop. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(String reason) {
            super(reason);
        }
    }

    /** Opens an entry's content. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    private final Path target;
    private final Predicate<String> wanted;
    private final boolean belowTop;
    private final long packed;
    private final List<LeftOut> leftOut = new ArrayList<>();
    private long read;
    private int entries;

    Unpacking(Path target, Predicate<String> wanted, boolean belowTop, long packed) {
        this.target = target;
        this.wanted = wanted;
        this.belowTop = belowTop;
        this.packed = Math.max(1, packed);
    }

    List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    /** Leaves an entry out with a reason if its name says that it is a page. */
    void refuse(String name, String reason) throws TooLargeException {
        countEntry();
        if (wanted.test(inner(name.replace('\\', '/')))) {
            leave(name, reason);
        }
    }

    void entry(String name, boolean regular, boolean link, long declared, Content content) throws IOException {
        countEntry();
        String slashed = name.replace('\\', '/');
        if (climbs(slashed)) {
            leave(name, "Its name leads out of the archive.");
            return;
        }
        String path = inner(slashed);
        if (!regular) {
            if (link && wanted.test(path)) {
                leave(name, "It is a link, which archives may not hold.");
            }
        } else if (!path.isEmpty() && wanted.test(path)) {
            page(name, path, declared, content);
        } else if (Archives.isArchive(path)) {
            leave(name, "It is an archive within the archive, which is not opened.");
        }
    }

    private void page(String name, String path, long declared, Content content) throws IOException {
        if (declared > PageFiles.LARGEST) {
            leave(name, tooLarge());
            return;
        }
        Path place;
        try {
            place = target.resolve(path).normalize();
        } catch (InvalidPathException odd) {
            leave(name, "Its name is none that this machine can store.");
            return;
        }
        if (!place.startsWith(target) || place.equals(target)) {
            leave(name, "Its name leads out of the archive.");
        } else if (Files.exists(place)) {
            leave(name, "The archive holds two files of this name; the first one is read.");
        } else {
            write(name, place, content);
        }
    }

    private void write(String name, Path place, Content content) throws IOException {
        long size = 0;
        try {
            Files.createDirectories(place.getParent());
            try (OutputStream out = Files.newOutputStream(place)) {
                InputStream in = content.open();
                byte[] buffer = new byte[16_384];
                for (int n = in.read(buffer); n >= 0 && size <= PageFiles.LARGEST; n = in.read(buffer)) {
                    size += n;
                    out.write(buffer, 0, n);
                }
            }
        } catch (FileSystemException unstorable) {
            leave(name, "It cannot be stored under its name: " + unstorable.getClass().getSimpleName() + ".");
            return;
        }
        if (size > PageFiles.LARGEST) {
            Files.delete(place);
            leave(name, tooLarge());
        }
    }

    private static String tooLarge() {
        return "It is larger than " + PageFiles.LARGEST / (1024 * 1024) + " MB.";
    }

    private void countEntry() throws TooLargeException {
        if (++entries > MOST_ENTRIES) {
            throw new TooLargeException("it has more than " + MOST_ENTRIES + " entries, more than any documentation");
        }
    }

    /** Counts what was unpacked, whether it is written or passed over. */
    void count(long bytes) throws TooLargeException {
        read += bytes;
        if (read > LARGEST_TOTAL) {
            throw new TooLargeException("it unpacks to more than " + LARGEST_TOTAL / (1024 * 1024) + " MB, more than any documentation");
        }
        if (read > HARMLESS && read / packed > STRONGEST_COMPRESSION) {
            throw new TooLargeException("it unpacks to more than " + STRONGEST_COMPRESSION + " times its size, as only a trap does");
        }
    }

    private void leave(String name, String reason) {
        String shown = name.length() > 200 ? name.substring(0, 200) : name;
        leftOut.add(new LeftOut(shown.replaceAll("\\p{Cntrl}", "?"), reason));
    }

    private static boolean climbs(String path) {
        if (path.startsWith("/") || path.indexOf('\0') >= 0 || path.toLowerCase(Locale.ROOT).matches("[a-z]:.*")) {
            return true;
        }
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                return true;
            }
        }
        return false;
    }

    /** The path below the archive's top folder, or an empty string for what is not below it. */
    private String inner(String path) {
        String plain = path.startsWith("./") ? path.substring(2) : path;
        int slash = plain.indexOf('/');
        return !belowTop ? plain : slash < 0 ? "" : plain.substring(slash + 1);
    }
}
