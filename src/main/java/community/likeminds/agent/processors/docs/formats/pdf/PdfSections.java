package community.likeminds.agent.processors.docs.formats.pdf;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.formats.Markdown;
import community.likeminds.agent.processors.docs.formats.RawPage;
import community.likeminds.agent.processors.docs.formats.Rendering;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes pages of a document's lines: what is larger than the text is a heading, what is typed is code, what is close is one paragraph. */
final class PdfSections {

    private static final int LONGEST_HEADING = 140;
    private static final float LARGER = 1.12f;
    private static final float FAR = 1.7f;

    private final RawPage raw;
    private final String title;
    private final Map<String, Integer> outline;

    PdfSections(RawPage raw, String title, Map<String, Integer> outline) {
        this.raw = raw;
        this.title = title;
        this.outline = outline;
    }

    List<Page> pages(List<PdfLine> lines) {
        Map<PdfLine, Integer> headings = headings(lines);
        int top = headings.values().stream().min(Comparator.naturalOrder()).orElse(0);
        List<List<PdfLine>> sections = new ArrayList<>();
        for (PdfLine line : lines) {
            boolean begins = top == 0 || headings.getOrDefault(line, 0) == top;
            boolean sameSheet = !sections.isEmpty() && sections.getLast().getFirst().page() == line.page();
            if (sections.isEmpty() || begins && !sameSheet) {
                sections.add(new ArrayList<>());
            }
            sections.getLast().add(line);
        }
        return sections.stream().map(section -> page(section, headings)).toList();
    }

    /** Levels of the lines that are headings: by the outline, else by size. */
    private Map<PdfLine, Integer> headings(List<PdfLine> lines) {
        TreeMap<Float, Integer> letters = new TreeMap<>();
        lines.stream().filter(line -> !line.mono()).forEach(line -> letters.merge(half(line.size()), line.text().length(), Integer::sum));
        float body = letters.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(0f);
        List<Float> sizes = letters.keySet().stream().filter(size -> size >= body * LARGER).sorted(Comparator.reverseOrder()).toList();
        Map<PdfLine, Integer> headings = new HashMap<>();
        for (PdfLine line : lines) {
            Integer named = outline.get(PdfPages.key(line.text()));
            int bySize = sizes.indexOf(half(line.size())) + 1;
            boolean may = !line.mono() && line.text().length() <= LONGEST_HEADING && line.text().chars().anyMatch(Character::isLetter);
            if (may && named != null && (bySize > 0 || line.bold())) {
                headings.put(line, Math.min(6, named));
            } else if (may && bySize > 0) {
                headings.put(line, Math.min(6, bySize));
            }
        }
        return headings;
    }

    private static float half(float size) {
        return Math.round(size * 2) / 2f;
    }

    private Page page(List<PdfLine> lines, Map<PdfLine, Integer> headings) {
        int sheet = lines.getFirst().page();
        Rendering out = new Rendering();
        String first = lines.stream().filter(headings::containsKey).findFirst().map(PdfLine::text).orElse("");
        String name = title.isEmpty() ? raw.path().substring(raw.path().lastIndexOf('/') + 1) : title;
        out.title(first.isEmpty() ? name + ", page " + sheet : first, "");
        int i = 0;
        while (i < lines.size()) {
            int end = i + 1;
            PdfLine line = lines.get(i);
            int level = headings.getOrDefault(line, 0);
            while (end < lines.size() && together(lines.get(end - 1), lines.get(end), headings)) {
                end++;
            }
            List<PdfLine> block = lines.subList(i, end);
            if (level > 0) {
                out.line("#".repeat(level) + " " + Markdown.escaped(joined(block)), i + 1, end);
            } else if (line.mono()) {
                code(block, i + 1, out);
            } else {
                prose(block, i + 1, end, out);
            }
            out.blank("");
            i = end;
        }
        String address = (raw.address().isEmpty() ? "/" + raw.path() : raw.address()) + "#page=" + sheet;
        return out.page(raw.source(), raw.path() + "#page=" + sheet, address, out.content());
    }

    private static boolean together(PdfLine before, PdfLine line, Map<PdfLine, Integer> headings) {
        if (!headings.getOrDefault(before, 0).equals(headings.getOrDefault(line, 0)) || before.mono() != line.mono()) {
            return false;
        }
        boolean samePage = before.page() == line.page();
        float gap = line.top() - before.top();
        if (line.mono()) {
            return samePage && gap < 4 * line.size();
        }
        boolean item = bullet(line.text()) || line.text().matches("\\d{1,3}[.)] .*");
        boolean close = samePage && gap > 0 && gap < FAR * Math.max(line.size(), before.size());
        boolean goesOn = !samePage && !before.text().matches(".*[.!?:]$") && Character.isLowerCase(line.text().charAt(0));
        return !item && (close || goesOn) && line.bold() == before.bold();
    }

    private static boolean bullet(String text) {
        return "•▪◦‣●–*-".indexOf(text.charAt(0)) >= 0 && text.length() > 2 && text.charAt(1) == ' ';
    }

    private static void prose(List<PdfLine> block, int start, int end, Rendering out) {
        String text = joined(block);
        if (bullet(text)) {
            out.line("- " + Markdown.escaped(text.substring(2)), start, end);
        } else if (text.matches("\\d{1,3}[.)] .*")) {
            out.line(Markdown.escaped(text), start, end);
        } else {
            String escaped = Markdown.paragraph(Markdown.escaped(text));
            out.line(block.getFirst().bold() && text.length() < LONGEST_HEADING ? "**" + escaped + "**" : escaped, start, end);
        }
    }

    /** Lines as one text; a word that was divided is whole again. */
    private static String joined(List<PdfLine> block) {
        StringBuilder text = new StringBuilder();
        for (PdfLine line : block) {
            boolean divided = text.length() > 1 && text.charAt(text.length() - 1) == '-' && Character.isLetter(text.charAt(text.length() - 2))
                    && Character.isLowerCase(line.text().charAt(0));
            if (divided) {
                text.setLength(text.length() - 1);
            } else if (!text.isEmpty()) {
                text.append(' ');
            }
            text.append(line.text());
        }
        return text.toString();
    }

    private static void code(List<PdfLine> block, int start, Rendering out) {
        float left = (float) block.stream().mapToDouble(PdfLine::left).min().orElse(0);
        List<String> code = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < block.size(); i++) {
            PdfLine line = block.get(i);
            float gap = i == 0 ? 0 : line.top() - block.get(i - 1).top();
            if (gap > 2 * line.size()) {
                code.add("");
                places.add(start + i);
            }
            code.add(" ".repeat(Math.clamp(Math.round((line.left() - left) / line.advance()), 0, 80)) + line.text());
            places.add(start + i);
        }
        String fence = Markdown.fence(code);
        out.line(fence, start, start);
        for (int i = 0; i < code.size(); i++) {
            out.line(code.get(i), places.get(i), places.get(i));
        }
        out.line(fence, start + block.size() - 1, start + block.size() - 1);
    }
}
