package community.likeminds.agent.agents.documentation.bench;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of some pages of a source in a folder of its own, gone when closed. */
final class Sample implements AutoCloseable {

    private final Path folder;
    private final List<Page> pages;

    private Sample(Path folder, List<Page> pages) {
        this.folder = folder;
        this.pages = List.copyOf(pages);
    }

    /** Takes pages at even distances. */
    static Sample of(Source source, List<Page> all, int most) {
        List<Page> some = new ArrayList<>();
        int count = Math.min(most, all.size());
        for (int i = 0; i < count; i++) {
            some.add(all.get((int) ((long) i * all.size() / count)));
        }
        try {
            Path folder = Files.createTempDirectory("likeminds-bench");
            for (Page page : some) {
                Path copy = folder.resolve(page.path());
                Files.createDirectories(copy.getParent());
                Files.copy(source.root().resolve(page.path()), copy);
            }
            return new Sample(folder, some);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path folder() {
        return folder;
    }

    List<Page> pages() {
        return pages;
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
