package community.likeminds.agent.processors.docs.analyzer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.processors.docs.formats.PageFormats;
import community.likeminds.agent.processors.docs.formats.RawPage;
import community.likeminds.agent.processors.docs.formats.UnreadablePageException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every format that is met in the field as a page and what is read of it. A fixture's sections begin with {@code ==== page PATH}, {@code ==== file PATH}
 * (other files of the same source), {@code ==== site URL} and {@code ==== blocks} (the expected reading of the page before it). With
 * {@code -Dfixtures.write=FOLDER} what is read now is written below that folder, to be looked at.
 */
class PageFixturesTest {

    private static final String MARK = "==== ";

    record Section(String name, String argument, String body) {}

    record Fixture(String name, List<Section> sections) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Fixture> fixtures() throws IOException, URISyntaxException {
        Path root = Path.of(Objects.requireNonNull(PageFixturesTest.class.getResource("/fixtures/pages")).toURI());
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).sorted().map(file -> new Fixture(root.relativize(file).toString(), read(file))).toList();
        }
    }

    static List<Section> read(Path file) {
        try {
            List<Section> sections = new ArrayList<>();
            for (String part : ("\n" + Files.readString(file, UTF_8)).split("\n" + MARK)) {
                if (part.isBlank() && sections.isEmpty()) {
                    continue;
                }
                int end = part.indexOf('\n');
                String head = end < 0 ? part : part.substring(0, end);
                int space = head.indexOf(' ');
                String body = end < 0 ? "" : part.substring(end + 1);
                sections.add(new Section(space < 0 ? head.strip() : head.substring(0, space), space < 0 ? "" : head.substring(space + 1).strip(),
                        body.isEmpty() || body.endsWith("\n") ? body : body + "\n"));
            }
            return sections;
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void readsThePage(Fixture fixture, @TempDir Path root) throws IOException, UnreadablePageException {
        String address = "";
        for (Section one : fixture.sections()) {
            if (one.name().equals("file") || one.name().equals("page")) {
                Path file = root.resolve(one.argument());
                Files.createDirectories(file.getParent());
                Files.writeString(file, one.body(), UTF_8);
            }
            address = one.name().equals("site") ? one.argument() : address;
        }
        Site site = Site.of(new Source("docs", Source.Kind.FOLDER, root.toString(), "", root, "", address));
        StringBuilder rewritten = new StringBuilder();
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (Section one : fixture.sections()) {
            if (one.name().equals("blocks")) {
                expected.add(one.body());
                continue;
            }
            rewritten.append(MARK).append(one.name()).append(one.argument().isEmpty() ? "" : " " + one.argument()).append('\n').append(one.body());
            if (one.name().equals("page")) {
                Page page = PageFormats.read(site, new RawPage("docs", one.argument(), one.body().getBytes(UTF_8), "", "")).getFirst();
                actual.add(PageDump.of(page));
                rewritten.append(MARK).append("blocks\n").append(PageDump.of(page));
            }
        }
        String folder = System.getProperty("fixtures.write");
        if (folder != null) {
            Path file = Path.of(folder).resolve(fixture.name());
            Files.createDirectories(file.getParent());
            Files.writeString(file, rewritten, UTF_8);
        }
        assertThat(String.join(MARK + "\n", actual)).isEqualTo(String.join(MARK + "\n", expected));
        assertThat(actual).isNotEmpty();
    }
}
