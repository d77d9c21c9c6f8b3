package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.Notice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts what a page includes in its place and values in the place of names. Bounded in depth, number and size; what cannot be had is noted. */
final class Expansion {

    /** Characters of a part that stands within a line. */
    private static final int MOST_WORDS = 2_000;
    private static final int DEEPEST = 10;
    private static final int MOST_INCLUDES = 300;
    private static final int MOST_CHARACTERS = 2_000_000;
    private static final Set<String> PROSE = Set.of("md", "mdx", "markdown", "mdoc", "html", "htm", "rst", "txt", "liquid", "");

    private final SiteFiles files;
    private final Set<String> parts;
    private final Map<String, String> front;
    private final Map<String, String> site;
    private final List<String> text = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final List<String> partials = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private int includes;
    private long characters;
    private boolean limited;
    /** What the includes that are open give their parts. */
    private Map<String, String> given = Map.of();
    /** Line of the page that is being expanded, or 0 while it is the page's own line. */
    private int number;

    /**
     * @param lines the page with what it includes
     * @param notices what could not be included
     */
    record Result(PageLines lines, List<Notice> notices) {}

    private Expansion(SiteFiles files, Set<String> parts, Map<String, String> front, Map<String, String> site) {
        this.files = files;
        this.parts = parts;
        this.front = front;
        this.site = site;
    }

    /**
     * @param path of the page below the source's root
     * @param first index of the first line behind the front matter
     * @param parts names that choose a variant of a part: the page's platform and its folders
     */
    static Result of(SiteFiles files, String path, String[] lines, int first, Map<String, String> front, Map<String, String> site, Set<String> parts) {
        Expansion expansion = new Expansion(files, parts, front, site);
        for (int i = 0; i < first; i++) {
            expansion.emit(lines[i], i);
        }
        expansion.open.push(path);
        expansion.frame(path, lines, first);
        return new Result(
                new PageLines(expansion.text.toArray(String[]::new), expansion.numbers.stream().mapToInt(Integer::intValue).toArray(),
                        expansion.includes == 0 ? null : expansion.partials.toArray(String[]::new)),
                List.copyOf(expansion.notices));
    }

    private void emit(String line, int index) {
        text.add(line);
        numbers.add(number == 0 ? index + 1 : number);
        partials.add(number == 0 ? "" : String.valueOf(open.peek()));
    }

    private void frame(String path, String[] lines, int first) {
        Variables variables = new Variables(given, front, site);
        Tag.Reader tags = new Tag.Reader(lines);
        Imports imports = new Imports();
        String fence = "";
        for (int i = first; i < lines.length; i++) {
            String line = lines[i];
            int at = Text.skipSpaces(line, 0);
            if (at >= line.length()) {
                emit(line, i);
                continue;
            }
            int length = Text.fence(line, at);
            if (!fence.isEmpty()) {
                boolean closes = line.startsWith(fence, at) && Text.blankFrom(line, at + Text.run(line, at, fence.charAt(0)));
                Include include = closes ? null : Include.inCode(line, at, i);
                fence = closes ? "" : fence;
                if (include == null || !include(include, path, line.substring(0, at), i, i, true)) {
                    emit(variables.in(line, true), i);
                }
                continue;
            }
            if (length > 0) {
                Include include = Include.directive(line.substring(at + length).strip(), i);
                int end = include == null ? -1 : closing(lines, i, line.substring(at, at + length));
                if (include != null && end > 0 && include(include, path, line.substring(0, at), i, end, false)) {
                    i = end;
                    continue;
                }
                fence = line.substring(at, at + length);
                emit(variables.in(line, true), i);
                continue;
            }
            i = outside(path, lines, i, at, tags, imports, variables);
        }
    }

    private static int closing(String[] lines, int first, String fence) {
        for (int i = first + 1; i < Math.min(lines.length, first + 30); i++) {
            if (lines[i].strip().equals(fence)) {
                return i;
            }
        }
        return -1;
    }

    /** A line outside of code; gives the index of the last line that was read. */
    private int outside(String path, String[] lines, int i, int at, Tag.Reader tags, Imports imports, Variables variables) {
        String line = lines[i];
        if (line.startsWith("import ", at)) {
            imports.read(line);
        }
        int behind = at;
        while (behind < line.length() && (line.charAt(behind) == '>' || line.charAt(behind) == ' ')) {
            behind++;
        }
        Include include = behind >= line.length() || !files.any() ? null : Include.of(tags, lines, i, behind, imports.pages());
        if (include == null && files.any()) {
            include = imports.shown(line, i);
        }
        if (include != null && include(include, path, line.substring(0, behind), i, include.last(), false)) {
            return include.last();
        }
        boolean dollar = line.startsWith("<$", at) || line.startsWith("</$", at);
        inlined(path, dollar ? line.replaceFirst("\\$", "") : line, i, variables);
        return i;
    }

