package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.infrastructure.storage.StorageContext;
import community.likeminds.agent.infrastructure.storage.TestDatabase;
import community.likeminds.agent.processors.code.CodeProcessor;
import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.vector.analytics.SearchAnalytics;
import community.likeminds.agent.vector.code.CodeVectors;
import community.likeminds.agent.vector.core.VectorStores;
import community.likeminds.agent.vector.docs.DocumentVectors;
import java.nio.file.Path;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The documentation agent on real stores, with a processor and embeddings of the test's choice. */
final class DocumentationContext implements AutoCloseable {

    private final AnnotationConfigApplicationContext context;

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            lazyInit = true,
            basePackageClasses = {
                DocumentationAgent.class, DocumentVectors.class, CodeVectors.class, CodeProcessor.class, VectorStores.class, SearchAnalytics.class,
                IntegrationValidator.class, Commands.class, Tasks.class
            })
    static class Wiring {}

    private DocumentationContext(AnnotationConfigApplicationContext context) {
        this.context = context;
    }

    static DocumentationContext start(Path data, DocumentProcessor processor, Embeddings embeddings) {
        return start(data, TestDatabase.H2, processor, embeddings);
    }

    static DocumentationContext start(Path data, TestDatabase database, DocumentProcessor processor, Embeddings embeddings) {
        return new DocumentationContext(StorageContext.start(
                data,
                database.properties(),
                context -> {
                    context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
                    context.registerBean(DocumentProcessor.class, () -> processor);
                    context.registerBean(Embeddings.class, () -> embeddings);
                },
                Wiring.class));
    }

    /** Does the tasks of the store from now on, as a server does. */
    DocumentationContext working() {
        context.getBean("taskWorkers");
        return this;
    }

    DocumentationAgent agent() {
        return context.getBean(DocumentationAgent.class);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
