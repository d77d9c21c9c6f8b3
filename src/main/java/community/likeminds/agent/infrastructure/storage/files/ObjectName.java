package community.likeminds.agent.infrastructure.storage.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys as paths that every file system can hold, also one that does not tell {@code a} from {@code A}: small letters, digits, {@code _} and
 * {@code -} stand for themselves, everything else as {@code %xx}. A folder whose name ends with {@code +} goes on in the next one; the
 * last name ends with {@code ~}, so that {@code a} and {@code a/b} do not stand in each other's way.
 */
final class ObjectName {

    private static final int LONGEST = 200;

    private ObjectName() {}

    /** The path of an object below the folder of its tenant. */
    static Path of(Path folder, String key) {
        List<String> names = new ArrayList<>();
        for (String segment : key.split("/")) {
            String name = encoded(segment);
            for (; name.length() > LONGEST; name = name.substring(LONGEST)) {
                names.add(name.substring(0, LONGEST) + "+");
            }
            names.add(name);
        }
        names.set(names.size() - 1, names.getLast() + "~");
        Path path = folder;
        for (String name : names) {
            path = path.resolve(name);
        }
        return path;
    }

    /** The folder that holds every key with a prefix, and others maybe. */
    static Path folderOf(Path folder, String prefix) {
        int slash = prefix.lastIndexOf('/');
        Path any = slash < 1 ? null : of(folder, prefix.substring(0, slash) + "/x").getParent();
        return any == null ? folder : any;
    }

    static String key(Path folder, Path file) {
        StringBuilder key = new StringBuilder();
        for (Path name : folder.relativize(file)) {
            String text = name.toString();
            if (text.endsWith("+")) {
                key.append(text, 0, text.length() - 1);
            } else {
                key.append(text.endsWith("~") ? text.substring(0, text.length() - 1) : text + "/");
            }
        }
        return decoded(key.toString());
    }

    private static String encoded(String segment) {
        StringBuilder name = new StringBuilder();
        for (byte one : segment.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = one >= 'a' && one <= 'z' || one >= '0' && one <= '9' || one == '_' || one == '-';
            name.append(plain ? String.valueOf((char) one) : String.format("%%%02x", one));
        }
        return name.toString();
    }

    private static String decoded(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '%') {
                bytes.write(Integer.parseInt(name, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(name.charAt(i));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
