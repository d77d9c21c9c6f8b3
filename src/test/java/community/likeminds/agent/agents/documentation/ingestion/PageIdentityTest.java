package community.likeminds.agent.agents.documentation.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** On the real reader, because that is what resolves partials. */
class PageIdentityTest {

    @TempDir
    Path temporary;

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(basePackageClasses = DocumentProcessor.class)
    static class Processing {}

    @Test
    void aPageChangesWithThePartialThatItIncludes() throws IOException {
        Path docs = Files.createDirectories(temporary.resolve("docs"));
        Files.writeString(docs.resolve("_install.mdx"), "Run the installer.\n");
        Files.writeString(docs.resolve("a.mdx"), "---\ntitle: A\nsidebar: b\n---\nimport Install from './_install.mdx'\n\n<Install />\n");
        Files.writeString(docs.resolve("b.mdx"), "# B\n\n```js title=\"b.js\" live\nrun()\n```\n");
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            TestPropertyValues.of("likeminds.data=" + temporary.resolve("data")).applyTo(context);
            context.register(Processing.class);
            context.refresh();
            DocumentProcessor processor = context.getBean(DocumentProcessor.class);
            Map<String, String> before = identities(processor, docs);
            assertThat(identities(processor, docs)).isEqualTo(before);
            Files.writeString(docs.resolve("_install.mdx"), "Copy the files.\n");
            Map<String, String> after = identities(processor, docs);
            assertThat(after.get("a.mdx")).isNotEqualTo(before.get("a.mdx"));
            assertThat(after.get("b.mdx")).isEqualTo(before.get("b.mdx"));
        }
    }

    private static Map<String, String> identities(DocumentProcessor processor, Path docs) {
        return PageIdentity.of(processor.read(processor.open(docs.toString(), Progress.NONE), Progress.NONE).pages(), "");
    }
}
