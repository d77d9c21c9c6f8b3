package community.likeminds.agent.processors.docs.orchestrator;

import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.processors.docs.chunker.Chunker;
import community.likeminds.agent.processors.docs.embedding.EmbeddingProviders;
import community.likeminds.agent.processors.docs.embedding.EmbeddingsProperties;
import community.likeminds.agent.processors.docs.sources.PageReader;
import community.likeminds.agent.processors.docs.sources.SourceDigest;
import community.likeminds.agent.processors.docs.sources.Sources;
import community.likeminds.agent.shared.ModelCalls;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the module; nothing here loads the model or touches the disk. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbeddingsProperties.class)
class DocsConfiguration {

    @Bean
    Embeddings embeddings(
            EmbeddingsProperties properties,
            @Value("${likeminds.data:${user.home}/.likeminds}") Path data,
            ObjectProvider<ModelCalls> calls) {
        return EmbeddingProviders.of(properties, data.resolve("cache").resolve("native"), cores(), System::getenv, calls.getIfAvailable(() -> ModelCalls.NONE));
    }

    @Bean
    DocumentProcessor documentProcessor(
            @Value("${likeminds.data:${user.home}/.likeminds}") Path data,
            @Value("${likeminds.sources.web.private-hosts:}") List<String> privateHosts,
            Embeddings embeddings) {
        return new DocsOrchestrator(
                new Sources(data.resolve("cache"), privateHosts),
                new PageReader(cores()),
                new SourceDigest(SourceDigest.runningEdition()),
                new Chunker(embeddings::tokens, embeddings.maxTokens()));
    }

    private static int cores() {
        return Math.max(1, Runtime.getRuntime().availableProcessors());
    }
}
