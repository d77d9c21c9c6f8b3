package community.likeminds.agent.processors.docs.formats.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.formats.PageFormats;
import community.likeminds.agent.processors.docs.formats.RawPage;
import community.likeminds.agent.processors.docs.formats.UnreadablePageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PdfPagesTest {

    /** Lines of a sheet: {@code size|font|left|text}, each a line further down; an empty one is a gap. */
    private static byte[] pdf(String password, String... sheets) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (String sheet : sheets) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                    float top = 750;
                    for (String line : sheet.split("\n")) {
                        String[] parts = line.split("\\|", 4);
                        top -= parts.length < 4 ? 14 : Float.parseFloat(parts[0]) * 1.2f;
                        if (parts.length == 4) {
                            FontName font = parts[1].equals("mono") ? FontName.COURIER : parts[1].equals("bold") ? FontName.HELVETICA_BOLD : FontName.HELVETICA;
                            out.beginText();
                            out.setFont(new PDType1Font(font), Float.parseFloat(parts[0]));
                            out.newLineAtOffset(Float.parseFloat(parts[2]), top);
                            out.showText(parts[3]);
                            out.endText();
                        }
                    }
                }
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static List<Page> read(byte[] bytes) throws UnreadablePageException {
        return PageFormats.read(new RawPage("s", "manual.pdf", bytes, "", ""));
    }

    @Test
    void readsSectionsHeadingsAndCode() throws Exception {
        List<Page> pages = read(pdf("",
                "9|sans|50|Orbit manual\n\n24|bold|50|Orbit\n\n10|sans|50|The first para-\n10|sans|50|graph goes on.\n\n10|sans|50|Another one. It is long enough to be the text.\n9|sans|50|Page 1",
                "9|sans|50|Orbit manual\n\n24|bold|50|Install\n\n16|bold|50|With npm\n\n10|sans|50|Run this now, it is how everybody does it:\n\n9|mono|50|function a() {\n9|mono|60.8|b  (c);\n9|mono|50|}\n\n"
                        + "10|sans|50|- One item\n10|sans|50|- Two items\n9|sans|50|Page 2",
                "9|sans|50|Orbit manual\n\n10|sans|50|More about the installation that belongs to it.\n9|sans|50|Page 3"));
        assertThat(pages).extracting(Page::path).containsExactly("manual.pdf#page=1", "manual.pdf#page=2");
        assertThat(pages).extracting(Page::title).containsExactly("Orbit", "Install");
        assertThat(pages).extracting(page -> page.facts().address()).containsExactly("/manual.pdf#page=1", "/manual.pdf#page=2");
        assertThat(pages.getFirst().blocks()).extracting(one -> one.kind() + " " + one.text()).containsExactly(
                "HEADING Orbit", "PROSE The first paragraph goes on.", "PROSE Another one. It is long enough to be the text.");
        assertThat(pages.getLast().blocks()).extracting(one -> one.kind() + " " + one.text()).containsExactly(
                "HEADING Install", "HEADING With npm", "PROSE Run this now, it is how everybody does it:", "CODE function a() {\n  b  (c);\n}",
                "PROSE One item", "PROSE Two items", "PROSE More about the installation that belongs to it.");
        Block code = pages.getLast().blocks().get(3);
        assertThat(code.headings()).containsExactly("Install", "With npm");
        assertThat(code.lines().end() - code.lines().start()).isEqualTo(2);
    }

    @Test
    void saysWhyADocumentCannotBeRead() throws Exception {
        assertReason(pdf("secret", "10|sans|50|Hidden"), "password");
        assertReason(pdf("", ""), "no text");
        assertReason("%PDF-1.7\nnothing".getBytes(StandardCharsets.US_ASCII), "damaged");
        assertReason("# Markdown".getBytes(StandardCharsets.US_ASCII), "no PDF");
    }

    @Test
    void refusesBombs() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes("%PDF-1.7\n1 0 obj <</Filter /FlateDecode>> stream\n".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream packed = new DeflaterOutputStream(bomb)) {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 401; i++) {
                packed.write(zeros);
            }
        }
        bomb.writeBytes("\nendstream endobj".getBytes(StandardCharsets.US_ASCII));
        assertReason(bomb.toByteArray(), "trap");
    }

    /** A few thousand bytes that are packed three times, as filters can be listed. */
    @Test
    void refusesBombsWithinBombs() throws Exception {
        byte[] content = new byte[0];
        for (int i = 0; i < 3; i++) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
                for (int k = 0; k < (i == 0 ? 401 : 1); k++) {
                    out.write(i == 0 ? new byte[1024 * 1024] : content);
                }
            }
            content = packed.toByteArray();
        }
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes("%PDF-1.7\n1 0 obj <</Filter [/FlateDecode /FlateDecode /FlateDecode]>> stream\n".getBytes(StandardCharsets.US_ASCII));
        bomb.writeBytes(content);
        bomb.writeBytes("\nendstream endobj".getBytes(StandardCharsets.US_ASCII));
        assertThat(bomb.size()).isLessThan(20_000);
        assertReason(bomb.toByteArray(), "trap");
    }

    @Test
    void damageIsAlwaysSaidSo() throws Exception {
        byte[] good = pdf("", "24|bold|50|Orbit\n10|sans|50|Some text");
        long seed = Long.getLong("seed", 1L);
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            byte[] bytes = random.nextBoolean() ? Arrays.copyOf(good, 10 + random.nextInt(good.length - 10)) : good.clone();
            for (int i = random.nextInt(20); i >= 0; i--) {
                bytes[5 + random.nextInt(bytes.length - 5)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(read(bytes)).isNotEmpty();
            } catch (UnreadablePageException said) {
                assertThat(said.sentence()).as("seed %d", seed).endsWith(".");
            }
        }
    }

    private static void assertReason(byte[] bytes, String reason) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(UnreadablePageException.class).hasMessageContaining(reason).hasMessageEndingWith(".");
    }
}
