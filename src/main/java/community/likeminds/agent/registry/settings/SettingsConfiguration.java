package community.likeminds.agent.registry.settings;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** Where the settings are shared: the start puts their source into the context. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(SharedPropertySource.class)
@Profile("server")
class SettingsConfiguration {

    @Bean(destroyMethod = "close")
    SettingsWatch settingsWatch(
            SharedPropertySource settings, Environment environment, ApplicationEventPublisher events, LoggingSystem logging) {
        return new SettingsWatch(settings, environment, events, logging);
    }
}
