package community.likeminds.agent.processors.docs.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Notice;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpansionTest {

    @TempDir
    Path docs;

    @Test
    void aPartThatIsTooLargeTakesNoOtherWithIt() throws IOException {
        Path parts = Files.createDirectories(docs.resolve("_partials"));
        Files.writeString(parts.resolve("_large.md"), "word ".repeat(SiteFiles.LARGEST / 5 + 1));
        Files.writeString(parts.resolve("_small.md"), "Install it.");
        String text = "import Large from './_partials/_large.md';\nimport Small from './_partials/_small.md';\n\n# One\n\n<Large />\n\n<Small />\n";
        Site site = Site.of(new Source("docs", Source.Kind.FOLDER, docs.toString(), "", docs, "", ""));
        Page page = site.parse("page.mdx", text.getBytes(StandardCharsets.UTF_8));
        assertThat(page.blocks()).extracting(Block::text).contains("Install it.");
        assertThat(page.notices()).extracting(Notice::code).containsExactly("include-limit");
        assertThat(page.notices().getFirst().text()).contains("_large.md");
    }
}
