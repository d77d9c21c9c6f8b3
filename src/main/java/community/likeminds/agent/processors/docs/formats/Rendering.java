package community.likeminds.agent.processors.docs.formats;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.Notice;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.PageFacts;
import community.likeminds.agent.processors.docs.analyzer.PageParser;
import community.likeminds.agent.processors.docs.analyzer.Site;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Markdown made of another format; every line of it knows the lines of the original that it was made of. */
public final class Rendering {

    private final StringBuilder text = new StringBuilder();
    private final List<LineRange> lines = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private boolean afterBlank = true;

    /** Adds a line that stands for some lines of the original. */
    public void line(String line, int start, int end) {
        int first = Math.max(1, start);
        text.append(line.indexOf('\n') < 0 && line.indexOf('\r') < 0 ? line : line.replace('\r', ' ').replace('\n', ' ')).append('\n');
        lines.add(new LineRange(first, Math.max(first, end)));
        afterBlank = false;
    }

    /** Adds an empty line unless there is one; it may carry the marks of what holds it. */
    public void blank(String prefix) {
        if (!afterBlank) {
            LineRange last = lines.getLast();
            line(prefix.stripTrailing(), last.end(), last.end());
            afterBlank = true;
        }
    }

    /** Adds what is odd about the original, in its lines. */
    public void notice(Notice notice) {
        notices.add(notice);
    }

    /** The Markdown with its lines, for pages that are a part of a file: they change when their part does. */
    public byte[] content() {
        return (text + lines.toString()).getBytes(StandardCharsets.UTF_8);
    }

    /** Characters of the Markdown. */
    public int length() {
        return text.length();
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Adds the head of the page; it must come first. */
    public void title(String title, String description) {
        line("---", 1, 1);
        line("title: " + Markdown.quoted(Markdown.escaped(title)), 1, 1);
        if (!description.isBlank()) {
            line("description: " + Markdown.quoted(description), 1, 1);
        }
        line("---", 1, 1);
        blank("");
    }

    /** The page that a file reads as; its site tells its address where its reader knows none. */
    public Page page(Site site, RawPage raw) {
        String address = raw.address().isEmpty() ? site.address(raw.path(), Map.of()) : raw.address();
        Page page = page(raw.source(), raw.path(), address, raw.bytes());
        return new Page(page.source(), page.path(), page.title(), page.frontMatter(), page.blocks(), page.platform(), page.contentHash(),
                page.facts().within(site.section(raw.path())), page.notices());
    }

    /**
     * The page that this reads as.
     *
     * @param path of the page, which may be a part of the file
     * @param address of the page, or empty
     * @param content what the page's hash is made of
     */
    public Page page(String source, String path, String address, byte[] content) {
        int part = path.indexOf('#');
        String file = part < 0 ? path : path.substring(0, part);
        int dot = file.lastIndexOf('.');
        String asMarkdown = (dot > file.lastIndexOf('/') + 1 ? file.substring(0, dot) : file) + ".md";
        Page parsed = PageParser.parse(source, asMarkdown, text.toString().getBytes(StandardCharsets.UTF_8));
        List<Block> blocks = parsed.blocks().stream().map(this::placed).toList();
        List<Notice> all = new ArrayList<>(notices);
        parsed.notices().forEach(one -> all.add(new Notice(one.code(), original(one.lines()), one.text())));
        all.sort(Comparator.comparingInt(one -> one.lines().start()));
        boolean untitled = parsed.title().equals(asMarkdown.substring(asMarkdown.lastIndexOf('/') + 1));
        String title = untitled ? path.substring(path.lastIndexOf('/') + 1) : parsed.title();
        return new Page(source, path, title, parsed.frontMatter(), blocks, parsed.platform(), PageParser.sha256(content),
                addressed(parsed.facts(), address), all);
    }

    /** Facts with the address that the reader of a page knows, if it does. */
    public static PageFacts addressed(PageFacts facts, String address) {
        return address.isEmpty() ? facts : facts.at(address);
    }

    private Block placed(Block block) {
        return new Block(block.kind(), block.text(), original(block.lines()), block.level(), block.headings(), block.containers(),
                block.code(), block.links());
    }

    private LineRange original(LineRange rendered) {
        int start = Integer.MAX_VALUE;
        int end = 1;
        for (int i = rendered.start(); i <= Math.min(rendered.end(), lines.size()); i++) {
            start = Math.min(start, lines.get(i - 1).start());
            end = Math.max(end, lines.get(i - 1).end());
        }
        return start == Integer.MAX_VALUE ? new LineRange(1, 1) : new LineRange(start, end);
    }
}
