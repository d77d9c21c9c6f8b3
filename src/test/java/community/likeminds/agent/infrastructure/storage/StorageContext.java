package community.likeminds.agent.infrastructure.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The storage module as the product wires it, over a data folder of a test. */
public final class StorageContext {

    private StorageContext() {}

    @Configuration(proxyBeanMethods = false)
    @ComponentScan
    @ImportAutoConfiguration({
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    public static class Wiring {}

    public static AnnotationConfigApplicationContext start(Path data) {
        return start(data, TestDatabase.H2);
    }

    public static AnnotationConfigApplicationContext start(Path data, TestDatabase database) {
        return start(data, database.properties(), context -> {});
    }

    /**
     * @param properties that choose the stores, as {@code name=value}
     * @param more further configurations and components
     */
    public static AnnotationConfigApplicationContext start(
            Path data, List<String> properties, Consumer<AnnotationConfigApplicationContext> beans, Class<?>... more) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        TestPropertyValues.of(properties).and("likeminds.data=" + data).applyTo(context);
        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        context.register(Wiring.class);
        if (more.length > 0) {
            context.register(more);
        }
        beans.accept(context);
        try {
            context.refresh();
            return context;
        } catch (RuntimeException failure) {
            context.close();
            throw failure;
        }
    }
}
