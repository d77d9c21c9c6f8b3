package community.likeminds.agent.processors.code;

import community.likeminds.agent.processors.code.StructuralEdits.Edit;
import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.ast.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes lines out of a file that a guide marks as removed, and puts what it shows in their place there. Only lines that stand in the
 * file exactly once, together and in their order, apart from indentation; anything else stays as it is.
 */
final class MarkedRemovals {

    /** A bracket or a tag's end alone could stand anywhere. */
    private static final Pattern TELLING = Pattern.compile("\\w{3,}");

    private final String path;
    private final String file;
    private final List<String> fileLines;
    private final Set<String> known;

    private MarkedRemovals(String path, String file) {
        this.path = path;
        this.file = file;
        this.fileLines = List.of(file.split("(?<=\n)", -1));
        this.known = fileLines.stream().map(String::strip).collect(Collectors.toSet());
    }

    /**
     * Lines that a guide marks, with what takes their place.
     *
     * @param replacement the unmarked lines that follow and that the file does not have, or that are the marked ones somewhere within
     */
    private record Hunk(List<String> lines, List<String> replacement) {}

    static Edit apply(String path, String file, String snippet, List<Integer> removed) {
        MarkedRemovals removals = new MarkedRemovals(path, file);
        return removals.applied(removals.hunks(snippet.lines().toList(), Set.copyOf(removed)));
    }

    private List<Hunk> hunks(List<String> lines, Set<Integer> removed) {
        List<Hunk> hunks = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            if (!removed.contains(index + 1)) {
                continue;
            }
            List<String> gone = new ArrayList<>();
            for (; index < lines.size() && removed.contains(index + 1); index++) {
                gone.add(lines.get(index));
            }
            List<String> instead = new ArrayList<>();
            for (int next = index; next < lines.size() && !removed.contains(next + 1); next++) {
                String line = lines.get(next);
                boolean moved = gone.stream().anyMatch(one -> one.strip().equals(line.strip()));
                if (line.isBlank() || known.contains(line.strip()) && !moved) {
                    break;
                }
                instead.add(line);
            }
            index--;
            while (!gone.isEmpty() && gone.getLast().isBlank()) {
                gone.removeLast();
            }
            if (gone.stream().anyMatch(line -> TELLING.matcher(line).find()) && !isDone(lines.subList(index + 1, lines.size()), gone)) {
                hunks.add(new Hunk(gone, instead));
            }
        }
        return hunks;
    }

    /** A marked line that goes on within what is shown in its place still stands in the file afterwards, but behind what is shown before it. */
    private boolean isDone(List<String> following, List<String> gone) {
        for (int index = 1; index < following.size(); index++) {
            String line = following.get(index).strip();
            if (line.isEmpty()) {
                return false;
            }
            if (gone.stream().anyMatch(one -> one.strip().equals(line))) {
                return !places(fileLines, following.subList(0, index + 1)).isEmpty();
            }
        }
        return false;
    }

    private Edit applied(List<Hunk> hunks) {
        List<String> result = new ArrayList<>(fileLines);
        List<String> changes = new ArrayList<>();
        for (Hunk hunk : hunks) {
            List<Integer> places = places(result, hunk.lines);
            if (places.size() > 1) {
                return conflict("`" + hunk.lines.getFirst().strip() + "`, which the guide removes, stands in the file " + places.size() + " times.");
            }
            if (places.size() == 1) {
                replace(result, places.getFirst(), hunk);
                changes.add(
                        hunk.replacement.isEmpty()
                                ? "Removed `" + hunk.lines.getFirst().strip() + "`, which the guide marks as removed."
                                : "Replaced `" + hunk.lines.getFirst().strip() + "` by `" + hunk.replacement.getFirst().strip()
                                        + "`, as the guide marks it.");
            }
        }
        String text = String.join("", result);
        Optional<Language> language = Language.of(path);
        if (!changes.isEmpty()
                && language.filter(one -> SyntaxTree.parses(one, file) && !SyntaxTree.parses(one, text)).isPresent()) {
            return conflict("The file would no longer parse without the lines that the guide removes.");
        }
        return new Edit(text, changes, List.of(), null);
    }

    private Edit conflict(String sentence) {
        return new Edit(file, List.of(), List.of(), sentence);
    }

    private static List<Integer> places(List<String> lines, List<String> wanted) {
        List<Integer> places = new ArrayList<>();
        for (int start = 0; start + wanted.size() <= lines.size(); start++) {
            int same = 0;
            while (same < wanted.size() && lines.get(start + same).strip().equals(wanted.get(same).strip())) {
                same++;
            }
            if (same == wanted.size()) {
                places.add(start);
            }
        }
        return places;
    }

    private void replace(List<String> lines, int place, Hunk hunk) {
        String indent = indent(lines.get(place));
        String drawn = indent(hunk.lines.getFirst());
        String last = lines.get(place + hunk.lines.size() - 1);
        String end = last.endsWith("\r\n") ? "\r\n" : last.endsWith("\n") ? "\n" : file.contains("\r\n") ? "\r\n" : "\n";
        List<String> instead = new ArrayList<>();
        for (String line : hunk.replacement) {
            String body = line.startsWith(drawn) ? indent + line.substring(drawn.length()) : indent + line.strip();
            instead.add(body.stripTrailing() + end);
        }
        if (!instead.isEmpty() && !last.endsWith("\n")) {
            instead.set(instead.size() - 1, instead.getLast().stripTrailing());
        }
        for (int count = 0; count < hunk.lines.size(); count++) {
            lines.remove(place);
        }
        lines.addAll(place, instead);
    }

    private static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length()).replace("\r", "").replace("\n", "");
    }
}
