package community.likeminds.agent;

import community.likeminds.agent.cli.ConfigurationCheck;
import community.likeminds.agent.cli.ConfigurationCheck.Problem;
import community.likeminds.agent.cli.ConfigurationCheck.Setting;
import community.likeminds.agent.cli.Settings;
import community.likeminds.agent.registry.SharedSettings;
import community.likeminds.agent.shared.AgentException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;

/** What a server would be configured with, and whether it would start; nothing of it is started. */
final class EffectiveConfiguration {

    private static final Pattern OURS = Pattern.compile("(likeminds|server|logging|management)\\..+");
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(secret|password|passwd|token|credential|private|api-?key|access-?key|encryption-?key|(^|[._-])key$).*");
    private static final Pattern ENVIRONMENT = Pattern.compile("LIKEMINDS_[A-Z0-9_]+");
    /** Somebody's password within an address. */
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s]+@");
    /** A value that Vault's or our own encryption wrote. */
    private static final Pattern ENCRYPTED = Pattern.compile("(?i)(ENC\\(|\\{cipher}|vault:v\\d|lms1\\.).*");
    private static final String HIDDEN = "••••••";
    private static final Map<String, String> DEFAULTS = Map.of(
            RolesInitializer.PROPERTY, "all",
            "likeminds.storage.relational", "h2",
            "likeminds.storage.documents", "relational",
            "likeminds.storage.objects", "files",
            "likeminds.storage.cache", "caffeine",
            "likeminds.vectors.store", "lucene",
            "likeminds.messaging.broker", "jdbc",
            "likeminds.registry.kind", "jdbc");

    private EffectiveConfiguration() {}

    static ConfigurationCheck of(Settings settings) {
        ConfigurableEnvironment environment = environment(settings);
        return new ConfigurationCheck(settings(environment), problems(environment));
    }

    private static ConfigurableEnvironment environment(Settings settings) {
        StandardEnvironment environment = new StandardEnvironment();
        Map<String, Object> given = new TreeMap<>();
        given.put("likeminds.data", settings.data().toString());
        Settings.Server server = settings.server();
        if (server != null && !server.roles().isEmpty()) {
            given.put(RolesInitializer.PROPERTY, server.roles());
        }
        environment.getPropertySources().addFirst(new MapPropertySource("command line", given));
        ConfigDataEnvironmentPostProcessor.applyTo(environment, new DefaultResourceLoader(), new DefaultBootstrapContext(), "server");
        ConfigurationPropertySources.attach(environment);
        SharedSettings.addTo(environment, new SettingsDecryption(environment));
        return environment;
    }

    private static List<Problem> problems(ConfigurableEnvironment environment) {
        try {
            return Contradictions.of(environment, RolesInitializer.roles(environment));
        } catch (AgentException unknownRole) {
            return List.of(new Problem(RolesInitializer.PROPERTY, unknownRole.fact(), unknownRole.remedy()));
        }
    }

    private static List<Setting> settings(ConfigurableEnvironment environment) {
        Map<String, String> origins = new TreeMap<>();
        Set<String> encrypted = new HashSet<>();
        DEFAULTS.keySet().forEach(name -> origins.put(name, "default"));
        List<PropertySource<?>> sources = new ArrayList<>(environment.getPropertySources().stream().toList());
        // The first source wins, so it has the last word on where a value is from.
        for (PropertySource<?> source : sources.reversed()) {
            if (source instanceof EnumerablePropertySource<?> listed && !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)) {
                for (String name : listed.getPropertyNames()) {
                    String canonical = ENVIRONMENT.matcher(name).matches() ? name.toLowerCase(Locale.ROOT).replace('_', '.') : name;
                    if (OURS.matcher(canonical).matches()) {
                        origins.put(canonical, origin(source.getName()));
                        if (SharedSettings.encrypted(source, name)) {
                            encrypted.add(canonical);
                        } else {
                            encrypted.remove(canonical);
                        }
                    }
                }
            }
        }
        return origins.entrySet().stream()
                .map(one -> new Setting(
                        one.getKey(), encrypted.contains(one.getKey()) ? HIDDEN : shown(one.getKey(), value(environment, one.getKey())), one.getValue()))
                .toList();
    }

    private static String value(ConfigurableEnvironment environment, String name) {
        return environment.getProperty(name, DEFAULTS.getOrDefault(name, ""));
    }

    private static String origin(String source) {
        return switch (source) {
            case "systemEnvironment" -> "environment";
            case "systemProperties" -> "system property";
            default -> source.replaceAll(".*[\\[(/]([\\w.-]+\\.(?:ya?ml|properties)).*", "$1");
        };
    }

    /** A value as anybody may see it. */
    static String shown(String name, String value) {
        if (!value.isEmpty() && (SECRET.matcher(name).matches() || ENCRYPTED.matcher(value).matches())) {
            return HIDDEN;
        }
        return USER_INFO.matcher(value).replaceAll(HIDDEN + "@");
    }
}
