package community.likeminds.agent.processors.docs.formats.pdf;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.formats.RawPage;
import community.likeminds.agent.processors.docs.formats.UnreadablePageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** Reads a PDF document: a page for each of its sections, named by the sheet that it starts on. */
public final class PdfPages {

    private static final int MOST_SHEETS = 3000;
    private static final long LIMIT_MILLIS = 120_000;
    private static final int MOST_ENTRIES = 5000;

    private PdfPages() {}

    /** Whether bytes start like such a document. */
    public static boolean is(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D' && bytes[3] == 'F';
    }

    /** @throws UnreadablePageException when it is protected, damaged, a trap, or holds no text */
    public static List<Page> read(RawPage raw) throws UnreadablePageException {
        if (!is(raw.bytes())) {
            throw new UnreadablePageException("It is no PDF document, whatever its name says.");
        }
        if (PdfBombs.tooLarge(raw.bytes())) {
            throw new UnreadablePageException("It unpacks to more than any documentation, as only a trap does.");
        }
        try (PDDocument document = Loader.loadPDF(raw.bytes())) {
            if (!document.getCurrentAccessPermission().canExtractContent()) {
                throw new UnreadablePageException("Its owner does not allow its text to be taken out.");
            }
            if (document.getNumberOfPages() > MOST_SHEETS) {
                throw new UnreadablePageException("It has more than " + MOST_SHEETS + " pages.");
            }
            PdfText text = new PdfText(LIMIT_MILLIS);
            text.getText(document);
            List<PdfLine> lines = withoutRunning(text.lines(), document.getNumberOfPages());
            if (lines.isEmpty()) {
                throw new UnreadablePageException("It holds no text, perhaps pictures of it.");
            }
            String title = document.getDocumentInformation().getTitle();
            return new PdfSections(raw, title == null ? "" : title.strip(), outline(document)).pages(lines);
        } catch (InvalidPasswordException secret) {
            throw new UnreadablePageException("It is protected by a password.", secret);
        } catch (PdfText.TooMuchException trap) {
            throw new UnreadablePageException("Reading it takes more work than any documentation.", trap);
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException | NullPointerException
                | IndexOutOfBoundsException | StackOverflowError damaged) {
            // The library trusts its input here and there; whatever it stumbles over, the document is at fault.
            throw new UnreadablePageException("It is damaged.", damaged);
        }
    }

    /** Without the lines that stand at the edge of most pages: headers, footers, page numbers. */
    private static List<PdfLine> withoutRunning(List<PdfLine> lines, int sheets) {
        Map<String, Set<Integer>> seen = new HashMap<>();
        List<PdfLine> edges = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean first = i == 0 || lines.get(i - 1).page() != lines.get(i).page();
            boolean last = i == lines.size() - 1 || lines.get(i + 1).page() != lines.get(i).page();
            if (first || last) {
                edges.add(lines.get(i));
                seen.computeIfAbsent(plain(lines.get(i)), none -> new HashSet<>()).add(lines.get(i).page());
            }
        }
        Set<PdfLine> running = new HashSet<>();
        for (PdfLine edge : edges) {
            int times = seen.getOrDefault(plain(edge), Set.of()).size();
            if (sheets > 2 && times > 2 && times * 2 > sheets) {
                running.add(edge);
            }
        }
        return lines.stream().filter(line -> !running.contains(line)).toList();
    }

    private static String plain(PdfLine line) {
        return line.text().replaceAll("\\d+", "#");
    }

    /** Levels of the outline's entries by their text, lower case without spaces. */
    private static Map<String, Integer> outline(PDDocument document) {
        Map<String, Integer> levels = new HashMap<>();
        PDOutlineNode root = document.getDocumentCatalog().getDocumentOutline();
        if (root != null) {
            collect(root, 1, levels);
        }
        return levels;
    }

    private static void collect(PDOutlineNode node, int level, Map<String, Integer> levels) {
        int siblings = 0;
        for (PDOutlineItem item = node.getFirstChild(); item != null && siblings++ < MOST_ENTRIES && levels.size() < MOST_ENTRIES; item = item.getNextSibling()) {
            if (item.getTitle() != null) {
                levels.putIfAbsent(key(item.getTitle()), level);
            }
            if (level < 5) {
                collect(item, level + 1, levels);
            }
        }
    }

    static String key(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
