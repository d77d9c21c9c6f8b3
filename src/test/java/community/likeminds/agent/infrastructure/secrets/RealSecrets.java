package community.likeminds.agent.infrastructure.secrets;

import community.likeminds.agent.infrastructure.secrets.keys.RealKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Encryption under the key file of a data folder, for tests of modules that use it. */
public final class RealSecrets {

    private RealSecrets() {}

    public static SecretEncryption in(Path data) {
        try {
            return new EnvelopeEncryption(RealKeys.in(Files.createDirectories(data.resolve("keys"))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
