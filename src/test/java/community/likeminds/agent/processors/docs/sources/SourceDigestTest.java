package community.likeminds.agent.processors.docs.sources;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.docs.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceDigestTest {

    private static final SourceDigest DIGEST = new SourceDigest("1");

    @TempDir
    Path docs;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(docs.resolve("page.mdx"), "# One");
        Files.writeString(Files.createDirectories(docs.resolve("_partials")).resolve("install.mdx"), "npm install it");
        Files.writeString(docs.resolve("site.config.js"), "module.exports = {}");
    }

    private String now() {
        return DIGEST.of(source(docs, ""));
    }

    private static Source source(Path root, String onlyFile) {
        return new Source("docs", Source.Kind.FOLDER, root.toString(), "", root, onlyFile, "");
    }

    @Test
    void aTouchedFileChangesNothingAndAChangedOneDoesWhateverItsSizeAndTime() throws IOException {
        String before = now();
        Path page = docs.resolve("page.mdx");
        FileTime time = Files.getLastModifiedTime(page);
        Files.setLastModifiedTime(page, FileTime.fromMillis(1));
        assertThat(now()).hasSize(64).isEqualTo(before);
        Files.writeString(page, "# Two");
        Files.setLastModifiedTime(page, time);
        assertThat(now()).isNotEqualTo(before);
    }

    @Test
    void partialsSettingsAndNamesCount() throws IOException {
        String before = now();
        Files.writeString(docs.resolve("_partials/install.mdx"), "npm install other");
        String partial = now();
        Files.writeString(docs.resolve("site.config.js"), "module.exports = {baseUrl: '/docs'}");
        String settings = now();
        Files.move(docs.resolve("page.mdx"), docs.resolve("moved.mdx"));
        assertThat(new String[] {before, partial, settings, now()}).doesNotHaveDuplicates();
    }

    @Test
    void anotherProgramReadsAnotherWay() {
        assertThat(new SourceDigest("2").of(source(docs, ""))).isNotEqualTo(now());
        assertThat(new SourceDigest("").of(source(docs, ""))).isEmpty();
    }

    @Test
    void aSingleFileIsReadEveryTimeBecauseItMayIncludeOthers() {
        assertThat(DIGEST.of(source(docs, "page.mdx"))).isEmpty();
    }
}
