package community.likeminds.agent.processors.docs.formats.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects the lines of a document's pages, within limits of work and time. */
final class PdfText extends PDFTextStripper {

    private static final long MOST_OPERATIONS = 5_000_000;
    private static final int MOST_LINES = 200_000;

    /** The document asks for more work than any documentation. */
    static final class TooMuchException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final List<PdfLine> lines = new ArrayList<>();
    private final List<TextPosition> letters = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final long end;
    private long operations;

    PdfText(long limitMillis) {
        end = System.nanoTime() + limitMillis * 1_000_000;
    }

    List<PdfLine> lines() {
        return lines;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operations > MOST_OPERATIONS || (operations & 0x3FF) == 0 && System.nanoTime() > end || lines.size() > MOST_LINES) {
            throw new TooMuchException();
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void writeString(String words, List<TextPosition> positions) {
        text.append(words);
        letters.addAll(positions);
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        line();
    }

    @Override
    protected void writeParagraphEnd() {
        line();
    }

    @Override
    protected void writePageEnd() {
        line();
    }

    private void line() {
        String words = text.toString().replaceAll("[\\s\\u00A0]+", " ").strip();
        List<TextPosition> seen = letters.stream().filter(one -> !one.getUnicode().isBlank()).toList();
        text.setLength(0);
        if (!words.isEmpty() && !seen.isEmpty()) {
            TextPosition first = seen.getFirst();
            long mono = seen.stream().filter(one -> mono(one.getFont())).count();
            long bold = seen.stream().filter(one -> bold(one.getFont())).count();
            float size = (float) seen.stream().mapToDouble(PdfText::size).sorted().skip(seen.size() / 2).findFirst().orElse(0);
            String shown = mono * 2 > seen.size() ? spaced(seen) : words;
            lines.add(new PdfLine(getCurrentPageNo(), shown, size, bold * 2 > seen.size(), mono * 2 > seen.size(), first.getXDirAdj(), first.getYDirAdj(),
                    Math.max(1, first.getWidthDirAdj())));
        }
        letters.clear();
    }

    /** Code as it is laid out: gaps are as many spaces as would fill them. */
    private static String spaced(List<TextPosition> letters) {
        StringBuilder code = new StringBuilder();
        float next = letters.getFirst().getXDirAdj();
        float width = Math.max(1, letters.getFirst().getWidthDirAdj());
        for (TextPosition one : letters) {
            int gap = Math.round((one.getXDirAdj() - next) / width);
            code.repeat(' ', Math.clamp(gap, 0, 80)).append(one.getUnicode());
            next = one.getXDirAdj() + one.getWidthDirAdj();
        }
        return code.toString();
    }

    private static double size(TextPosition letter) {
        float size = letter.getFontSizeInPt();
        return size > 0 ? size : letter.getHeightDir();
    }

    private static boolean mono(PDFont font) {
        String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
        PDFontDescriptor descriptor = font.getFontDescriptor();
        return name.contains("courier") || name.contains("mono") || name.contains("consolas") || name.contains("menlo") || name.contains("code")
                || descriptor != null && descriptor.isFixedPitch();
    }

    private static boolean bold(PDFont font) {
        String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
        PDFontDescriptor descriptor = font.getFontDescriptor();
        return name.contains("bold") || name.contains("black") || descriptor != null && descriptor.getFontWeight() >= 600;
    }
}
