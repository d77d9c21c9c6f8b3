package community.likeminds.agent.infrastructure.secrets.keys;

import community.likeminds.agent.infrastructure.secrets.KeyProtection;
import java.nio.file.Path;

/** The key file that an installation has, for tests of modules that encrypt. */
public final class RealKeys {

    private RealKeys() {}

    public static KeyProtection in(Path folder) {
        return new HeldKeys(new KeyFile(() -> folder.resolve("secrets.keys"), true));
    }
}
