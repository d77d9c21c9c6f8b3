package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Notice;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.PageFacts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Parses a page of documentation. Never fails: what it does not understand is text. Time is linear in the page's length. */
public final class PageParser {

    private static final int LONGEST_TITLE = 200;

    private PageParser() {}

    /**
     * A page without the other files of its source: what it includes stays out.
     *
     * @param source name of the source
     * @param path path of the page below the source's root, which also tells its format
     * @param bytes the page as stored; invalid UTF-8 is replaced
     */
    public static Page parse(String source, String path, byte[] bytes) {
        return Site.alone(source).parse(path, bytes);
    }

    static Page parse(Site site, String path, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String lower = path.toLowerCase(Locale.ROOT);
        String[] lines = Text.lines(text);
        if (lower.endsWith(".d.ts") || lower.endsWith(".d.mts")) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            return new Page(site.name(), path, name, Map.of(), DeclarationParser.parse(lines), "", sha256(bytes),
                    PageFacts.unknown(), List.of());
        }
        FrontMatter front = FrontMatter.of(lines);
        Expansion.Result whole = site.expanded(path, lines, front);
        boolean mdx = lower.endsWith(".mdx") || lower.endsWith(".html") || lower.endsWith(".htm");
        PageScan scan = new PageScan(whole.lines(), mdx);
        scan.notices.addAll(whole.notices());
        new BlockScanner(scan).run(front.next());
        Steps.mark(scan);
        ModelInstructions.mark(scan);
        FileHints.add(scan.drafts);
        List<Block> blocks = scan.drafts.stream().map(Draft::block).toList();
        String title = title(path, front.values(), blocks, scan);
        List<String> section = site.section(path);
        PageFacts facts = Facts.of(new Facts.Page(path, title, front.values(), blocks), site.address(path, front.values()), section);
        return new Page(site.name(), path, title, front.values(), blocks, Platforms.of(path, title, front.values(), section), sha256(bytes),
                facts, inOrder(scan.notices));
    }

    private static List<Notice> inOrder(List<Notice> notices) {
        return notices.stream().sorted(Comparator.comparingInt(one -> one.lines().start())).toList();
    }

    private static String title(String path, Map<String, String> front, List<Block> blocks, PageScan scan) {
        String named = front.getOrDefault("title", "").strip();
        if (!named.isEmpty()) {
            String text = scan.inline(named).text().replace('\n', ' ').replace("`", "");
            return text.length() > LONGEST_TITLE ? text.substring(0, LONGEST_TITLE) : text;
        }
        for (Block block : blocks) {
            if (block.kind() == Block.Kind.HEADING) {
                return Headings.withoutAnchor(block.text());
            }
        }
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** SHA-256 of bytes, hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
