package community.likeminds.agent.infrastructure.secrets.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.secrets.KeyProtection;
import community.likeminds.agent.infrastructure.secrets.SecretEncryptionContract;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.ProcessLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in a file that processes share. */
class KeyFileTest extends SecretEncryptionContract {

    @TempDir
    static Path all;

    private static Path folder = Path.of("");
    private final Path file;

    KeyFileTest() {
        super(RealKeys.in(fresh()), () -> RealKeys.in(folder).rotate(), true);
        this.file = folder.resolve("secrets.keys");
    }

    /** Every test has a file of its own. */
    private static Path fresh() {
        try {
            folder = Files.createTempDirectory(all, "keys");
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void aNewKeyIsUsedAtOnceByEveryProcessAndTheFileStaysItsOwners() throws Exception {
        KeyProtection one = RealKeys.in(file.getParent());
        KeyProtection other = RealKeys.in(file.getParent());
        KeyProtection.Wrapped old = other.wrap(new byte[32], new byte[] {1});
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(one.rotate()).isEqualTo(new KeyProtection.NewKey("k2", ""));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
        assertThat(other.wrap(new byte[32], new byte[] {1}).keyId()).isEqualTo("k2");
        assertThat(other.unwrap(old, new byte[] {1})).isEqualTo(new byte[32]);
        assertThat(one.retire("k1")).isTrue();
        assertThat(other.keys()).containsExactly("k2");
        assertThat(one.rotate().id()).isEqualTo("k3");
        try (var files = Files.list(file.getParent())) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("secrets.keys", "secrets.keys.lock");
        }
    }

    @Test
    void twoCannotChangeItAtOnce() throws Exception {
        KeyProtection keys = RealKeys.in(file.getParent());
        keys.keys();
        try (ProcessLock held = ProcessLock.tryAcquire(file.resolveSibling("secrets.keys.lock")).orElseThrow()) {
            assertThat(held.isOpen()).isTrue();
            assertThatThrownBy(keys::rotate).isInstanceOfSatisfying(
                    AgentException.class, error -> assertThat(error.code()).isEqualTo("secrets-key-file-busy"));
        }
        assertThat(keys.keys()).containsExactly("k1");
    }
}
