package community.likeminds.agent.processors.docs.analyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands behind the opening of a fence.
 *
 * @param language lower case, or empty
 * @param metadata every name with its value, flags with {@code true}
 * @param label what names the block for people: {@code [label]}, a title, or the words that are left; may be empty
 * @param highlighted lines from 1 pointed out with braces
 * @param inserted lines from 1 marked as new
 * @param removed lines from 1 marked as removed
 * @param diff whether lines start with plus and minus
 */
record FenceInfo(
        String language,
        Map<String, String> metadata,
        String label,
        Set<Integer> highlighted,
        Set<Integer> inserted,
        Set<Integer> removed,
        boolean diff) {

    private static final int LONGEST = 2000;

    static FenceInfo of(String info) {
        return new FenceInfoParser(info.length() > LONGEST ? info.substring(0, LONGEST) : info).parse();
    }

    /** Names of files that the metadata gives, the surest first. */
    List<String> files() {
        List<String> files = new ArrayList<>();
        for (String key : List.of("filename", "file", "filepath", "file-name", "path", "src", "title", "name", "label", "caption")) {
            String value = metadata.get(key);
            if (value == null) {
                continue;
            }
            String whole = FileNames.fileIn(value);
            List<String> found = whole.isEmpty() ? FileNames.inProse(value) : List.of(whole);
            found.stream().filter(one -> !files.contains(one)).forEach(files::add);
        }
        return files;
    }
}
