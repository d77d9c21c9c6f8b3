package community.likeminds.agent.infrastructure.observability.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import com.github.loki4j.logback.JavaHttpSender;
import com.github.loki4j.logback.Loki4jAppender;
import com.github.loki4j.logback.PipelineConfigAppenderBase.BasicAuth;
import com.github.loki4j.logback.PipelineConfigAppenderBase.BatchCfg;
import com.github.loki4j.logback.PipelineConfigAppenderBase.HttpCfg;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Sends logs to Loki in batches from the first bean on until after the last one has gone. Loki being away delays nothing: lines wait in
 * bounded memory and are sent again; at the end of the process what waits is given a few seconds.
 */
final class LokiLogs implements BeanFactoryPostProcessor, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LokiLogs.class);
    private static final long MIN_PAUSE_MILLIS = 200;
    private static final long MAX_PAUSE_MILLIS = 5_000;
    /** Half of what Loki takes. */
    private static final long MAX_BATCH_BYTES = 2 << 20;

    private static final long LAST_SECONDS = 5;

    private final Environment environment;
    private @Nullable Loki4jAppender loki;

    LokiLogs(Environment environment) {
        this.environment = environment;
    }

    /** Bean factory post-processors are the first beans to be made and the last to go. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        LokiProperties properties = Binder.get(environment).bindOrCreate("likeminds.logging.loki", LokiProperties.class);
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (!properties.url().isBlank() && factory instanceof LoggerContext context) {
            Loki4jAppender appender = appender(context, properties, environment);
            appender.start();
            redacting(context).addAppender(appender);
            loki = appender;
            LOG.info("Logs are sent to Loki.");
        }
    }

    static Loki4jAppender appender(LoggerContext context, LokiProperties properties, Environment environment) {
        HttpCfg http = new HttpCfg();
        http.setUrl(properties.url());
        http.setConnectionTimeoutMs(properties.timeout().toMillis());
        http.setRequestTimeoutMs(properties.timeout().toMillis());
        http.setMaxRetries(properties.retries());
        http.setMinRetryBackoffMs(MIN_PAUSE_MILLIS);
        http.setMaxRetryBackoffMs(MAX_PAUSE_MILLIS);
        http.setSender(new JavaHttpSender());
        if (!properties.tenant().isBlank()) {
            http.setTenantId(properties.tenant());
        }
        if (!properties.user().isBlank()) {
            BasicAuth auth = new BasicAuth();
            auth.setUsername(properties.user());
            auth.setPassword(Objects.requireNonNullElse(environment.getProperty(properties.passwordVariable()), ""));
            http.setAuth(auth);
        }
        BatchCfg batch = new BatchCfg();
        batch.setMaxItems(properties.batch());
        batch.setTimeoutMs(properties.every().toMillis());
        batch.setMaxBytes((int) Math.min(MAX_BATCH_BYTES, properties.memory().toBytes() / 5));
        batch.setSendQueueMaxBytes(properties.memory().toBytes());
        batch.setDrainOnStop(true);
        PatternLayout line = new PatternLayout();
        line.setContext(context);
        line.setPattern("%msg%n%ex");
        line.start();
        Loki4jAppender appender = new Loki4jAppender();
        appender.setMessage(line);
        appender.setContext(context);
        appender.setName("LOKI");
        appender.setHttp(http);
        appender.setBatch(batch);
        // Few values each, because Loki keeps a stream for every combination of labels; the rest is structured metadata.
        appender.setLabels("application=" + environment.getProperty("spring.application.name", "likeminds-agent") + "\nlevel=%level");
        appender.setStructuredMetadata("roles=" + environment.getProperty("likeminds.roles", "all").replace(",", " ")
                + "\nlogger=%logger\nthread=%thread\ntrace_id=%mdc{traceId}\nspan_id=%mdc{spanId}\ntenant=%mdc{tenant}");
        return appender;
    }

    private static RedactingAppender redacting(LoggerContext context) {
        Iterator<Appender<ILoggingEvent>> known = context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
        while (known.hasNext()) {
            if (known.next() instanceof RedactingAppender redacting) {
                return redacting;
            }
        }
        throw new IllegalStateException("Logs have an output that secrets are not taken out of.");
    }

    @Override
    public void destroy() throws InterruptedException {
        Loki4jAppender appender = loki;
        if (appender == null) {
            return;
        }
        redacting((LoggerContext) LoggerFactory.getILoggerFactory()).detachAppender(appender);
        // Draining goes on for as long as batches are sent again; a process must end all the same.
        Thread draining = Thread.ofPlatform().daemon().name("last-logs").start(appender::stop);
        if (!draining.join(Duration.ofSeconds(LAST_SECONDS))) {
            LOG.warn("Loki was away when the process ended; its last lines are only here.");
        }
        loki = null;
    }
}
