package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.processors.docs.GuideOutline;
import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.PageFacts;
import community.likeminds.agent.processors.docs.ReadResult;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.processors.docs.analyzer.Outlines;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Folders of Markdown; a chunk for every heading; the folder's first level is the platform when it starts with "for-". */
public final class FakeDocumentProcessor implements DocumentProcessor {

    /** What {@link #digest} tells. */
    public String digest = "";
    /** How often a source was read. */
    public int reads;

    @Override
    public GuideOutline outline(Page page) {
        return Outlines.of(page);
    }

    @Override
    public String digest(Source source) {
        return digest;
    }

    @Override
    public Source open(String location, Progress progress) {
        Path root = Path.of(location).toAbsolutePath();
        return new Source(root.getFileName().toString(), Source.Kind.FOLDER, root.toString(), "", root, "", "");
    }

    @Override
    public ReadResult read(Source source, Progress progress) {
        reads++;
        try (Stream<Path> files = Files.walk(source.root())) {
            List<Page> pages = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(file -> page(source, file))
                    .toList();
            progress.report("Reading pages", pages.size(), pages.size(), "");
            return new ReadResult(source, pages, List.of());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Page page(Source source, Path file) {
        try {
            String text = Files.readString(file);
            String path = source.root().relativize(file).toString().replace('\\', '/');
            String platform = path.startsWith("for-") ? path.substring(4, path.indexOf('/')) : "";
            int lines = (int) text.lines().count();
            Block all = new Block(
                    Block.Kind.PROSE, text, new LineRange(1, Math.max(1, lines)), 0, List.of(), List.of(), null, List.of());
            String title = text.lines().findFirst().orElse(path).replaceFirst("^#+ ", "");
            return new Page(source.name(), path, title, Map.of(), List.of(all), platform, hash(text), PageFacts.unknown(), List.of());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public List<Chunk> chunk(Page page) {
        String[] lines = page.blocks().getFirst().text().split("\n");
        List<Chunk> chunks = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= lines.length; i++) {
            if (i == lines.length || lines[i].startsWith("#")) {
                chunks.add(chunk(page, lines, start, i));
                start = i;
            }
        }
        return chunks;
    }

    private static Chunk chunk(Page page, String[] lines, int from, int to) {
        String text = String.join("\n", Arrays.asList(lines).subList(from, to));
        String embedded = page.title() + "\n" + text;
        String heading = lines[from].startsWith("#") ? lines[from].replaceFirst("^#+ ", "") : page.title();
        return new Chunk(
                page.source(),
                page.path(),
                page.title(),
                List.of(heading),
                page.platform(),
                new LineRange(from + 1, to),
                text,
                embedded,
                hash(embedded),
                page.facts());
    }

    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