    /** A line with the words of the parts that it takes in; parts of more than a line follow it. */
    private void inlined(String path, String line, int i, Variables variables) {
        List<InlineIncludes.Place> places = files.any() ? InlineIncludes.of(line) : List.of();
        StringBuilder shown = new StringBuilder();
        List<Include> behind = new ArrayList<>();
        int from = 0;
        for (InlineIncludes.Place place : places) {
            String part = files.find(place.target(), path, parts);
            if (part.isEmpty()) {
                // A sentence may also speak of such a place, so its words stay.
                note("include-missing", number == 0 ? i + 1 : number, number == 0 ? i + 1 : number, "The part '" + place.target() + "' is not in the source.");
                continue;
            }
            String words = words(part);
            if (words.isEmpty()) {
                behind.add(new Include(place.target(), Map.of(), false, "", i));
            }
            shown.append(line, from, place.start()).append(words);
            from = place.end();
        }
        emit(variables.in(places.isEmpty() ? line : shown.append(line, from, line.length()).toString(), false), i);
        behind.forEach(one -> include(one, path, "", i, i, false));
    }

    /** The only line of a part, or nothing: what is longer, missing or beyond the limits is no part of a sentence. */
    private String words(String path) {
        String body = limited || open.contains(path) ? null : files.text(path);
        if (body == null || body.length() > MOST_WORDS || ++includes > MOST_INCLUDES) {
            return "";
        }
        String[] lines = Text.lines(body);
        List<String> written = Arrays.stream(lines, FrontMatter.of(lines).next(), lines.length).filter(one -> !one.isBlank()).toList();
        return written.size() == 1 ? written.getFirst().strip() : "";
    }

    /** Whether the include is done with; when not, its line is read as it is. */
    private boolean include(Include include, String from, String prefix, int start, int end, boolean inCode) {
        if (!files.any()) {
            return false;
        }
        int shown = number == 0 ? start + 1 : number;
        int last = number == 0 ? end + 1 : number;
        String path = files.find(include.file(), from, parts);
        if (path.isEmpty()) {
            note("include-missing", shown, last, "The part '" + include.target() + "' is not in the source.");
            return true;
        }
        if (open.contains(path)) {
            note("include-cycle", shown, last, "The part '" + path + "' includes itself; it is left out here.");
            return true;
        }
        if (limited) {
            return true;
        }
        if (open.size() > DEEPEST) {
            note("include-limit", shown, last, "The parts of the page include each other more than " + DEEPEST + " deep; '" + path + "' is left out.");
            return true;
        }
        String body = files.text(path);
        if (++includes > MOST_INCLUDES) {
            note("include-limit", shown, last, "The page includes more than is read; '" + path + "' and what follows is left out.");
            limited = true;
            return true;
        }
        if (body == null || characters + body.length() > MOST_CHARACTERS) {
            note("include-limit", shown, last, "The part '" + path + "' is larger than what is read of one page, or not readable; it is left out.");
            return true;
        }
        characters += body.length();
        put(include, path, body, prefix, shown, inCode);
        return true;
    }

    private void put(Include include, String path, String body, String prefix, int shown, boolean inCode) {
        int before = number;
        number = shown;
        open.push(path);
        String extension = path.contains(".") ? path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) : "";
        boolean code = inCode || include.code() || !PROSE.contains(extension);
        String[] lines = Snippets.of(Text.lines(body), include.part(), include.braces(), code);
        if (inCode) {
            for (String line : lines) {
                emit(prefix + line, 0);
            }
        } else if (code) {
            String fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
            String title = include.title().isEmpty() ? path.substring(path.lastIndexOf('/') + 1) : include.title();
            String marked = include.braces().isEmpty() ? "" : " {" + include.braces().split("\\s")[0] + "}";
            emit(prefix + fence + extension + marked + " [" + title.replace("]", "") + "]", 0);
            for (String line : lines) {
                emit(prefix + line, 0);
            }
            emit(prefix + fence, 0);
        } else {
            int first = FrontMatter.of(lines).next();
            String[] shifted = new String[lines.length];
            for (int i = 0; i < lines.length; i++) {
                shifted[i] = lines[i].isBlank() ? prefix.stripTrailing() : prefix + lines[i];
            }
            Map<String, String> outer = given;
            given = new HashMap<>(outer);
            given.putAll(include.variables());
            emit(prefix.stripTrailing(), 0);
            frame(path, shifted, first);
            emit(prefix.stripTrailing(), 0);
            given = outer;
        }
        open.pop();
        number = before;
    }

    private static int longestRun(String[] lines) {
        int longest = 0;
        for (String line : lines) {
            int at = Text.skipSpaces(line, 0);
            longest = Math.max(longest, at < line.length() && line.charAt(at) == '`' ? Text.run(line, at, '`') : 0);
        }
        return longest;
    }

    private void note(String code, int start, int end, String sentence) {
        if (notices.size() < 100) {
            notices.add(new Notice(code, new LineRange(start, end), sentence));
        }
    }
}
