package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.Page;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells whether a page reads as it did before. Its bytes alone do not tell: partials, variables and the site's settings take part in what
 * is read.
 */
final class PageIdentity {

    /** Takes the next number when passages keep more of a page than before, so that all pages are written again. */
    private static final int EDITION = 2;

    private PageIdentity() {}

    /**
     * SHA-256 of everything that was read of each page, hexadecimal, by its path.
     *
     * @param version of the source; an address that names it still leads to the same text at a later version
     */
    static Map<String, String> of(List<Page> pages, String version) {
        return pages.parallelStream().collect(Collectors.toMap(Page::path, page -> hash(text(page, version)), (one, other) -> one));
    }

    /** Maps are written in the order of their keys: their own order differs from process to process. */
    private static String text(Page page, String version) {
        String address = page.facts().address();
        StringBuilder text = new StringBuilder().append(EDITION).append(page.title())
                .append('\0').append(page.platform())
                .append('\0').append(page.facts().at(version.isEmpty() ? address : address.replace(version, "")))
                .append('\0').append(new TreeMap<>(page.frontMatter()));
        for (Block block : page.blocks()) {
            text.append('\0').append(block.kind()).append(block.lines()).append(block.level()).append(block.headings())
                    .append(block.containers()).append(block.links()).append(block.partial()).append(block.text());
            CodeBlock code = block.code();
            if (code != null) {
                text.append('\0').append(code.language()).append(new TreeMap<>(code.metadata())).append(code.files())
                        .append(code.highlighted()).append(code.removed()).append(code.code());
            }
        }
        return text.toString();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
