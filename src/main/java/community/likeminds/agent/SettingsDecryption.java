package community.likeminds.agent;

import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import community.likeminds.agent.infrastructure.secrets.SecretsConfiguration;
import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.registry.SharedSettings;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import org.springframework.beans.BeansException;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Reads encrypted settings before there is an application: only what holds the keys is started, and only when a value is encrypted. */
final class SettingsDecryption implements SharedSettings.Decryption {

    /** Packages of what holds keys. */
    private static final String[] PLACES = {SecretsConfiguration.class.getPackageName() + ".keys", SecretsConfiguration.class.getPackageName() + ".vault"};

    private static final String OF_THE_KEYS = "likeminds.secrets.";

    private final ConfigurableEnvironment environment;

    SettingsDecryption(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public boolean encrypted(String value) {
        return SecretEncryption.encrypted(value);
    }

    @Override
    public String decrypt(String setting, String value) {
        if (setting.startsWith(OF_THE_KEYS)) {
            throw new AgentException(
                    AgentException.Kind.BAD_INPUT,
                    "setting-encrypted",
                    "The setting " + setting + " is encrypted, and it says where the keys are that make values readable.",
                    "Give it to each process in the clear, as a file or a variable that only it may read.");
        }
        try (AnnotationConfigApplicationContext keys = new AnnotationConfigApplicationContext()) {
            keys.setEnvironment(environment);
            keys.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
            keys.registerBean(DataFolder.class, () -> new DataFolder(Path.of(environment.getRequiredProperty("likeminds.data"))));
            keys.register(SecretsConfiguration.class);
            keys.scan(PLACES);
            keys.refresh();
            return keys.getBean(SecretEncryption.class).decrypt(TenantId.DEFAULT, SecretEncryption.nameOfSetting(setting), value);
        } catch (BeansException | IllegalStateException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof AgentException said) {
                    throw said;
                }
            }
            throw failure;
        }
    }
}
