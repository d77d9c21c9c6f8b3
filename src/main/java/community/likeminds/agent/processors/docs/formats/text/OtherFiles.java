package community.likeminds.agent.processors.docs.formats.text;

import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.Notice;
import community.likeminds.agent.processors.docs.analyzer.Site;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files that a page includes, which may include others: bounded in depth and number, none within itself. */
final class OtherFiles {

    private static final int DEEPEST = 10;
    private static final int MOST = 300;
    private static final int MOST_NOTICES = 100;

    private final Site site;
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Notice> notices = new ArrayList<>();
    private int count;

    OtherFiles(Site site, String page) {
        this.site = site;
        open.push(page);
    }

    /**
     * @param path below the source's root
     * @param lines of the file
     */
    record Other(String path, String[] lines) {}

    /**
     * The file that the file at hand names, or null: then a notice says why.
     *
     * @param line of the page
     */
    @Nullable Other find(String name, int line) {
        String path = site.file(name, open.getFirst());
        if (path.isEmpty()) {
            return none("include-missing", line, "The part '" + name + "' is not in the source.");
        }
        if (open.contains(path)) {
            return none("include-cycle", line, "The part '" + path + "' includes itself; it is left out here.");
        }
        if (open.size() >= DEEPEST || ++count > MOST) {
            return none("include-limit", line, "The page includes more than is read; '" + path + "' is left out.");
        }
        String text = site.text(path);
        return text == null ? none("include-limit", line, "The part '" + path + "' is too large or not readable; it is left out.") : new Other(path, TextLines.of(text));
    }

    private @Nullable Other none(String code, int line, String sentence) {
        if (notices.size() < MOST_NOTICES) {
            notices.add(new Notice(code, new LineRange(line, line), sentence));
        }
        return null;
    }

    /** What could not be included, and why. */
    List<Notice> notices() {
        return notices;
    }

    /** Path of the page or of the file that it is just including. */
    String page() {
        return open.getFirst();
    }

    void enter(Other other) {
        open.push(other.path());
    }

    void leave() {
        open.pop();
    }
}
