package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.ReadResult;
import community.likeminds.agent.processors.docs.ReadResult.LeftOut;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.processors.docs.analyzer.Site;
import community.likeminds.agent.processors.docs.formats.PageFormats;
import community.likeminds.agent.processors.docs.formats.RawPage;
import community.likeminds.agent.processors.docs.formats.UnreadablePageException;
import community.likeminds.agent.processors.docs.sources.copies.Manifest;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads and parses the pages of an opened source, several at a time. */
public final class PageReader {

    private final int workers;

    /** @param workers pages parsed at the same time */
    public PageReader(int workers) {
        this.workers = workers;
    }

    private sealed interface Outcome {
        record Parsed(List<Page> pages) implements Outcome {}

        record Left(LeftOut leftOut) implements Outcome {}
    }

    /** @throws AgentException {@code source-unreadable} when the source as a whole cannot be read */
    public ReadResult read(Source source, Progress progress) {
        PageFiles.Found found = PageFiles.of(source);
        Map<String, Manifest.Entry> known = source.kind() == Source.Kind.WEB || source.kind() == Source.Kind.MAVEN
                ? Manifest.beside(source.root()).byPath() : Map.of();
        Site site = Site.of(source);
        List<Page> pages = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>(found.leftOut());
        int total = found.pages().size();
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers, Thread.ofPlatform().daemon().name("reading-", 0).factory())) {
            List<Future<Outcome>> running = new ArrayList<>(total);
            for (Path file : found.pages()) {
                running.add(pool.submit(() -> {
                    Outcome outcome = one(site, source, file, known);
                    progress.report("Reading pages", done.incrementAndGet(), total, relative(source, file));
                    return outcome;
                }));
            }
            for (Future<Outcome> one : running) {
                switch (result(one)) {
                    case Outcome.Parsed parsed -> pages.addAll(parsed.pages());
                    case Outcome.Left left -> leftOut.add(left.leftOut());
                }
            }
        }
        leftOut.sort(Comparator.comparing(LeftOut::path));
        return new ReadResult(source, pages, leftOut);
    }

    private static Outcome result(Future<Outcome> one) {
        try {
            return one.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AgentException(
                    AgentException.Kind.CONFLICT, "source-interrupted", "Reading the source was interrupted.", "Run the command again.", interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed.getCause());
        }
    }

    private static String relative(Source source, Path file) {
        return source.root().relativize(file).toString().replace('\\', '/');
    }

    private static Outcome one(Site site, Source source, Path file, Map<String, Manifest.Entry> known) {
        String path = relative(source, file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) PageFiles.LARGEST + 1);
            if (bytes.length > PageFiles.LARGEST) {
                return new Outcome.Left(new LeftOut(path, "It is larger than " + PageFiles.LARGEST / (1024 * 1024) + " MB."));
            }
            Manifest.Entry entry = known.get(path);
            List<Page> pages = PageFormats.read(site, entry == null
                    ? new RawPage(source.name(), path, bytes, "", "")
                    : new RawPage(source.name(), path, bytes, entry.address(), entry.charset()));
            // A commit is no version of an SDK.
            String version = source.kind() == Source.Kind.GIT ? "" : source.version();
            return new Outcome.Parsed(pages.stream().map(page -> page.ofVersion(version)).toList());
        } catch (UnreadablePageException unreadable) {
            return new Outcome.Left(new LeftOut(path, unreadable.sentence()));
        } catch (IOException failed) {
            return new Outcome.Left(new LeftOut(path, "It cannot be read: " + failed.getMessage() + "."));
        }
    }
}
