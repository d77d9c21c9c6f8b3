package community.likeminds.agent.processors.docs.analyzer;

/** Lines that are no text: imports and exports of MDX, definitions of links, expressions. */
final class HiddenLines {

    private static final int LONGEST_ESM = 500;

    private final PageScan scan;
    private final String[] lines;
    private int esmBudget = 20 * LONGEST_ESM;

    HiddenLines(PageScan scan) {
        this.scan = scan;
        this.lines = scan.lines;
    }

    /** The next line to read, or the same when it is text. */
    int behind(int i, int p) {
        String s = lines[i];
        if (p == 0 && (s.startsWith("import ") || scan.mdx && s.startsWith("export "))) {
            int end = esmEnd(i);
            if (end >= 0) {
                return end + 1;
            }
        }
        if (s.regionMatches(true, p, "[[toc]]", 0, 7) && Text.blankFrom(s, p + 7)) {
            return i + 1;
        }
        if (s.charAt(p) == '[') {
            int end = s.indexOf("]:", p);
            boolean definition = end > p + 1 && s.indexOf(']', p) == end && s.charAt(p + 1) != '^' && !Text.blankFrom(s, end + 2);
            return definition ? i + 1 : i;
        }
        if (s.startsWith("<<<", p)) {
            return i + 1;
        }
        boolean punctuation = scan.mdx && "{}()".indexOf(s.charAt(p)) >= 0
                && s.substring(p).chars().allMatch(c -> "{}()[];,&|?:!<>/ \"'\t".indexOf(c) >= 0);
        return punctuation ? i + 1 : i;
    }

    private int esmEnd(int first) {
        String s = lines[first];
        if (s.startsWith("import ")) {
            String rest = s.substring(7).stripLeading();
            boolean looks = !rest.isEmpty() && ("{*'\"".indexOf(rest.charAt(0)) >= 0 || rest.contains(" from '") || rest.contains(" from \""));
            for (int i = first; looks && i < lines.length && i - first < LONGEST_ESM; i++) {
                String line = lines[i].strip();
                if (line.isEmpty() || line.startsWith("```")) {
                    return -1;
                }
                if (line.endsWith("'") || line.endsWith("\"") || line.endsWith("';") || line.endsWith("\";")) {
                    return i;
                }
            }
            return -1;
        }
        int depth = 0;
        for (int i = first; i < lines.length && i - first < LONGEST_ESM && esmBudget > 0; i++) {
            for (int k = 0; k < lines[i].length(); k++) {
                char c = lines[i].charAt(k);
                depth += c == '{' || c == '(' || c == '[' ? 1 : c == '}' || c == ')' || c == ']' ? -1 : 0;
            }
            if (depth <= 0) {
                return i;
            }
        }
        esmBudget -= LONGEST_ESM;
        return first;
    }
}
