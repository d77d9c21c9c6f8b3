package community.likeminds.agent.registry.settings;

import community.likeminds.agent.registry.SettingsChanged;
import community.likeminds.agent.shared.AgentException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Takes over what changes among the shared settings while the process runs, as far as that is safe. */
final class SettingsWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsWatch.class);
    private static final String LEVELS = "logging.level.";
    /** Limits of calls and requests; whoever has them listens. Everything else was decided when the process started. */
    private static final List<String> SAFE =
            List.of(LEVELS, "likeminds.remote.", "likeminds.gateway.limits.", "likeminds.gateway.rate", "likeminds.rate");
    private static final long AGAIN_MILLIS = 2_000;

    private final SharedPropertySource settings;
    private final Environment environment;
    private final ApplicationEventPublisher events;
    private final LoggingSystem logging;
    private @Nullable Thread thread;

    SettingsWatch(SharedPropertySource settings, Environment environment, ApplicationEventPublisher events, LoggingSystem logging) {
        this.settings = settings;
        this.environment = environment;
        this.events = events;
        this.logging = logging;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void start() {
        thread = Thread.ofPlatform().daemon().name("shared-settings").start(this::run);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    Set<String> changed = settings.next();
                    if (!changed.isEmpty()) {
                        take(changed);
                    }
                } catch (AgentException away) {
                    LOG.debug("The shared settings cannot be watched now.", away);
                    Thread.sleep(AGAIN_MILLIS);
                }
            }
        } catch (InterruptedException stopped) {
            LOG.debug("The shared settings are not watched any more.");
        }
    }

    private void take(Set<String> changed) {
        for (String name : changed) {
            if (name.startsWith(LEVELS)) {
                level(name.substring(LEVELS.length()), environment.getProperty(name));
            } else if (SAFE.stream().noneMatch(name::startsWith)) {
                LOG.warn("The shared setting {} has changed; it takes effect when this process is started again.", name);
            }
        }
        try {
            events.publishEvent(new SettingsChanged(changed));
        } catch (RuntimeException refused) {
            LOG.warn("A shared setting among {} cannot be used; the values that it had are kept.", changed, refused);
        }
    }

    private void level(String logger, @Nullable String level) {
        try {
            logging.setLogLevel(logger, level == null ? null : LogLevel.valueOf(level.strip().toUpperCase(Locale.ROOT)));
            LOG.info("The log level of {} is now {}.", logger, level == null ? "that of its parent" : level);
        } catch (IllegalArgumentException unknown) {
            LOG.warn("The log level '{}' of {} is not known; use trace, debug, info, warn, error or off.", level, logger);
        }
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
