package community.likeminds.agent.registry;

import community.likeminds.agent.registry.settings.ConsulSettings;
import community.likeminds.agent.registry.settings.SharedPropertySource;
import community.likeminds.agent.shared.AgentException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Puts the settings that processes share below the variables of a process and above its files. */
public final class SharedSettings {

    private static final Logger LOG = LoggerFactory.getLogger(SharedSettings.class);

    private SharedSettings() {}

    /** Makes values readable that are kept encrypted. */
    public interface Decryption {

        /** Takes every value as it is. */
        Decryption NONE = new Decryption() {
            @Override
            public boolean encrypted(String value) {
                return false;
            }

            @Override
            public String decrypt(String setting, String value) {
                return value;
            }
        };

        boolean encrypted(String value);

        /** Throws {@link AgentException} when the key is missing, or when the value was not encrypted for this setting. */
        String decrypt(String setting, String value);
    }

    /**
     * Adds what Consul keeps below {@code config/likeminds/}, where Consul is the registry. While Consul is away there is nothing to add; it is
     * added when it is back.
     *
     * @param decryption asked when a value is needed that is encrypted
     */
    public static Optional<SharedPropertySource> addTo(ConfigurableEnvironment environment, Decryption decryption) {
        if (!"consul".equals(environment.getProperty("likeminds.registry.kind"))) {
            return Optional.empty();
        }
        ConsulSettings consul = new ConsulSettings(
                java.net.URI.create(environment.getProperty("likeminds.registry.consul.url", "http://127.0.0.1:8500")),
                environment.getProperty("likeminds.registry.consul.token", ""));
        SharedPropertySource source = new SharedPropertySource(consul, decryption);
        try {
            source.load();
        } catch (AgentException away) {
            LOG.warn("The shared settings are not known yet: {}", away.fact());
        }
        MutablePropertySources sources = environment.getPropertySources();
        if (sources.contains(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)) {
            sources.addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, source);
        } else {
            sources.addFirst(source);
        }
        return Optional.of(source);
    }

    /** Whether a source keeps a setting encrypted, so that nobody may be shown it. */
    public static boolean encrypted(PropertySource<?> source, String setting) {
        return source instanceof SharedPropertySource shared && shared.encrypted(setting);
    }

    /** What is kept encrypted of the shared settings, as it is kept. */
    public static Map<String, String> encrypted(ConfigurableEnvironment environment) {
        Map<String, String> values = new TreeMap<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof SharedPropertySource shared) {
                values.putAll(shared.encrypted());
            }
        }
        return values;
    }
}
