package community.likeminds.agent.processors.docs.orchestrator;

import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.processors.docs.chunker.Chunker;
import community.likeminds.agent.processors.docs.embedding.OnnxEmbeddings;
import community.likeminds.agent.processors.docs.sources.PageReader;
import community.likeminds.agent.processors.docs.sources.Sources;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the module; nothing here loads the model or touches the disk. */
@Configuration(proxyBeanMethods = false)
class DocsConfiguration {

    @Bean
    OnnxEmbeddings embeddings(@Value("${likeminds.data:${user.home}/.likeminds}") Path data) {
        return new OnnxEmbeddings(data.resolve("cache").resolve("native"), cores());
    }

    @Bean
    DocumentProcessor documentProcessor(
            @Value("${likeminds.data:${user.home}/.likeminds}") Path data,
            @Value("${likeminds.sources.web.private-hosts:}") List<String> privateHosts,
            Embeddings embeddings) {
        return new DocsOrchestrator(
                new Sources(data.resolve("cache"), privateHosts), new PageReader(cores()), new Chunker(embeddings::tokens));
    }

    private static int cores() {
        return Math.max(1, Runtime.getRuntime().availableProcessors());
    }
}
