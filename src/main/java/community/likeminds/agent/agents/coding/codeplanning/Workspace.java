package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.requirementanalysis.ProjectFiles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The project's files with planned changes laid over them; nothing is written. Not thread-safe. */
public final class Workspace {

    private final ProjectFiles files;
    private final Map<String, String> overlay = new LinkedHashMap<>();
    private final Map<String, String> read = new LinkedHashMap<>();

    public Workspace(ProjectFiles files) {
        this.files = files;
    }

    boolean exists(String path) {
        return overlay.containsKey(path) || files.has(path);
    }

    /** The text as it would be after the planned changes. */
    public String text(String path) {
        String planned = overlay.get(path);
        return planned != null ? planned : original(path);
    }

    /** The text as it is on disk, empty for a file that is not there. */
    public String original(String path) {
        return files.has(path) ? read.computeIfAbsent(path, files::text) : "";
    }

    /** Whether a file is there that cannot be written back without loss, because it is not UTF-8 text. */
    boolean foreign(String path) {
        return files.has(path) && !files.encodable(path);
    }

    void put(String path, String text) {
        overlay.put(path, text);
    }

    /** Takes a planned new file back. */
    void remove(String path) {
        overlay.remove(path);
    }

    Set<String> paths() {
        Set<String> all = new TreeSet<>(files.paths());
        all.addAll(overlay.keySet());
        return all;
    }

    /** Planned texts by path. */
    public Map<String, String> planned() {
        return Map.copyOf(overlay);
    }

    /** Whether git would leave a file out by the ignore files at the root and of the application. */
    boolean ignored(String path) {
        String rules = exists(".gitignore") ? text(".gitignore") : "";
        int slash = path.lastIndexOf('/');
        String own = slash > 0 && exists(path.substring(0, slash) + "/.gitignore") ? text(path.substring(0, slash) + "/.gitignore") : "";
        return Ignored.by(rules, path) || !own.isEmpty() && Ignored.by(own, path.substring(slash + 1));
    }
}
