package community.likeminds.agent.infrastructure.storage.jdbc;

import community.likeminds.agent.infrastructure.storage.StorageContext;
import community.likeminds.agent.infrastructure.storage.StoredDocuments;
import community.likeminds.agent.infrastructure.storage.StoredDocumentsContract;
import community.likeminds.agent.infrastructure.storage.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

abstract class JdbcDocumentsContract extends StoredDocumentsContract {

    private final TestDatabase database;
    private AnnotationConfigApplicationContext context;

    @TempDir
    Path data;

    JdbcDocumentsContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        context = StorageContext.start(data, database);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Override
    protected StoredDocuments documents() {
        return context.getBean(StoredDocuments.class);
    }
}
