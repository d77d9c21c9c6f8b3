package community.likeminds.agent;

import community.likeminds.agent.infrastructure.secrets.EncryptedValues;
import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import community.likeminds.agent.registry.SharedSettings;
import community.likeminds.agent.shared.TenantId;
import java.util.function.Consumer;
import org.springframework.core.env.ConfigurableEnvironment;

/** Shared settings that are kept encrypted. They belong to whoever put them there: {@code config encrypt} makes them anew. */
record EncryptedSettings(ConfigurableEnvironment environment) implements EncryptedValues {

    @Override
    public String place() {
        return "shared settings";
    }

    @Override
    public void each(Consumer<Kept> visitor) {
        SharedSettings.encrypted(environment).forEach((setting, value) ->
                visitor.accept(new Kept(TenantId.DEFAULT, SecretEncryption.nameOfSetting(setting), value, Replacement.NONE)));
    }
}
